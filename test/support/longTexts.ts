import {expect, it} from 'vitest'

import {extract} from '../../seed/extract/extract.ts'

/** Processor time that a megabyte may take; a shorter text has its share of it. */
const MS_PER_MEGABYTE = 60_000

/** Defines tests that read so many characters of what could make extraction slow. */
export function readLongTexts(length: number): void {
  it.each([
    'Ada Quist ',
    'Ada Quist said.\n',
    '1 ',
    '1',
    'May 5 ',
    'A of ',
    '(',
    '\u202E\u200B',
    '\uD800',
  ])(`reads ${length} characters of %j`, {timeout: 120_000}, (part) => {
    const printed = `H\n${part.repeat(length / part.length)}`
    const before = process.cpuUsage()
    const {mentions, figures} = extract(printed, [])
    const {user, system} = process.cpuUsage(before)
    expect((user + system) / 1000).toBeLessThan((MS_PER_MEGABYTE * length) / 1_000_000)
    expect([...mentions, ...figures].every(({end}) => end <= printed.length)).toBe(true)
  })
}

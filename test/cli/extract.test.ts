import {randomBytes} from 'node:crypto'
import {writeFileSync} from 'node:fs'
import path from 'node:path'

import {describe, expect, it} from 'vitest'

import {runCommand} from '../support/command.ts'
import {temporaryDirectory} from '../support/temporaryDirectory.ts'

function extractFrom(content: string | Buffer) {
  const file = path.join(temporaryDirectory(), 'article.txt')
  writeFileSync(file, content)
  return runCommand(['extract', file, '--register', 'none'])
}

describe('storygraph extract', {timeout: 120_000}, () => {
  it.each([
    ['invalid UTF-8', Buffer.from('Fog\nThe caf\u00E9 is shut.\n', 'latin1')],
    ['binary', Buffer.concat([Buffer.from([0]), randomBytes(5000)])],
  ])('refuses %s in one sentence', async (_, content) => {
    const {exitCode, stdout, stderr} = await extractFrom(content)
    expect({exitCode, stdout}).toEqual({exitCode: 1, stdout: ''})
    expect(stderr).toMatch(
      /^\S*article\.txt is not a text file in UTF-8: save it as plain text\.\n$/,
    )
  })

  it('finds nothing in an empty file', async () => {
    const {exitCode, stdout} = await extractFrom('')
    expect(exitCode).toBe(0)
    expect(JSON.parse(stdout)).toEqual({
      id: expect.stringMatching(/article\.txt$/),
      entities: [],
      quotes: [],
      findings: [],
    })
  })

  it('reads a megabyte without a paragraph', async () => {
    const sentence = '“It is late,” said Ada Quist. '
    const times = Math.ceil(1_000_000 / sentence.length)
    const {exitCode, stdout} = await extractFrom(`Fog\n${sentence.repeat(times)}`)
    expect(exitCode).toBe(0)
    const {quotes, entities}: {quotes: unknown[]; entities: unknown[]} = JSON.parse(stdout)
    expect([quotes.length, entities.length]).toEqual([times, times])
  })
})

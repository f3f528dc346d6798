import type {Span} from './span.ts'
import {speechVerbs} from './verbs.ts'

const opening = /^[\u2013\u2014\u2015]\s?(?=\p{Lu})/u
const name = /\p{Lu}[\p{L}.'\u2019-]*(?:\s\p{Lu}[\p{L}.'\u2019-]*){0,3}/u.source
const behindVerb = new RegExp(`^\\s(\\p{L}+)\\s(?:${name}|he|she|the|an?|his|her)(?![\\p{L}])`, 'u')
const beforeVerb = new RegExp(`^\\s(?:${name}|he|she)\\s(\\p{L}+)`, 'u')
const tagEnds = /[,?!\u2026]/gu
const longestTag = 120

/** Whether a paragraph opens with the dash that some houses print for quotation marks. */
export function opensWithDash(text: string, {start, end}: Span): boolean {
  return opening.test(text.slice(start, Math.min(end, start + 4)))
}

/**
 * What is spoken in a paragraph of dash dialogue, up to the words that say by whom: "— It is late,
 * said Lund." Without such words nothing tells speech from a list.
 */
export function spokenBehindDash(text: string, {start, end}: Span): Span | undefined {
  for (const {index} of text.slice(start, end).matchAll(tagEnds)) {
    const at = start + index + 1
    const rest = text.slice(at, Math.min(end, at + longestTag))
    const verbs = [behindVerb.exec(rest)?.[1], beforeVerb.exec(rest)?.[1]]
    if (verbs.some((verb) => verb !== undefined && speechVerbs.has(verb))) return {start, end: at}
  }
  return undefined
}

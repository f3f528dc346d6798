import {createHmac, randomBytes} from 'node:crypto'

import {z} from 'zod'

import {publishedIdOf} from './documentId.ts'
import {foldText} from './query/foldText.ts'

const rememberedWords = z.strictObject({
  /** How many words the name has. */
  length: z.int().positive(),
  /** A little of the first word's hash: enough to pass over nearly every other word of a text. */
  first: z.string(),
  hash: z.string(),
})

/**
 * What must not come back, told by keyed hashes: neither an id nor a name can be read from it. Who
 * has the key, which lies beside the hashes, can try a name that they already suspect.
 */
export const erasureMemory = z.strictObject({
  format: z.literal(1),
  key: z.string(),
  /** Documents that are gone. */
  ids: z.array(z.string()),
  /** Documents that are there, but not as they were. */
  pasts: z.array(z.string()),
  words: z.array(rememberedWords),
})
export type ErasureMemory = z.infer<typeof erasureMemory>

/** What was erased from the datasets of a data directory. */
export interface Erasures {
  /** Nothing was erased: there is nothing to look for. */
  isEmpty(): boolean
  /** Remembers documents that are gone or have no past, and names that must not be read again. */
  remember(what: {
    gone: readonly string[]
    changed: readonly string[]
    words: readonly string[]
  }): void
  /** Whether this document, in whatever version, was erased. */
  isErased(id: string): boolean
  /** Whether this document, in whatever version, is there but must not become again what it was. */
  hasNoPast(id: string): boolean
  /** Where in a text erased names stand, from first to last; the ends are exclusive. */
  find(text: string): {start: number; end: number}[]
}

/** Words shorter than this stand in every other name. */
const SHORTEST_WORD = 3
const FIRST_DIGITS = 3
const MAXIMUM_FIRSTS = 50_000

/** An empty memory with a key of its own. */
export function newErasureMemory(): ErasureMemory {
  return {format: 1, key: randomBytes(32).toString('base64url'), ids: [], pasts: [], words: []}
}

/** Reads and extends a memory; `save` is called with each new state before anything relies on it. */
export function openErasures(
  initial: ErasureMemory,
  save: (memory: ErasureMemory) => void,
): Erasures {
  let memory = initial
  let ids = new Set(memory.ids)
  let pasts = new Set(memory.pasts)
  let lengths = lengthsByFirst(memory)
  let hashes = new Set(memory.words.map(({hash}) => hash))
  /** The same words come up again and again. */
  const firsts = new Map<string, string>()

  function hashOf(kind: 'id' | 'word' | 'first', text: string): string {
    return createHmac('sha256', memory.key).update(`${kind}:${text}`).digest('base64url')
  }

  function hashOfId(id: string): string {
    return hashOf('id', publishedIdOf(id))
  }

  function firstOf(word: string): string {
    const known = firsts.get(word)
    if (known !== undefined) return known
    if (firsts.size === MAXIMUM_FIRSTS) firsts.clear()
    const first = hashOf('first', word).slice(0, FIRST_DIGITS)
    firsts.set(word, first)
    return first
  }

  return {
    isEmpty: () => ids.size + pasts.size + hashes.size === 0,
    remember: ({gone, changed, words: newWords}) => {
      const words = newWords
        .map((word) => tokensOf(word).map(({folded}) => folded))
        .filter((tokens) => tokens.join('').length >= SHORTEST_WORD)
        .map((tokens) => ({
          length: tokens.length,
          first: firstOf(tokens[0] ?? ''),
          hash: hashOf('word', tokens.join(' ')),
        }))
        .filter(({hash}) => !hashes.has(hash))
      const known = new Map([...memory.words, ...words].map((word) => [word.hash, word]))
      const allIds = new Set([...ids, ...gone.map(hashOfId)])
      const allPasts = new Set([...pasts, ...changed.map(hashOfId)])
      const grown = known.size + allIds.size + allPasts.size - hashes.size - ids.size - pasts.size
      if (grown === 0) return
      memory = {
        ...memory,
        ids: [...allIds].sort(),
        pasts: [...allPasts].sort(),
        words: [...known.values()].sort(byHash),
      }
      save(memory)
      ids = allIds
      pasts = allPasts
      lengths = lengthsByFirst(memory)
      hashes = new Set(known.keys())
    },
    isErased: (id) => ids.size > 0 && ids.has(hashOfId(id)),
    hasNoPast: (id) => pasts.size > 0 && pasts.has(hashOfId(id)),
    find: (text) => {
      const found: {start: number; end: number}[] = []
      if (hashes.size === 0) return found
      const tokens = tokensOf(text)
      for (let index = 0; index < tokens.length; index++) {
        const token = tokens[index]
        const candidates = token && lengths.get(firstOf(token.folded))
        const length = candidates?.find((length) => {
          const window = tokens.slice(index, index + length)
          const name = window.map(({folded}) => folded).join(' ')
          return window.length === length && hashes.has(hashOf('word', name))
        })
        const last = length === undefined ? undefined : tokens[index + length - 1]
        if (!token || !last || length === undefined) continue
        found.push({start: token.start, end: last.end})
        index += length - 1
      }
      return found
    },
  }
}

/** For each beginning, how many words the names have that begin so: the longest first. */
function lengthsByFirst({words}: ErasureMemory): Map<string, number[]> {
  const groups = Map.groupBy(words, ({first}) => first)
  return new Map(
    [...groups].map(([first, group]) => [
      first,
      [...new Set(group.map(({length}) => length))].sort((a, b) => b - a),
    ]),
  )
}

/** The words of a text: case, accents and what stands between them make no difference. */
function tokensOf(text: string): {folded: string; start: number; end: number}[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].flatMap(({0: word, index}) => {
    const folded = foldText(word).trim()
    return folded === '' ? [] : [{folded, start: index, end: index + word.length}]
  })
}

function byHash(a: {hash: string}, b: {hash: string}): number {
  return a.hash < b.hash ? -1 : 1
}

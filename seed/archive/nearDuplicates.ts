/** A text that says nearly the same as one before. */
export interface NearDuplicate {
  readonly place: string
  readonly of: string
  /** The share of their word sequences that the two have in common, estimated, from 0 to 1. */
  readonly likeness: number
}

const shingle = 4
const bands = 16
const rows = 4
const likeEnough = 0.7

/**
 * Finds near-duplicates among texts that come one after the other. It remembers a digest of a few
 * hundred bytes for each text, of the latest so many only, so that its memory has an end.
 */
export function nearDuplicateFinder(remembered = 50_000) {
  const signatures = new Map<string, Uint32Array>()
  const buckets = new Map<string, string>()
  return (place: string, text: string): NearDuplicate | undefined => {
    const signature = signatureOf(text)
    if (!signature) return undefined
    const keys = Array.from({length: bands}, (_, band) => bandKey(signature, band))
    const best = [...new Set(keys.flatMap((key) => buckets.get(key) ?? []))]
      .flatMap((of) => {
        const other = signatures.get(of)
        return other ? [{place, of, likeness: likenessOf(signature, other)}] : []
      })
      .sort((a, b) => b.likeness - a.likeness)[0]
    if (signatures.size >= remembered) forgetOldest()
    signatures.set(place, signature)
    for (const key of keys) buckets.set(key, place)
    return best && best.likeness >= likeEnough ? best : undefined
  }

  function forgetOldest() {
    const [oldest] = signatures
    if (!oldest) return
    const [place, signature] = oldest
    signatures.delete(place)
    for (let band = 0; band < bands; band++) {
      const key = bandKey(signature, band)
      if (buckets.get(key) === place) buckets.delete(key)
    }
  }
}

/** Min-hash: the share of equal places of two signatures estimates the share of common shingles. */
function signatureOf(text: string): Uint32Array | undefined {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  if (words.length < shingle) return undefined
  const hashes = words.map(hashOf)
  const least = new Uint32Array(bands * rows).fill(0xffffffff)
  for (let at = 0; at + shingle <= hashes.length; at++) {
    let sequence = 17
    for (let word = at; word < at + shingle; word++) {
      sequence = Math.imul(sequence, 31) ^ (hashes[word] ?? 0)
    }
    for (let place = 0; place < least.length; place++) {
      const hash = mix(sequence ^ Math.imul(place + 1, 0x9e3779b1))
      if (hash < (least[place] ?? 0)) least[place] = hash
    }
  }
  return least
}

function likenessOf(a: Uint32Array, b: Uint32Array): number {
  return a.filter((hash, place) => hash === b[place]).length / a.length
}

function bandKey(signature: Uint32Array, band: number): string {
  return `${band}:${signature.subarray(band * rows, (band + 1) * rows).join(',')}`
}

/** FNV-1a. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  return hash
}

/** The last step of MurmurHash3: every bit of the outcome depends on every bit of the value. */
function mix(value: number): number {
  let hash = value
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

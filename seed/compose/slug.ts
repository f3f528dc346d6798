import transliterate from '@sindresorhus/transliterate'

/** The end of a readable address; the Content Lake's slugs may have 96 characters. */
export function slugOf(name: string): {_type: 'slug'; current: string} {
  const plain = toLatin(name)
    .toLowerCase()
    .replaceAll(/['\u2019]/g, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 96)
    .replaceAll(/^-+|-+$/g, '')
  return {_type: 'slug', current: plain}
}

/** The form of a person's name that indexes sort by: family name first, in Latin letters. */
export function sortNameOf(name: string): string {
  const words = toLatin(name).trim().split(/\s+/)
  const family = words.pop() ?? ''
  return words.length === 0 ? family : `${family}, ${words.join(' ')}`
}

/** Writes a name in plain Latin letters. Belarusian \u045E is missing from the library's tables. */
function toLatin(name: string): string {
  const belarusian: [string, string][] = [
    ['\u045E', 'u'],
    ['\u040E', 'U'],
  ]
  return transliterate(name.normalize('NFC'), {customReplacements: belarusian})
}

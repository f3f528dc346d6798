import transliterate from '@sindresorhus/transliterate'

/**
 * The end of a readable address: plain Latin letters, digits and hyphens, at most the 96 characters
 * of the Content Lake’s slugs. Empty for a name in a script that has no Latin letters.
 */
export function addressOf(name: string): string {
  return toLatin(name)
    .toLowerCase()
    .replaceAll(/['\u2019]/g, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 96)
    .replaceAll(/^-+|-+$/g, '')
}

/** The same as a slug. */
export function slugOf(name: string): {_type: 'slug'; current: string} {
  return {_type: 'slug', current: addressOf(name)}
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

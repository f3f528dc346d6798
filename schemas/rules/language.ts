/** A language is given as the web writes it: “en”, “uk”, “be-Latn”. */
export function checkLanguage(value: unknown) {
  return (
    value === undefined ||
    (typeof value === 'string' && isCanonical(value)) ||
    'Not a language tag.'
  )
}

function isCanonical(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag
  } catch {
    return false
  }
}

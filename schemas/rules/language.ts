import type {ValidationContext} from '@sanity/types'

import {isText, readKey} from './read.ts'

/** A language is given as the web writes it: “en”, “uk”, “be-Latn”. */
export function checkLanguage(value: unknown) {
  return (
    value === undefined ||
    (typeof value === 'string' && isCanonical(value)) ||
    'Not a language tag.'
  )
}

/** A name is spelt in the letters of the language and script that it is given for. */
export function checkLetters(name: unknown, {parent}: Pick<ValidationContext, 'parent'>) {
  const tag = readKey(parent, 'language')
  if (!isText(name) || !isText(tag) || !isCanonical(tag)) return true
  const {script} = new Intl.Locale(tag).maximize()
  const ofScript = script && lettersOf(script)
  if (!ofScript) return true
  const letters = name.match(/\p{L}/gu) ?? []
  return (
    letters.every((one) => ofScript.test(one)) || `These letters are not ${titleOfScript(script)}.`
  )
}

function isCanonical(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag
  } catch {
    return false
  }
}

/** Some scripts, such as that of Japanese, are several to a regular expression; these are let be. */
function lettersOf(script: string): RegExp | undefined {
  try {
    return new RegExp(`\\p{Script=${script}}`, 'u')
  } catch {
    return undefined
  }
}

function titleOfScript(script: string): string {
  return new Intl.DisplayNames('en', {type: 'script'}).of(script) ?? script
}

import {givenNameGender} from './lexicon.ts'

export type Gender = 'he' | 'she'

const masculine =
  /^(?:mr|sir|lord|king|prince|father|congressman|chairman|spokesman|duke|baron|count)$/i
const feminine =
  /^(?:mrs|ms|miss|dame|lady|queen|princess|sister|congresswoman|chairwoman|spokeswoman|duchess|baroness|countess)$/i

/** What a title tells of the person whose it is. */
export function genderOfTitle(words: readonly string[]): Gender | undefined {
  if (words.some((word) => masculine.test(word))) return 'he'
  return words.some((word) => feminine.test(word)) ? 'she' : undefined
}

/** What a given name tells, where it is borne by one gender only. */
export function genderOfName(word: string): Gender | undefined {
  return givenNameGender(word)
}

import {readFileSync} from 'node:fs'

import type {StoryDocument} from '../../seed/compose/documents.ts'
import {buildStory} from '../../seed/compose/buildStory.ts'
import type {Span} from '../../seed/extract/span.ts'

const folder = new URL(
  '../../seed/stories/belarusian-dissidents-join-ukraines-fight-against-russia/',
  import.meta.url,
)

/** The bundled article as it is printed, and its register. */
export const articleText = readFileSync(new URL('article.txt', folder), 'utf8')
export const registerText = readFileSync(new URL('register.json', folder), 'utf8')

/** Builds the bundled story; a changed register can be put in the place of its own. */
export function build(register = registerText, article = articleText) {
  return buildStory({
    article: {file: 'article.txt', content: article},
    register: {file: 'register.json', content: register},
  })
}

/** The bundled story without problems. */
export function bundledStory() {
  const {documents, story, problems} = build()
  if (!documents) throw new Error(`The bundled story does not build: ${JSON.stringify(problems)}`)
  return {documents, ...story}
}

/** The documents of one type. */
export function ofType<Type extends StoryDocument['_type']>(
  documents: readonly StoryDocument[],
  type: Type,
): Extract<StoryDocument, {_type: Type}>[] {
  return documents.filter((one): one is Extract<StoryDocument, {_type: Type}> => one._type === type)
}

/** The printed words of a finding. */
export function wordsOf(span: Span): string {
  return articleText.slice(span.start, span.end)
}

import type {SanityClient} from '@sanity/client'

import {entityTypes} from '../../vocabulary/entityTypes.ts'
import {type Known, knownFrom, type KnownWords} from './known.ts'
import {toKnownRecord} from './knownRecord.ts'

type Fields = Readonly<Record<string, unknown>>

interface Answer {
  readonly documents: readonly Fields[]
  readonly confirmed: readonly Fields[]
  readonly excluded: readonly Fields[]
}

/**
 * Published documents come last, so that what readers see counts where a draft says otherwise. The
 * words that an editor confirmed for somebody are a name of theirs from then on.
 */
const query = `{
  "documents": [
    ...*[_type in $types && _id in path("drafts.**")],
    ...*[_type in $types && !(_id in path("drafts.**")) && !(_id in path("versions.**"))]
  ]{_id, _type, name, naming, slug, suggested, alternateNames[]{name, kind},
    "identityProtection": identityProtection{basis}},
  "confirmed": *[_type == "desk" && defined(items)].items[][decision == "confirmed"]
    {key, wording, choice},
  "excluded": *[_type == "desk" && defined(notThis)].notThis[]
    {wording, "entity": entity._ref}
}`

/** The key of a mention that was found in a text, rather than of a quotation or a figure. */
const mentionKey = /^p\d+m\d+$/

/** Asks a dataset for everybody and everything that it knows, drafts included. */
export async function loadKnown(client: SanityClient): Promise<Known> {
  const types = [...entityTypes, 'article', 'poll']
  const {documents, confirmed, excluded} = await client.fetch<Answer>(
    query,
    {types},
    {perspective: 'raw', tag: 'storygraph.known'},
  )
  return knownFrom(documents.map(toKnownRecord), [
    ...confirmed
      .filter(({key}) => mentionKey.test(String(key)))
      .flatMap(({wording, choice}) => decidedWords(wording, choice, true)),
    ...excluded.flatMap(({wording, entity}) => decidedWords(wording, entity, false)),
  ])
}

function decidedWords(words: unknown, entity: unknown, isMeant: boolean): KnownWords[] {
  if (typeof words !== 'string') return []
  return [{words, entity: typeof entity === 'string' ? entity : undefined, isMeant}]
}

import type {SanityClient} from '@sanity/client'

/** Words of a protected source's record that stand nowhere else. */
const planted = ['Zimińska', 'safe 3, envelope 12', 'met at the Vilnia bridge']

/** Where the record lies, and what else is told of the source. */
export const confidentialIds = [
  'protected.e3b0c442',
  'drafts.protected.e3b0c442',
  'versions.spring.protected.e3b0c442',
  'desk.9f86d081',
  'drafts.desk.9f86d081',
  'seed.2c26b46b',
] as const

/** The transactions in which it was written. */
export const confidentialTransactions = ['planting-1', 'planting-2'] as const

/** Writes a protected source's record, desk notes and a seed's memory beside a public person. */
export async function plantSource(administrator: SanityClient, person: string): Promise<void> {
  const [custodian, vaultReference, riskNotes] = planted
  const subject = {_type: 'reference', _ref: person, _weak: true}
  const documents = confidentialIds.map((_id) => ({
    _id,
    _type: _id.includes('desk.') ? 'desk' : 'protectedIdentity',
    person: subject,
    subject,
    custodian,
    vaultReference,
    riskNotes,
    name: custodian,
    slug: {_type: 'slug', current: 'ziminska'},
  }))
  const [first, second] = confidentialTransactions
  const create = documents.map((document) => ({create: document}))
  await administrator.mutate(create, {transactionId: first})
  const patch = {patch: {id: confidentialIds[0], set: {agreement: vaultReference}}}
  await administrator.mutate([patch], {transactionId: second})
}

/** Which of the planted words stand in a text, also in other spellings. */
export function plantedWordsIn(text: string): string[] {
  return found(planted, text)
}

/** Which of the ids and transactions of the planted documents stand in a text. */
export function plantedIdsIn(text: string): string[] {
  return found([...confidentialIds, ...confidentialTransactions], text)
}

function found(words: readonly string[], text: string): string[] {
  const folded = fold(text)
  return words.filter((word) =>
    [
      word,
      encodeURIComponent(word),
      JSON.stringify(word).slice(1, -1),
      Buffer.from(word).toString('base64').replace(/=+$/, ''),
    ].some((spelled) => folded.includes(fold(spelled))),
  )
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

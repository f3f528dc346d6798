import {isText, readKey} from '../../schemas/rules/read.ts'
import {addressDigest} from '../../vocabulary/goneAddresses.ts'

/** What tells websites that the address of a document is gone; nothing for one without an address. */
export async function goneAddress(
  document: {readonly _id: string; readonly _type: string; readonly [field: string]: unknown},
  date: string,
) {
  const slug = readKey(document['slug'], 'current')
  if (!isText(slug)) return undefined
  const digest = await addressDigest(document._type, slug)
  // Of itself alone: the id of the story would lead to what is still kept of it.
  const _id = `gone-${crypto.randomUUID().replaceAll('-', '').slice(0, 16)}`
  return {_id, _type: 'goneAddress', digest, date}
}

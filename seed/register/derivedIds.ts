import {createHmac} from 'node:crypto'

/** Makes the id of an entity that an article names. */
export type NewId = (type: string, name: string) => string

const alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789'

/**
 * Ids that are the same whenever an article is read again, so that an interrupted run that starts
 * anew writes nothing twice. Nobody without the dataset's secret can tell from an id whether it
 * was made for some name.
 */
export function derivedIds(secret: string, article: string): NewId {
  return (type, name) => `${type}-${derive(secret, [article, type, name])}`
}

/** The id of the article that some file or record holds. */
export function articleIdOf(secret: string, source: string): string {
  return `article-${derive(secret, [source])}`
}

/** Ten letters and digits. */
function derive(secret: string, parts: readonly string[]): string {
  const digest = createHmac('sha256', secret).update(JSON.stringify(parts)).digest()
  let rest = digest.readBigUInt64BE()
  let id = ''
  while (id.length < 10) {
    id += alphabet[Number(rest % 36n)] ?? ''
    rest /= 36n
  }
  return id
}

/**
 * Beside each document that the seed wrote it keeps a record of what it wrote there. The id of that
 * record has a dot: no reader sees it, and no list in Studio shows it.
 */
export const seedMemoryType = 'seedMemory'

/** In the `closed` of such a record: the seed never writes this document again. */
export const everyField = '*'

/** The id of the record that belongs to a document. */
export function memoryId(documentId: string): string {
  return `seed.${documentId}`
}

/** The document from whose secret the ids of archived articles are derived. */
export const datasetSecretId = 'seed.secret'

/** The id of the record of a run, and what tells it from the memory of a document. */
export function runDocumentId(run: string): string {
  return `seed.run.${run}`
}

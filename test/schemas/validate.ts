import {validateDocument, validateDocumentWithWorkspace} from '@sanity/validation'
import {getFallbackLocaleSource} from '@sanity/validation/_internal'
import {createSchema, type Path, type SanityDocument, type SchemaTypeDefinition} from 'sanity'

import {schemaTypes} from '../../schemas/index.ts'
import {openLake} from '../../lake/index.ts'
import {clientFor} from '../support/testLake.ts'

/** Validates one document; yields one line a problem: level, path, message. */
export type Problems = (document: SanityDocument) => Promise<string[]>

/**
 * Validates documents as the Studio and the command line do, with the given documents already in
 * a dataset, by our content model unless another is given. The lake stays open until `close`.
 */
export async function validatorOver(
  stored: readonly SanityDocument[],
  types: SchemaTypeDefinition[] = schemaTypes,
) {
  const schema = createSchema({name: 'default', types})
  const lake = openLake({projectId: 'storygraph', datasets: ['production']})
  const {url} = await lake.listen()
  const client = clientFor(url, lake.token)
  const transaction = client.transaction()
  for (const {_rev, ...document} of stored) transaction.createOrReplace(document)
  await transaction.commit()
  const ids = new Set(stored.map((document) => document._id))
  const getDocumentExists = async ({id}: {id: string}) => ids.has(id)

  const problems: Problems = async (document) => {
    const workspace = {schema, getClient: () => client, i18n: getFallbackLocaleSource()}
    const studio = await validateDocumentWithWorkspace({document, workspace, getDocumentExists})
    const cli = await validateDocument({document, schema, client, getDocumentExists})
    const unknownFields = cli.markers.filter((marker) => marker.code === 'object.unknown-field')
    const lines = [...studio, ...unknownFields].map(
      ({level, path, message}) => `${level} ${pathLine(path)}: ${message}`,
    )
    return lines.sort()
  }
  return {problems, close: () => lake.close()}
}

function pathLine(path: Path): string {
  return path
    .map((step) => (typeof step === 'object' && '_key' in step ? `[${step._key}]` : String(step)))
    .join('.')
    .replaceAll('.[', '[')
}

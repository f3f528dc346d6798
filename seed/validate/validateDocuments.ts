import type {SanityClient} from '@sanity/client'
import {validateDocument, validateDocumentWithWorkspace} from '@sanity/validation'
import type {DocumentValidationMarker} from '@sanity/validation'
import {getFallbackLocaleSource} from '@sanity/validation/_internal'

import {asPublished} from './asPublished.ts'
import type {CandidateDocument} from './candidateDocument.ts'
import {checkIntegrity} from './checkIntegrity.ts'
import {contentModel} from './contentModel.ts'
import {pathLine} from './pathLine.ts'
import type {Problem} from './problem.ts'

/** The dataset as it will be: what it holds already and the candidates, seen together. */
export interface Surroundings {
  /** Answers the queries of rules that look beyond their own document. */
  readonly client: SanityClient
  readonly documentExists: (id: string) => Promise<boolean>
}

/** Errors keep documents from being written; warnings are for their editors. */
export interface Verdict {
  readonly errors: readonly Problem[]
  readonly warnings: readonly Problem[]
}

interface Found {
  readonly level: 'error' | 'warning'
  readonly problem: Problem
}

/** What no document of ours may pass with, whatever level the validator gives it. */
const alwaysErrors: readonly string[] = ['object.unknown-field', 'document.unknown-type']

/**
 * Validates documents with Sanity's own validators, and checks what they leave out: that
 * references, keys, marks and passages agree. Two runs are needed for each document. Only that of
 * the command line reports unknown fields, but it turns errors on whole objects into warnings;
 * that of Studio keeps the levels. Drafts are judged as they will be published: confirmed.
 */
export async function validateDocuments(
  candidates: readonly CandidateDocument[],
  surroundings: Surroundings,
): Promise<Verdict> {
  const documents = candidates.map(asPublished)
  // The validators wait for a timer before each part: side by side they wait for it together.
  const validations = await Promise.all(documents.map((one) => validated(one, surroundings)))
  const found: Found[] = [
    ...checkIntegrity(documents, contentModel).map((problem): Found => ({level: 'error', problem})),
    ...validations.flat(),
  ]
  const of = (wanted: Found['level']) =>
    found.filter(({level}) => level === wanted).map(({problem}) => problem)
  return {errors: of('error'), warnings: of('warning')}
}

async function validated(candidate: CandidateDocument, {client, documentExists}: Surroundings) {
  const epoch = new Date(0).toISOString()
  const document = {...candidate, _rev: 'candidate', _createdAt: epoch, _updatedAt: epoch}
  const getDocumentExists = ({id}: {id: string}) => documentExists(id)
  const cli = await validateDocument({document, schema: contentModel, client, getDocumentExists})
  const studio = contentModel.get(candidate._type)
    ? await validateDocumentWithWorkspace({
        document,
        workspace: {
          schema: contentModel,
          getClient: ({apiVersion}) => client.withConfig({apiVersion}),
          i18n: getFallbackLocaleSource(),
        },
        getDocumentExists,
        environment: 'studio',
      })
    : []
  const found = new Map<string, Found>()
  for (const marker of [...studio, ...cli.markers]) {
    const one = foundBy(marker, candidate)
    const place = `${one.problem.path}\n${one.problem.message}`
    if (!found.has(place)) found.set(place, one)
  }
  const incomplete = cli.status === 'notEvaluated' ? [notEvaluated(candidate)] : []
  return [...found.values(), ...incomplete]
}

function foundBy(marker: DocumentValidationMarker, candidate: CandidateDocument): Found {
  const {level, code, message, path} = marker
  const isError = level === 'error' || alwaysErrors.includes(code)
  const problem = {
    where: nameOf(candidate),
    path: pathLine(path),
    message: `${message} (${code})`,
  }
  return {level: isError ? 'error' : 'warning', problem}
}

function notEvaluated(candidate: CandidateDocument): Found {
  const message = 'not every rule could be evaluated; give the validation a client that answers'
  return {level: 'error', problem: {where: nameOf(candidate), path: '', message}}
}

function nameOf({_type, _id}: CandidateDocument): string {
  return `${_type} ${_id}`
}

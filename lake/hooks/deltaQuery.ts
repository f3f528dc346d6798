import type {SanityDocument} from '@sanity/client'
import {evaluate, GroqSyntaxError, parse, type ExprNode} from 'groq-js'

import {httpError} from '../errors.ts'
import {requireFewParts} from '../query/requireFewParts.ts'
import {visitObjects} from '../visitObjects.ts'

/** What happened to one document, and where. */
export interface Delta {
  before: SanityDocument | undefined
  after: SanityDocument | undefined
  projectId: string
  dataset: string
  /** The document that a reference leads to. */
  find: (id: string) => SanityDocument | undefined
}

/**
 * Reads the filter or projection of a hook: GROQ in which `before()`, `after()` and `delta::…` are
 * known. A 400 says what is wrong with it. A hook is asked about one document at a time: what lies
 * beyond its references is not there, and a query over the dataset is refused.
 */
export function prepareDelta(part: string, text: string): (delta: Delta) => Promise<unknown> {
  const tree = parseDelta(part, text)
  return async ({before, after, projectId, dataset, find}) => {
    const value = await evaluate(tree, {
      root: after ?? before,
      // A reference is followed only from within a dataset.
      dataset: [after ?? before],
      before: before ?? null,
      after: after ?? null,
      sanity: {projectId, dataset},
      dereference: ({_ref}) => find(_ref),
    })
    return value.get()
  }
}

function parseDelta(part: string, text: string): ExprNode {
  try {
    requireFewParts(text)
    const tree = parse(text, {mode: 'delta'})
    visitObjects(tree, ({type}) => {
      if (type === 'Everything') throw new Error('it may not query the dataset with "*"')
    })
    return tree
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const at = error instanceof GroqSyntaxError ? ` at position ${error.position}` : ''
    throw httpError(400, `${part} is not usable${at}: ${reason}.`)
  }
}

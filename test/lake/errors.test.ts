import {ClientError, type SanityClient} from '@sanity/client'
import {expect, it} from 'vitest'

import {clientFor, testLake, type TestLake} from '../support/testLake.ts'

interface Case {
  when: string
  attempt: (lake: TestLake) => Promise<unknown>
  status: number
  message: string
  /** What the answer says beyond a sentence; a query or a write says what kind of mistake it was. */
  details: unknown
}

const reference = {_type: 'reference', _ref: 'nobody'}

function item(type: string, description: string, more: object = {}, index = 0) {
  return {error: {type, description, ...more}, index}
}

function refused(type: 'mutationError' | 'actionError', one: {error: {description: string}}) {
  return {type, description: one.error.description, items: [one]}
}

async function withPerson({administrator}: TestLake): Promise<SanityClient> {
  await administrator.create({_id: 'ana', _type: 'person'})
  return administrator
}

const cases: Case[] = [
  {
    when: 'GROQ cannot be parsed',
    attempt: ({administrator}) => administrator.fetch('*[_type ==]'),
    status: 400,
    message: 'GROQ query parse error:',
    details: {
      type: 'queryParseError',
      description: 'Syntax error in GROQ query at position 9: Unexpected end of query',
      query: '*[_type ==]',
      start: 9,
      end: 10,
    },
  },
  {
    when: 'a query asks for what cannot be computed',
    attempt: ({administrator}) => administrator.fetch('text::semanticSimilarity("a")'),
    status: 400,
    message: 'The query cannot be evaluated: not implemented',
    details: {
      type: 'queryEvaluationError',
      description: 'The query cannot be evaluated: not implemented',
    },
  },
  {
    when: 'a perspective cannot be',
    attempt: ({administrator}) =>
      administrator.request({url: '/data/query/production?query=*&perspective=raw,drafts'}),
    status: 400,
    message: 'The perspective "raw" cannot be combined with others.',
    details: undefined,
  },
  {
    when: 'the token is unknown',
    attempt: ({url}) => clientFor(url, 'wrong').fetch('*'),
    status: 401,
    message: 'Unauthorized - The token is unknown or has expired.',
    details: undefined,
  },
  {
    when: 'somebody writes without a token',
    attempt: ({anonymous}) => anonymous.create({_type: 'person'}),
    status: 401,
    message: 'Unauthorized - Writing needs a token',
    details: undefined,
  },
  {
    when: 'the dataset does not exist',
    attempt: ({url, lake}) => clientFor(url, lake.token, 'none').fetch('*'),
    status: 404,
    message: 'Dataset "none" not found for project ID "storygraph".',
    details: undefined,
  },
  {
    when: 'a document exists',
    attempt: async (lake) => (await withPerson(lake)).create({_id: 'ana', _type: 'person'}),
    status: 409,
    message: 'The document "ana" already exists.',
    details: refused(
      'mutationError',
      item('documentAlreadyExistsError', 'The document "ana" already exists.', {id: 'ana'}),
    ),
  },
  {
    when: 'a document does not exist',
    attempt: ({administrator}) => administrator.patch('nobody').set({name: 'x'}).commit(),
    status: 409,
    message: 'The document "nobody" does not exist.',
    details: refused(
      'mutationError',
      item('documentNotFoundError', 'The document "nobody" does not exist.', {id: 'nobody'}),
    ),
  },
  {
    when: 'somebody else was faster',
    attempt: async (lake) =>
      (await withPerson(lake)).patch('ana').ifRevisionId('old').set({x: 1}).commit({tag: 'x'}),
    status: 409,
    message: '"ana" was expected at revision "old"',
    details: expect.objectContaining({
      type: 'mutationError',
      items: [
        item('documentRevisionIDDoesNotMatchError', expect.stringContaining('"old"'), {id: 'ana'}),
      ],
    }),
  },
  {
    when: 'a reference leads nowhere',
    attempt: ({administrator}) =>
      administrator
        .transaction()
        .create({_id: 'ana', _type: 'person'})
        .create({_id: 'unit', _type: 'unit', leader: reference})
        .commit(),
    status: 409,
    message: '"unit" refers to "nobody", which does not exist.',
    details: refused(
      'mutationError',
      item(
        'documentReferenceDoesNotExistError',
        '"unit" refers to "nobody", which does not exist.',
        {id: 'nobody'},
        1,
      ),
    ),
  },
  {
    when: 'a document is needed by another',
    attempt: async (lake) => {
      const client = await withPerson(lake)
      await client.create({_id: 'unit', _type: 'unit', leader: {...reference, _ref: 'ana'}})
      return client.delete('ana')
    },
    status: 409,
    message: '"ana" cannot be deleted: 1 other document(s) refer to it.',
    details: refused(
      'mutationError',
      item(
        'documentHasExistingReferencesError',
        '"ana" cannot be deleted: 1 other document(s) refer to it.',
        {id: 'ana', referencingIDs: ['unit']},
      ),
    ),
  },
  {
    when: 'an id cannot be one',
    attempt: ({administrator}) => administrator.mutate([{create: {_id: 'a b', _type: 'person'}}]),
    status: 400,
    message: '"a b" cannot be a document id.',
    details: refused('mutationError', item('invalidIdError', '"a b" cannot be a document id.')),
  },
  {
    when: 'there is no draft to publish',
    attempt: ({administrator}) =>
      administrator.action({
        actionType: 'sanity.action.document.publish',
        draftId: 'drafts.ana',
        publishedId: 'ana',
      }),
    status: 404,
    message: 'drafts.ana',
    details: expect.objectContaining({
      type: 'actionError',
      items: [item('documentNotFoundError', expect.any(String), {id: 'drafts.ana'})],
    }),
  },
  {
    when: 'a transaction id was used for something else',
    attempt: async ({administrator}) => {
      const options = {transactionId: 'once'}
      await administrator.mutate([{create: {_id: 'ana', _type: 'person'}}], options)
      return administrator.mutate([{create: {_id: 'bo', _type: 'person'}}], options)
    },
    status: 409,
    message: 'Conflict - The transaction id "once" was used for something else.',
    details: undefined,
  },
  {
    when: 'a request is not understood',
    attempt: ({administrator}) =>
      administrator.request({url: '/data/mutate/production', method: 'POST', body: {}}),
    status: 400,
    message: 'Bad Request - The request is not understood: mutations',
    details: undefined,
  },
]

it.each(cases)(
  'the client throws a ClientError when $when',
  async ({attempt, status, message, details}) => {
    const error = await attempt(await testLake()).catch((reason: unknown) => reason)
    if (!(error instanceof ClientError)) throw new Error(`No ClientError: ${String(error)}`)
    expect(error.statusCode).toBe(status)
    expect(error.message).toContain(message)
    expect(error.details).toEqual(details)
  },
)

import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'

import type {SanityClient} from '@sanity/client'
import {afterAll, beforeAll, expect, it} from 'vitest'

import {openLake, type Lake} from '../../lake/index.ts'
import {
  exampleOf,
  expected,
  kinds,
  roles,
  rules,
  type Kind,
  type Outcome,
  type RoleName,
} from '../support/accessRules.ts'
import {ask} from '../support/ask.ts'
import {attemptsFor, type Attempt, type Wanted} from '../support/endpoints.ts'
import {issueToken} from '../support/issueToken.ts'
import {clientFor} from '../support/testLake.ts'

const STUDIO = 'http://localhost:3333'

const directory = mkdtempSync(path.join(tmpdir(), 'storygraph-'))
const tokens = new Map<RoleName, string>()
let lake: Lake
let url: string
let administrator: SanityClient
let changes = 0

/** How a kind of document can be told from an answer: by a word in it, or by what changed it. */
function wanted(kind: Kind): Wanted {
  const name = kind.replaceAll(' ', '')
  const id = exampleOf[kind]
  return {id, transactionId: `changeof${name}-`, word: `wordof${name}end`, studio: STUDIO}
}

beforeAll(async () => {
  lake = openLake({
    directory,
    projectId: 'storygraph',
    datasets: ['production', 'spare'],
    studioOrigins: [STUDIO],
  })
  url = (await lake.listen()).url
  administrator = clientFor(url, lake.token)
  for (const role of roles) {
    if (role !== 'anonymous') tokens.set(role, await issueToken(administrator, role))
  }
  await administrator.create({_id: 'person-0', _type: 'x'})
  for (const kind of kinds) {
    const {id, transactionId, word} = wanted(kind)
    const document = {_id: id, _type: 'x', name: word}
    await administrator.mutate([{create: document}], {transactionId})
  }
})
afterAll(async () => {
  await lake.close()
  rmSync(directory, {recursive: true, force: true})
})

/** Changes the document that is looked for, and then one that everybody may read. */
async function change({id, transactionId}: Wanted): Promise<string> {
  const [first, last] = [`${transactionId}${++changes}`, `last-${++changes}`]
  await administrator.mutate([{patch: {id, set: {x: changes}}}], {transactionId: first})
  const told = [{patch: {id: 'person-0', set: {x: changes}}}]
  await administrator.mutate(told, {transactionId: last})
  return last
}

async function outcome(
  endpoint: string,
  attempt: Attempt,
  role: RoleName,
  target: Wanted,
): Promise<Outcome | 'failed'> {
  const touch = (): Promise<string> => change(target)
  const {status, text} = await ask(url, endpoint, attempt, tokens.get(role), touch, lake.fetch)
  if (status >= 500) return 'failed'
  // An error may name the transaction that was sent.
  const names = status < 400 ? [target.word, target.transactionId] : [target.word]
  if (names.some((name) => text.includes(name))) return 'told'
  return status === 401 || status === 403 ? 'refused' : 'answered'
}

it('has a rule and a request for every endpoint that there is', async () => {
  const endpoints = (await lake.endpoints()).toSorted()
  const ruled = Object.values(rules).flatMap(({endpoints}) => endpoints)
  expect(ruled.toSorted()).toEqual(endpoints)
  expect(Object.keys(attemptsFor(wanted('desk'))).toSorted()).toEqual(endpoints)
})

it('ends as the rules say, in every cell', {timeout: 120_000}, async () => {
  const unexpected: string[] = []
  let cells = 0
  for (const rule of Object.values(rules)) {
    for (const endpoint of rule.endpoints) {
      for (const kind of kinds) {
        const target = wanted(kind)
        for (const role of roles) {
          const outcomes: string[] = []
          for (const attempt of attemptsFor(target)[endpoint] ?? []) {
            outcomes.push(await outcome(endpoint, attempt, role, target))
          }
          const best = ['failed', 'told', 'answered', 'refused'].find((one) =>
            outcomes.includes(one),
          )
          cells += 1
          if (best !== expected(rule, role, kind)) {
            unexpected.push(`${role}, ${kind} at ${endpoint}: ${best}`)
          }
        }
      }
    }
  }
  expect(unexpected).toEqual([])
  expect(cells).toBe(roles.length * kinds.length * (await lake.endpoints()).length)
})

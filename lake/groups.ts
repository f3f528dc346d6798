import {evaluateSync, parse, toJS} from 'groq-js'

import type {Role, User} from './access.ts'
import type {GroqRequest} from './query/parsedQuery.ts'
import {requireFewParts} from './query/requireFewParts.ts'

const READ = ['read', 'history']
const WRITE = [...READ, 'update', 'create', 'editHistory', 'manage']

/** What a role allows, as the hosted lake lists it: by a filter that documents pass. */
export function grantsOf(role: Role): {filter: string; permissions: string[]}[] {
  if (role !== 'viewer') return [{filter: '_id in path("**")', permissions: WRITE}]
  return [{filter: '_id in path("**")', permissions: READ}]
}

const ASKS_FOR_GROUPS = /^\s*\*\s*\[\s*_type\s*==\s*(["'])system\.group\1\s*\]/

/** Whether a query is about the documents by which the hosted lake says who may do what. */
export function asksForGroups({query}: GroqRequest): boolean {
  return ASKS_FOR_GROUPS.test(query)
}

/** What such a query finds: a group for each role. These documents are stored nowhere. */
export function answerFromGroups({query, params}: GroqRequest, people: readonly User[]): unknown {
  requireFewParts(query)
  const roles: readonly Role[] = ['administrator', 'editor', 'viewer']
  const dataset = roles.map((role) => ({
    _id: `_.groups.${role}`,
    _type: 'system.group',
    members: people.filter((person) => person.role === role).map(({id}) => id),
    grants: grantsOf(role),
  }))
  return toJS(evaluateSync(parse(query, {params}), {dataset}))
}

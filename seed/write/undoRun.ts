import type {SanityClient} from '@sanity/client'

import {memoryId, runDocumentId, seedMemoryType} from '../../vocabulary/seedMemory.ts'
import {draftIdOf, publishedIdOf} from '../documentIds.ts'
import {documentsById} from './documentsById.ts'
import {planUndo, type Undo, type UndoOutcome} from './planUndo.ts'
import {referencedBy, referrersOf} from './referrers.ts'
import {readMemory, type SeedMemory} from './seedMemory.ts'
import {isConflict, sender, type SendMutations} from './sendMutations.ts'

/** What taking a run back did, or on a dry run would do. */
export interface UndoReport {
  readonly run: string
  readonly dryRun: boolean
  readonly outcomes: readonly UndoOutcome[]
}

export interface UndoOptions {
  readonly dryRun?: boolean
  readonly send?: SendMutations
}

const PAGE = 200
/** An editor who writes at the same moment makes the whole computation start again, this often. */
const ATTEMPTS = 5

/**
 * Takes a run back: what it created is deleted and what it changed is restored, where nobody has
 * touched it since and nothing that stays refers to it. All else is kept, with the reason.
 * `undefined` when the dataset knows of no such run.
 */
export async function undoRun(
  client: SanityClient,
  run: string,
  {dryRun = false, send = sender(client)}: UndoOptions = {},
): Promise<UndoReport | undefined> {
  const done: UndoOutcome[] = []
  for (let attempt = 1; ; attempt++) {
    const memories = await memoriesOf(client, run)
    const isKnown = (await client.getDocument(runDocumentId(run))) !== undefined
    if (memories.length === 0 && !isKnown) return undefined
    const undos = await keepReferred(client, await planAll(client, memories, run))
    const kept = undos.filter(({mutations}) => mutations.length === 0)
    const due = undos.filter(({mutations}) => mutations.length > 0)
    if (dryRun) return {run, dryRun, outcomes: undos.map(({outcome}) => outcome)}
    try {
      for (const page of pagesOf(inOrder(due))) {
        await send(page.flatMap(({mutations}) => mutations))
        done.push(...page.map(({outcome}) => outcome))
      }
    } catch (error) {
      if (attempt === ATTEMPTS || !isConflict(error)) throw error
      continue
    }
    const undoneAt = new Date().toISOString()
    if (isKnown) await client.patch(runDocumentId(run)).set({undoneAt}).commit()
    return {run, dryRun, outcomes: [...done, ...kept.map(({outcome}) => outcome)]}
  }
}

async function memoriesOf(client: SanityClient, run: string): Promise<string[]> {
  return client.fetch<string[]>(
    '*[_type == $type && (createdBy == $run || $run in fields[].run)] | order(_id)._id',
    {type: seedMemoryType, run},
    {perspective: 'raw'},
  )
}

async function planAll(client: SanityClient, memories: readonly string[], run: string) {
  const undos: Undo[] = []
  for (const page of pagesOf(memories)) {
    const ids = page.map((id) => id.slice(memoryId('').length))
    const wanted = ids.flatMap((id) => [id, draftIdOf(id), memoryId(id)])
    const byId = await documentsById(client, wanted)
    for (const id of ids) {
      const memory: SeedMemory | undefined = readMemory(byId.get(memoryId(id)))
      if (!memory) continue
      const stored = {published: byId.get(id), draft: byId.get(draftIdOf(id)), memory}
      undos.push(...planUndo(id, stored, run))
    }
  }
  return undos
}

/** Keeps what something refers to that stays; and then what the kept refer to, and so on. */
async function keepReferred(client: SanityClient, undos: readonly Undo[]): Promise<Undo[]> {
  const leaving = new Map(
    undos.flatMap((undo) => (undo.deletes ? [[publishedIdOf(undo.deletes), undo] as const] : [])),
  )
  const keptBy = new Map<string, string>()
  const stays = (id: string) => leaving.get(publishedIdOf(id))?.deletes !== id
  const staying = new Set<string>()
  for (const page of pagesOf([...leaving.keys()])) {
    for (const id of await referrersOf(client, page)) if (stays(id)) staying.add(id)
  }
  let referrers = [...(await documentsById(client, [...staying])).values()]
  while (referrers.length > 0) {
    const held: string[] = []
    for (const referrer of referrers) {
      for (const id of referencedBy(referrer)) {
        const undo = leaving.get(id)
        if (!undo?.deletes) continue
        keptBy.set(undo.deletes, referrer._id)
        held.push(undo.deletes)
        leaving.delete(id)
      }
    }
    referrers = [...(await documentsById(client, held)).values()]
  }
  return undos.map((undo) => {
    const referrer = undo.deletes && keptBy.get(undo.deletes)
    if (referrer === undefined) return undo
    const {fields: _fields, ...outcome} = undo.outcome
    return {
      mutations: [],
      outcome: {...outcome, status: 'kept', reason: `is referred to by ${referrer}`},
    }
  })
}

/** What refers to others is deleted before them. */
function inOrder(undos: readonly Undo[]): Undo[] {
  const first = ['desk', 'article', 'poll']
  const rank = ({outcome}: Undo) => first.indexOf(outcome.type) + 1 || first.length + 1
  return undos.toSorted((a, b) => rank(a) - rank(b))
}

function* pagesOf<Item>(items: readonly Item[]): Generator<Item[]> {
  for (let at = 0; at < items.length; at += PAGE) yield items.slice(at, at + PAGE)
}

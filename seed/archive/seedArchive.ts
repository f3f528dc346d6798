import {createHash} from 'node:crypto'

import type {SanityClient} from '@sanity/client'

import {memoryId} from '../../vocabulary/seedMemory.ts'
import {type DraftedStory, draftStory} from '../compose/draftStory.ts'
import type {Known} from '../known/known.ts'
import {toKnownRecord} from '../known/knownRecord.ts'
import {loadKnown} from '../known/loadKnown.ts'
import {articleIdOf, derivedIds} from '../register/derivedIds.ts'
import type {Problem} from '../validate/problem.ts'
import {documentsById} from '../write/documentsById.ts'
import {readMemory} from '../write/seedMemory.ts'
import {sender, statusOf} from '../write/sendMutations.ts'
import {beginRun, endRun} from '../write/runs.ts'
import {type SeedDocument, writeDocuments} from '../write/writeDocuments.ts'
import {type ArchiveReport, startTally} from './archiveReport.ts'
import {type ArchiveArticle, isReadable, type ReadArticle} from './articleRecord.ts'
import {datasetSecret, existingSecret} from './datasetSecret.ts'
import {nearDuplicateFinder} from './nearDuplicates.ts'

/** An article as it comes in, or what is wrong with what came in its place. */
export type Incoming = ReadArticle & {
  readonly place: string
}

export interface ArchiveOptions {
  readonly run: string
  readonly dryRun?: boolean
  /** Overwrites what editors changed, and reads every article again. */
  readonly force?: boolean
  /** Reads articles again that have not changed since they were seeded. */
  readonly again?: boolean
  /** Transactions a second that the dataset takes. */
  readonly perSecond?: number
  /** Articles that go into one transaction, at most. */
  readonly batch?: number
  /** What is wrong with the documents of one article, beyond what reading it can tell. */
  readonly check?: (documents: readonly SeedDocument[]) => readonly Problem[]
  /** Told after every few articles: how it stands, and how many these were. */
  readonly onArticles?: (report: ArchiveReport, count: number) => void
  /** Gets each story that was drafted, before it is written. */
  readonly onDrafted?: (story: DraftedStory) => void
}

interface Drafted {
  readonly article: ArchiveArticle
  readonly id: string
  readonly digest: string
  readonly documents: DraftedStory['documents']
}

/** The hosted Content Lake takes 4 MB a request; what the seed remembers is sent along. */
const LARGEST_BATCH = 2_000_000

/**
 * Seeds articles one after the other, each read with all that is known from those before it. Each
 * arrives with its documents in one transaction: a run that was interrupted is repeated, and what it
 * wrote is found again and left as it is. What is wrong with one article does not stop the others.
 */
export async function seedArchive(
  client: SanityClient,
  articles: AsyncIterable<Incoming>,
  options: ArchiveOptions,
): Promise<ArchiveReport> {
  const {run, dryRun = false, force = false, again = false, batch = 10} = options
  const {check = () => [], onArticles = () => {}, onDrafted = () => {}} = options
  const {perSecond = Infinity} = options
  const tally = startTally(run, dryRun)
  const secret = await (dryRun ? existingSecret(client) : datasetSecret(client))
  const send = sender(client, {perSecond})
  const nearDuplicateOf = nearDuplicateFinder()
  const places = new Map<string, {place: string; digest: string}>()
  let known = await loadKnown(client)
  let hasBegun = false

  for await (const group of inGroups(articles, batch)) {
    const taken = group.flatMap((incoming) => take(incoming) ?? [])
    let pending: Drafted[] = []
    let size = 0
    for (const next of await changed(taken)) {
      const drafted = draft(next)
      if (!drafted) continue
      remember(known, drafted.documents)
      const bytes = JSON.stringify(drafted.documents).length
      if (size + bytes > LARGEST_BATCH) {
        await write(pending)
        pending = []
        size = 0
      }
      pending.push(drafted)
      size += bytes
    }
    await write(pending)
    onArticles(tally.report, group.length)
  }
  if (hasBegun) await endRun(client, tally.report)
  return tally.report

  /** Puts an article that came in on the list, unless there is something wrong with it. */
  function take({place, problems, article}: Incoming) {
    if (!article) {
      tally.fail(place, problems)
      return undefined
    }
    const id = articleIdOf(secret, article.source)
    const digest = digestOf(article)
    const earlier = places.get(id)
    if (earlier) {
      if (earlier.digest === digest) tally.resemble({place, of: earlier.place, likeness: 1})
      else tally.fail(place, [`has the id of ${earlier.place}, which holds another text`])
      return undefined
    }
    places.set(id, {place, digest})
    const near = nearDuplicateOf(place, article.text)
    if (near) tally.resemble(near)
    tally.note(article, isReadable(article))
    return {article, id, digest}
  }

  /** Leaves out what was read before, word for word. */
  async function changed<Taken extends {id: string; digest: string; article: ArchiveArticle}>(
    taken: readonly Taken[],
  ): Promise<Taken[]> {
    if (force || again || taken.length === 0) return [...taken]
    const ids = taken.map(({id}) => memoryId(id))
    const memories = await documentsById(client, ids)
    return taken.filter(({id, digest, article}) => {
      const isNew = readMemory(memories.get(memoryId(id)))?.source !== digest
      if (!isNew) tally.skip(article)
      return isNew
    })
  }

  function draft({article, id, digest}: Omit<Drafted, 'documents'>): Drafted | undefined {
    const {text, isTitled, language, fields, place} = article
    const sha256 = createHash('sha256').update(text).digest('hex')
    const importInfo = {fileName: place, sha256}
    try {
      const drafted = draftStory({
        article: {id, text, isTitled, language: language ?? 'und', fields, importInfo},
        known,
        newId: derivedIds(secret, id),
      })
      onDrafted(drafted)
      const {documents} = drafted
      const own = language === undefined ? documents.map(withoutLanguage) : documents
      const problems = check(own)
      if (problems.length === 0) return {article, id, digest, documents: own}
      tally.fail(
        place,
        problems.map(({where, path, message}) => [where, path, message].join(' ')),
      )
    } catch (error) {
      tally.fail(place, [`cannot be read: ${messageOf(error)}`])
    }
    return undefined
  }

  async function write(drafts: readonly Drafted[]): Promise<void> {
    if (drafts.length === 0) return
    try {
      await writeAll(drafts)
    } catch (error) {
      if (!isRefusal(error)) throw error
      // What a refused article would have brought in is not there for those behind it to refer to.
      known = await loadKnown(client)
      for (const one of drafts) await writeAlone(one)
    }
  }

  async function writeAlone(refused: Drafted): Promise<void> {
    const drafted = draft(refused)
    if (!drafted) return
    try {
      await writeAll([drafted])
      remember(known, drafted.documents)
    } catch (error) {
      if (!isRefusal(error)) throw error
      tally.fail(drafted.article.place, [messageOf(error)])
    }
  }

  async function writeAll(drafts: readonly Drafted[]): Promise<void> {
    if (!dryRun && !hasBegun) await beginRun(client, run)
    hasBegun = !dryRun
    const documents = drafts.flatMap((one) => one.documents)
    const sources = new Map(drafts.map(({id, digest}) => [id, digest]))
    const {outcomes} = await writeDocuments(client, documents, {dryRun, force, run, sources, send})
    tally.write(documents, outcomes)
    const written = new Set(
      outcomes.filter(({status}) => status === 'created' || status === 'updated').map(({id}) => id),
    )
    if (written.size > 0) tally.send(documents.filter(({_id}) => written.has(_id)))
  }
}

async function* inGroups<Item>(items: AsyncIterable<Item>, size: number) {
  let group: Item[] = []
  for await (const item of items) {
    group.push(item)
    if (group.length < size) continue
    yield group
    group = []
  }
  if (group.length > 0) yield group
}

function remember(known: Known, documents: readonly SeedDocument[]): void {
  known.add(documents.filter(({_type}) => _type !== 'desk').map(toKnownRecord))
}

function digestOf({text, isTitled, language, fields}: ArchiveArticle): string {
  const content = JSON.stringify([text, isTitled, language ?? null, fields])
  return createHash('sha256').update(content).digest('base64url').slice(0, 22)
}

/** A story in a language that nobody named has none until an editor says which. */
function withoutLanguage(document: SeedDocument): SeedDocument {
  if (document._type !== 'article') return document
  const {language: _unknown, ...others} = document
  return {...others, _id: document._id, _type: document._type}
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** Whether the lake will not have these documents; anything else is trouble that stops the run. */
function isRefusal(error: unknown): boolean {
  return [400, 409, 413, 422].includes(statusOf(error) ?? 0)
}

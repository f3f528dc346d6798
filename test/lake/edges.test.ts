import {cpSync} from 'node:fs'
import {DatabaseSync} from 'node:sqlite'
import path from 'node:path'

import type {SanityDocument} from '@sanity/client'
import {expect, it, onTestFinished, vi} from 'vitest'

import {openStore, type Store} from '../../lake/store/store.ts'
import {temporaryDirectory} from '../support/temporaryDirectory.ts'

const TIME = '2024-05-01T10:00:00.000Z'

function story(number: number, target: string): SanityDocument {
  const stamps = {_createdAt: TIME, _updatedAt: TIME, _rev: `${number} ${target}`}
  return {_id: `story-${number}`, _type: 'story', about: {_ref: target}, ...stamps}
}

const stories = Array.from({length: 20}, (_, number) => story(number, 'ana'))

/** Writes documents in one transaction; `undefined` removes the one with that number. */
function write(store: Store, id: string, documents: (SanityDocument | undefined)[]): void {
  const changes = documents.map((after, number) => {
    const documentId = after?._id ?? `story-${number}`
    return {documentId, before: store.get(documentId), after, mutations: []}
  })
  store.write({id, timestamp: TIME, author: 'editor', changes}, {digest: '', response: ''}, [])
}

/** A store into which so much was imported that the edges of it wait. */
function imported(): {store: Store; file: string} {
  const file = path.join(temporaryDirectory(), 'imported.db')
  const store = openStore(file)
  onTestFinished(() => store.close())
  write(store, 'import', stories)
  return {store, file}
}

/** What lies on the disk now, as a killed lake leaves it. */
function copied(file: string): string {
  const left = path.join(temporaryDirectory(), 'left')
  cpSync(path.dirname(file), left, {recursive: true})
  return path.join(left, path.basename(file))
}

/** How many edges are in the file. */
function edgesIn(file: string): number {
  const database = new DatabaseSync(copied(file))
  const count = database.prepare('SELECT count(*) AS n FROM edges').get()?.['n']
  database.close()
  return Number(count)
}

/** Who refers to somebody. */
function referrers(store: Store, target: string): string[] {
  return store.findIds({by: 'reference', targets: [target], isSeen: true}, false).toSorted()
}

it('the edges of an import are found while they wait to be written', () => {
  const {store, file} = imported()
  expect(edgesIn(file)).toBe(0)
  expect(referrers(store, 'ana')).toHaveLength(20)
  expect(store.strongReferrers('ana')).toHaveLength(20)
  expect(store.differences({repair: false})).toEqual([])
})

it('edges that wait are changed with their documents', () => {
  const {store, file} = imported()
  write(store, 'edit', [story(0, 'ben'), undefined])
  expect(referrers(store, 'ben')).toEqual(['story-0'])
  expect(referrers(store, 'ana')).toHaveLength(18)
  expect(store.differences({repair: false})).toEqual([])
  expect(edgesIn(file)).toBe(19)
})

it('edges that wait are written once nothing more comes in', async () => {
  const {file} = imported()
  await vi.waitFor(() => expect(edgesIn(file)).toBe(20), {timeout: 10_000})
})

it('edges that wait are written when there are many', () => {
  const {store, file} = imported()
  const about = Array.from({length: 2_000}, (_, number) => ({_ref: `person-${number}`}))
  const long = Array.from({length: 16}, (_, number) => ({...story(number, ''), about}))
  write(store, 'more', long)
  expect(edgesIn(file)).toBe(16 * 2_000 + 4)
  expect(referrers(store, 'person-7')).toHaveLength(16)
})

it('edges that wait are written when the lake stops', () => {
  const file = path.join(temporaryDirectory(), 'stopped.db')
  const store = openStore(file)
  write(store, 'import', stories)
  store.close()
  expect(edgesIn(file)).toBe(20)
})

it('a copy has the edges that waited when it was made', () => {
  const {store, file} = imported()
  const copy = path.join(path.dirname(file), 'copy.db')
  store.copyTo(copy)
  const other = openStore(copy)
  onTestFinished(() => other.close())
  expect(referrers(other, 'ana')).toHaveLength(20)
})

it('edges that waited in a lake that was killed are found again', () => {
  const {store, file} = imported()
  write(store, 'edit', [story(0, 'ben'), undefined])
  const after = openStore(copied(file))
  onTestFinished(() => after.close())
  expect(referrers(after, 'ben')).toEqual(['story-0'])
  expect(referrers(after, 'ana')).toEqual(referrers(store, 'ana'))
  expect(after.differences({repair: false})).toEqual([])
})

it('a transaction that fails leaves no edges', () => {
  const {store} = imported()
  const changed = stories.map((_, number) => story(number, 'ben'))
  // The same document twice in one transaction cannot be recorded.
  expect(() => write(store, 'failing', [...changed, story(0, 'eve')])).toThrow('UNIQUE')
  expect(referrers(store, 'ben')).toEqual([])
  expect(referrers(store, 'ana')).toHaveLength(20)
})

it('edges wait no longer than what is recorded of their documents', () => {
  const {store, file} = imported()
  store.forget(['story-3'])
  expect(edgesIn(file)).toBe(20)
  expect(referrers(store, 'ana')).toHaveLength(20)
})

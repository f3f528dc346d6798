import {rmSync} from 'node:fs'
import {DatabaseSync} from 'node:sqlite'
import path from 'node:path'

import {expect, it} from 'vitest'

import {openStore} from '../../../lake/store/store.ts'
import {temporaryDirectory} from '../../support/temporaryDirectory.ts'
import {testLake} from '../../support/testLake.ts'

/** The tables of format 1, as they were written before queries were planned. */
const FORMAT_1 = `
  CREATE TABLE documents (
    id TEXT PRIMARY KEY, published TEXT NOT NULL, layer TEXT NOT NULL, type TEXT NOT NULL,
    rev TEXT NOT NULL, created TEXT NOT NULL, updated TEXT NOT NULL, content TEXT NOT NULL
  ) STRICT;
  CREATE INDEX documents_by_type ON documents (type, updated DESC);
  CREATE INDEX documents_by_published ON documents (published);
  CREATE TABLE edges (
    source TEXT NOT NULL, target TEXT NOT NULL, strong INTEGER NOT NULL,
    PRIMARY KEY (source, target)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX edges_by_target ON edges (target, source);
  CREATE TABLE transactions (
    seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, timestamp TEXT NOT NULL,
    author TEXT NOT NULL, digest TEXT NOT NULL, response TEXT NOT NULL
  ) STRICT;
  CREATE TABLE changes (
    document TEXT NOT NULL, seq INTEGER NOT NULL REFERENCES transactions, previous_rev TEXT,
    mutations TEXT NOT NULL, PRIMARY KEY (document, seq)
  ) STRICT, WITHOUT ROWID;
  PRAGMA user_version = 1;
`
const TIME = '2024-05-01T10:00:00.000Z'
const stamps = {_rev: 't1', _createdAt: TIME, _updatedAt: TIME}
const documents = [
  {_id: 'ana', _type: 'person', name: 'Ana Širvydė', slug: {current: 'ana'}, ...stamps},
  {_id: 'drafts.ana', _type: 'person', name: 'Ana S.', slug: {current: 'ana'}, ...stamps},
  {
    _id: 'story',
    _type: 'article',
    title: 'At sea',
    about: [{_type: 'reference', _ref: 'ana'}],
    ...stamps,
  },
]

function writeFormat1(file: string): void {
  const database = new DatabaseSync(file)
  database.exec(`PRAGMA journal_mode = WAL; ${FORMAT_1}`)
  database
    .prepare('INSERT INTO transactions VALUES (1, ?, ?, ?, ?, ?)')
    .run('t1', TIME, 'editor', 'digest', '{}')
  for (const document of documents) {
    const {_id, _type, _rev} = document
    const published = _id.replace('drafts.', '')
    const layer = published === _id ? 'published' : 'drafts'
    database
      .prepare('INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
      .run(_id, published, layer, _type, _rev, TIME, TIME, JSON.stringify(document))
    const mutations = JSON.stringify([{create: document}])
    database.prepare('INSERT INTO changes VALUES (?, 1, NULL, ?)').run(_id, mutations)
  }
  database.prepare('INSERT INTO edges VALUES (?, ?, 1)').run('story', 'ana')
  database.close()
}

it('brings a file of format 1 up to date when it is opened', async () => {
  const directory = temporaryDirectory()
  const before = await testLake({directory})
  await before.lake.close()
  const file = path.join(directory, 'datasets', 'production.db')
  rmSync(file)
  writeFormat1(file)

  const {administrator, lake} = await testLake({directory})
  const query = `{
    "bySlug": *[_type == "person" && slug.current == "ana"]._id,
    "byWords": *[[@, _id] match text::query("sirvyde")]._id,
    "referring": *[_type == "article" && references("ana")]{"about": about[]->name},
    "newest": *[_type == "person"] | order(name desc) [0...1].name
  }`
  expect(await administrator.fetch(query, {}, {perspective: 'raw'})).toEqual({
    bySlug: ['ana', 'drafts.ana'],
    byWords: ['ana'],
    referring: [{about: ['Ana Širvydė']}],
    newest: ['Ana Širvydė'],
  })
  await lake.close()

  const store = openStore(file)
  expect([store.faults(), store.differences({repair: false})]).toEqual([[], []])
  expect(store.changes(['story']).map(({transactionId}) => transactionId)).toEqual(['t1'])
  store.close()
})

it('keeps nothing of a forgotten document in the index of words', () => {
  const file = path.join(temporaryDirectory(), 'forgetting.db')
  const secret = {_id: 'secret', _type: 'note', text: 'zanzibarine', ...stamps}
  type State = typeof secret | undefined
  const write = (id: string, before: State, after: State, forget: string[]): void => {
    const store = openStore(file)
    store.write(
      {
        id,
        timestamp: TIME,
        author: 'editor',
        changes: [{documentId: 'secret', before, after, mutations: []}],
      },
      {digest: '', response: ''},
      forget,
    )
    store.close()
  }
  write('t1', undefined, secret, [])
  const words = (): unknown[] => {
    const database = new DatabaseSync(file)
    database.exec("CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(main, words, 'row')")
    const terms = database.prepare('SELECT term FROM temp.vocabulary ORDER BY term').all()
    database.close()
    return terms.map(({term}) => term)
  }
  expect(words()).toEqual(['secret', 'zanzibarine'])
  write('t2', secret, undefined, ['secret'])
  expect(words()).toEqual([])
})

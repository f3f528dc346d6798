import {readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'

import type {SanityClient} from '@sanity/client'
import {describe, expect, it} from 'vitest'

import {readStory, seedStory} from '../../cli/seedStory.ts'
import {carryOut} from '../../studio/forget/carryOut.ts'
import {
  type ForgettingPlan,
  planAnonymising,
  planErasing,
  type StoredDocument,
} from '../../studio/forget/planForgetting.ts'
import {temporaryDirectory} from '../support/temporaryDirectory.ts'
import {testLake} from '../support/testLake.ts'

describe('forgetting a person of the bundled story', () => {
  it('anonymises so that the old name is in no file, and no seed brings it back', async () => {
    const {administrator, directory, person} = await seededLake()
    await addTraces(administrator, person)
    const plan = planAnonymising(await documentsOf(administrator), person, {
      name: 'A volunteer',
      basis: 'editorialDecision',
    })
    expect(plan.words).toEqual(['Prokopiev, Vadim', 'Vadim Prokopiev', 'Prokopiev'])
    expect(plan.remaining.map(({type}) => type)).toEqual(['article', 'article', 'organisation'])
    expect(plan.pictures).toEqual(['image-abc-10x10-png'])
    expect(plan.sharedPictures).toEqual(['image-def-10x10-png'])
    await carryOut(administrator, plan)
    const pictures = '*[_type == "sanity.imageAsset"]._id'
    expect(await administrator.fetch(pictures)).toEqual(['image-def-10x10-png'])

    const entry = await administrator.getDocument(person)
    expect(
      Object.keys(entry ?? {})
        .filter((name) => !name.startsWith('_'))
        .sort(),
    ).toEqual(['identityProtection', 'name', 'naming', 'slug', 'sortName'])
    await changeText(administrator, plan)
    await forget(administrator, plan)
    expect(filesWith(directory, 'Prokopiev')).toEqual([])
    expect(filesWith(directory, 'prokopiev')).toEqual([])

    for (const force of [false, true]) {
      await seedStory(administrator, await readStory(), {force})
      expect(filesWith(directory, 'Prokopiev')).toEqual([])
    }
    expect(await administrator.fetch('*[_id == $person][0].name', {person})).toBe('A volunteer')
  })

  it('erases the entry, its marks and all that refers to it, for good', async () => {
    const {administrator, directory, person} = await seededLake()
    await addTraces(administrator, person)
    const plan = planErasing(await documentsOf(administrator), person, 'a source')
    await carryOut(administrator, plan)
    const refer = '*[references($person)]._id'
    expect(await administrator.fetch(refer, {person}, {perspective: 'raw'})).toEqual([])
    expect(await administrator.getDocument('protected.1')).toBe(undefined)
    const quotations = `*[_type == "article" && !(_id in path("drafts.**"))][0].body[].markDefs[_type == "quotation" && !defined(speaker)].basis`
    expect(await administrator.fetch(`array::unique(${quotations})`)).toEqual(['unattributed'])

    await changeText(administrator, plan)
    await forget(administrator, plan)
    expect(filesWith(directory, 'Prokopiev')).toEqual([])
    for (const force of [false, true]) {
      await seedStory(administrator, await readStory(), {force})
      expect(filesWith(directory, 'Prokopiev')).toEqual([])
    }
    expect(await administrator.getDocument(person)).toBe(undefined)
  })
})

/** A lake on disk that holds the bundled story, and the id of the person to be forgotten. */
async function seededLake() {
  const directory = temporaryDirectory()
  const {administrator} = await testLake({directory})
  await seedStory(administrator, await readStory())
  const person: string = await administrator.fetch('*[name == "Vadim Prokopiev"][0]._id')
  return {administrator, directory, person}
}

/** Everywhere else that a name gets to in a newsroom’s everyday life. */
async function addTraces(client: SanityClient, person: string): Promise<void> {
  const article: StoredDocument = await client.fetch('*[_type == "article"][0]')
  const subject = {_type: 'reference', _ref: person, _weak: true}
  await client
    .transaction()
    .create({
      _id: 'image-abc-10x10-png',
      _type: 'sanity.imageAsset',
      originalFilename: 'Prokopiev.png',
    })
    .create({_id: 'image-def-10x10-png', _type: 'sanity.imageAsset', originalFilename: 'crowd.png'})
    .patch(person, {
      set: {
        summary: 'Prokopiev owned restaurants.',
        image: picture('image-abc-10x10-png'),
      },
    })
    .create({
      ...(await need(client, person)),
      _id: `drafts.${person}`,
      summary: 'Draft of Prokopiev',
      image: picture('image-def-10x10-png'),
    })
    .create({_id: 'protected.1', _type: 'protectedIdentity', person: subject, custodian: 'Jo'})
    .create({_id: 'desk.1', _type: 'desk', subject, notes: 'Prokopiev called'})
    .create({
      _id: 'desk.2',
      _type: 'desk',
      subject: {...subject, _ref: article._id},
      notes: 'Ask Vadim Prokopiev again',
      items: [{_key: 'a', _type: 'deskItem', key: 'p00m0', wording: 'Vadim Prokopiev'}],
      notThis: [{_key: 'b', _type: 'deskExclusion', wording: 'Prokopiev', entity: subject}],
    })
    .patch(article._id, {
      set: {
        leadImage: picture('image-def-10x10-png'),
        corrections: [
          {
            _key: 'c',
            _type: 'storyCorrection',
            date: '2026-01-01',
            kind: 'correction',
            text: 'We misspelt the name of Vadim Prokopiev.',
            before: 'Prokopieff',
            after: 'Prokopiev',
          },
        ],
      },
    })
    .commit()
  await client.create({...(await need(client, article._id)), _id: `drafts.${article._id}`})
}

function picture(asset: string) {
  return {_type: 'creditedImage', asset: {_type: 'reference', _ref: asset}, credit: 'Jo'}
}

async function need(client: SanityClient, id: string) {
  const document = await client.getDocument(id)
  if (!document) throw new Error(`There is no ${id}.`)
  const {_rev, _createdAt, _updatedAt, ...content} = document
  return content
}

function documentsOf(client: SanityClient): Promise<StoredDocument[]> {
  return client.fetch('*', {}, {perspective: 'raw'})
}

function forget(client: SanityClient, {forget: ids, words}: ForgettingPlan): Promise<unknown> {
  const url = '/data/history/production/forget'
  return client.request({url, method: 'POST', body: {ids, words}})
}

/** What is left for an editor: the printed text, and statements in the words of it. */
async function changeText(client: SanityClient, {remaining}: ForgettingPlan): Promise<void> {
  for (const {id} of remaining) {
    const changed = JSON.stringify(await need(client, id)).replaceAll(/(Vadim )?Prokopiev/g, 'she')
    await client.createOrReplace(JSON.parse(changed))
  }
}

/** The files of a data directory in which a text stands, whatever they are. */
function filesWith(directory: string, text: string): string[] {
  return readdirSync(directory, {recursive: true, withFileTypes: true}).flatMap((entry) => {
    const file = path.join(entry.parentPath, entry.name)
    return entry.isFile() && readFileSync(file).includes(text) ? [entry.name] : []
  })
}

import {readFileSync} from 'node:fs'
import path from 'node:path'

import type {ReleaseDocument, SanityClient} from '@sanity/client'
import {describe, expect, it, vi} from 'vitest'

import {openLake} from '../../lake/index.ts'
import {startCommand} from '../support/command.ts'
import {names, release, springRelease} from '../support/release.ts'
import {temporaryDirectory} from '../support/temporaryDirectory.ts'
import {clientFor, testLake} from '../support/testLake.ts'
const releaseId = 'rSpring'
const FUTURE = '2100-01-01T08:00:00.000Z'
const LATER = '2100-02-01T08:00:00.000Z'
const strong = (_ref: string) => ({_type: 'reference', _ref})
const waiting = (_ref: string) => ({...strong(_ref), _weak: true, _strengthenOnPublish: {}})

function soon(milliseconds: number): string {
  return new Date(Date.now() + milliseconds).toISOString()
}

/** Resolves once the release is in another state than `scheduled`. */
function settled(client: SanityClient): Promise<ReleaseDocument | undefined> {
  return vi.waitUntil(
    async () => {
      const found = await release(client)
      return found?.state === 'scheduled' ? undefined : found
    },
    {timeout: 15_000, interval: 50},
  )
}

/** The command line’s lake on a data directory, in a process of its own. */
async function startLake(data: string) {
  const {child, printed, finished} = startCommand(['lake', '--port', '0', '--data', data])
  const [, url = ''] = await printed(/^Content Lake listening on (http:\/\/\S+)/)
  const token = readFileSync(path.join(data, 'token'), 'utf8').trim()
  const kill = async () => {
    child.kill('SIGKILL')
    await finished
  }
  return {client: clientFor(url, token), kill}
}

describe('scheduled releases', () => {
  it('are published at their time, in one transaction that listeners get', async () => {
    const {administrator: client} = await testLake()
    await springRelease(client)
    const events: string[] = []
    const subscription = client
      .listen('*[_type in ["person", "system.release"]]', {}, {includeResult: false})
      .subscribe((event) => {
        if (event.type === 'mutation') events.push(event.documentId)
      })
    const publishAt = soon(2_000)
    await client.releases.schedule({releaseId, publishAt})
    expect(await names(client)).toEqual(['a: old', 'versions.rSpring.a: new'])
    expect((await release(client))?.publishAt).toBe(publishAt)

    const published = await settled(client)
    expect(await names(client)).toEqual(['a: new'])
    expect(published?.state).toBe('published')
    expect(Date.parse(published?.publishedAt ?? '')).toBeGreaterThanOrEqual(Date.parse(publishAt))
    expect((await client.getDocument('a'))?._rev).toBe(published?._rev)
    await vi.waitFor(() =>
      expect(events).toEqual([
        '_.releases.rSpring',
        '_.releases.rSpring',
        'a',
        'versions.rSpring.a',
      ]),
    )
    subscription.unsubscribe()
  })

  it('are published at once when their time is past', async () => {
    const {administrator: client} = await testLake()
    await springRelease(client)
    await client.releases.schedule({releaseId, publishAt: '2001-01-01T00:00:00Z'})
    expect(await names(client)).toEqual(['a: new'])
  })

  it('can be moved to another time, and taken off it', async () => {
    const {administrator: client} = await testLake()
    await springRelease(client)
    await client.releases.schedule({releaseId, publishAt: FUTURE})
    await client.releases.schedule({releaseId, publishAt: LATER})
    expect((await release(client))?.publishAt).toBe(LATER)
    await client.releases.unschedule({releaseId})
    const unscheduled = await release(client)
    expect([unscheduled?.state, unscheduled?.publishAt]).toEqual(['active', undefined])
    await expect(client.releases.schedule({releaseId, publishAt: 'tomorrow'})).rejects.toMatchError(
      400,
    )
  })

  it('are published after a restart of a lake that was killed', async () => {
    const data = temporaryDirectory()
    const first = await startLake(data)
    await springRelease(first.client)
    await first.client.releases.schedule({releaseId, publishAt: soon(8_000)})
    await first.kill()

    const {client} = await startLake(data)
    expect((await release(client))?.state).toBe('scheduled')
    expect((await settled(client))?.state).toBe('published')
    expect(await names(client)).toEqual(['a: new'])
  })

  it('are published at the start of a lake that was off at the time', async () => {
    const directory = temporaryDirectory()
    const lake = openLake({projectId: 'storygraph', datasets: ['production'], directory})
    const client = clientFor((await lake.listen()).url, lake.token)
    await springRelease(client)
    const publishAt = soon(1_000)
    await client.releases.schedule({releaseId, publishAt})
    await lake.close()
    await vi.waitUntil(() => Date.now() > Date.parse(publishAt), {timeout: 5_000})

    const second = await testLake({directory})
    expect(await names(second.administrator)).toEqual(['a: new'])
    const {events} = await second.administrator.request({
      url: '/data/history/production/events/documents/versions.rSpring.a',
    })
    expect(events['versions.rSpring.a'][0]).toEqual({
      type: 'publishDocumentVersion',
      timestamp: (await release(second.administrator))?.publishedAt,
      author: 'administrator',
      documentId: 'a',
      revisionId: (await second.administrator.getDocument('a'))?._rev,
      versionId: 'versions.rSpring.a',
      versionRevisionId: events['versions.rSpring.a'][0].versionRevisionId,
      releaseId: 'rSpring',
      publishCause: 'release.schedule',
    })
  })

  it('hold on to the documents that they need', async () => {
    const {administrator: client} = await testLake()
    await springRelease(client)
    await client.create({_id: 'b', _type: 'person', name: 'b'})
    await client
      .patch('versions.rSpring.a')
      .set({friend: waiting('b')})
      .commit()
    await client.releases.schedule({releaseId, publishAt: FUTURE})
    await expect(client.delete('b')).rejects.toMatchError(409, 'scheduledReleaseError')
    await client.releases.unschedule({releaseId})
    await client.delete('b')
    await expect(client.releases.schedule({releaseId, publishAt: FUTURE})).rejects.toMatchError(
      409,
      'scheduledReleaseError',
    )
  })

  it('may need what an earlier one brings, which then stays scheduled', async () => {
    const {administrator: client} = await testLake()
    await springRelease(client)
    const document = {_type: 'person', name: 'b'}
    await client.createVersion({publishedId: 'b', releaseId, document})
    await client.releases.create({releaseId: 'rSummer'})
    await client.createVersion({
      publishedId: 'c',
      releaseId: 'rSummer',
      document: {_type: 'person', name: 'c', friend: waiting('b')},
    })
    const summer = {releaseId: 'rSummer', publishAt: LATER}
    await expect(client.releases.schedule(summer)).rejects.toMatchError(
      409,
      'scheduledReleaseError',
    )
    await client.releases.schedule({releaseId, publishAt: FUTURE})
    await client.releases.schedule(summer)
    await expect(client.releases.unschedule({releaseId})).rejects.toMatchError(
      409,
      'scheduledReleaseError',
    )
  })

  it('that cannot be published are active again and say why', async () => {
    const {administrator: client} = await testLake()
    await springRelease(client)
    await client.unpublishVersion({releaseId, publishedId: 'a'})
    await client.releases.schedule({releaseId, publishAt: soon(3_000)})
    await client.create({_id: 'b', _type: 'person', name: 'b', friend: strong('a')})
    await client.releases.create({releaseId: 'rUnrelated'})
    await client.releases.schedule({releaseId: 'rUnrelated', publishAt: FUTURE})
    const failed = await settled(client)
    expect([failed?.state, failed?.publishAt, failed?.error]).toEqual([
      'active',
      undefined,
      {message: '"a" cannot be deleted: 1 other document(s) refer to it.'},
    ])
    expect(await names(client)).toEqual(['a: old', 'b: b', 'versions.rSpring.a: new'])
  })
})

describe('the history of a release', () => {
  it('tells what was done with it and its documents', async () => {
    const {administrator: client} = await testLake()
    await springRelease(client)
    await client.releases.schedule({releaseId, publishAt: FUTURE})
    await client.releases.unschedule({releaseId})
    await client.releases.archive({releaseId})
    await client.releases.unarchive({releaseId})
    await client.discardVersion({publishedId: 'a', releaseId})
    await client.createVersion({publishedId: 'a', baseId: 'a', releaseId})
    await client.releases.publish({releaseId})
    const {events} = await client.request<{events: {type: string}[]}>({
      url: '/data/history/production/events/releases/rSpring',
    })
    expect(events.map(({type}) => type)).toEqual([
      'publishRelease',
      'addDocumentToRelease',
      'discardDocumentFromRelease',
      'unarchiveRelease',
      'archiveRelease',
      'unscheduleRelease',
      'scheduleRelease',
      'addDocumentToRelease',
      'createRelease',
    ])
  })

  it('tells each version how its release was scheduled', async () => {
    const {administrator: client} = await testLake()
    await springRelease(client)
    await client.releases.schedule({releaseId, publishAt: FUTURE})
    const told = async () => {
      const {events} = await client.request<{
        events: Record<string, {type: string; state?: string}[]>
      }>({url: '/data/history/production/events/documents/versions.rSpring.a'})
      return events['versions.rSpring.a']?.map(({type, state}) => [type, state])
    }
    expect(await told()).toEqual([
      ['scheduleDocumentVersion', 'pending'],
      ['createDocumentVersion', undefined],
    ])
    await client.releases.unschedule({releaseId})
    await client.releases.publish({releaseId})
    expect(await told()).toEqual([
      ['publishDocumentVersion', undefined],
      ['unscheduleDocumentVersion', undefined],
      ['scheduleDocumentVersion', 'unscheduled'],
      ['createDocumentVersion', undefined],
    ])
  })

  it('keeps what a version was when its release took it away', async () => {
    const {administrator: client} = await testLake()
    await springRelease(client)
    const {transactionId} = await client.releases.publish({releaseId})
    const {documents} = await client.request<{documents: {_rev: string; name: string}[]}>({
      url: '/data/history/production/documents/versions.rSpring.a?lastRevision=true',
    })
    expect(documents.map(({_rev, name}) => [_rev, name])).toEqual([[transactionId, 'new']])
  })
})

import {rmSync, writeFileSync} from 'node:fs'
import path from 'node:path'

import {describe, expect, it} from 'vitest'

import {arrivalsOf} from '../support/arrivals.ts'
import {fillDisk, ids} from '../support/fillDisk.ts'
import {startLake} from '../support/lakeProcess.ts'
import {damages, directoryToSpoil, startSpoilt, type Damage} from '../support/spoil.ts'
import {temporaryDirectory} from '../support/temporaryDirectory.ts'

const TIMES = 30
const KINDS: Damage[] = ['cut off', 'with a bit turned', 'with many bits turned']

describe('storygraph lake', () => {
  it.each(KINDS)(
    `over a file ${TIMES} times %s says so, or the doctor finds it`,
    async (damage) => {
      const directory = temporaryDirectory()
      const exported = await directoryToSpoil(directory)
      const outcomes: Record<string, number> = {}
      for (let time = 0; time < TIMES; time++) {
        const outcome = await startSpoilt(directory, damage, exported)
        outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
      }
      console.log(`A file ${damage}:`, outcomes)
      expect(Object.keys(damages)).toContain(damage)
    },
  )

  /** A file system of its own in memory, which a user may make who may make namespaces. */
  it('on a disk that fills up refuses writes, and goes on once there is space', async () => {
    const directory = temporaryDirectory()
    const mount = 'mount -t tmpfs -o size=6m storygraph "$0" && exec "$@"'
    const seenFrom = (pid: number): string => path.join('/proc', String(pid), 'root', directory)
    const lake = await startLake(directory, {
      launcher: ['unshare', '--map-root-user', '--mount', 'sh', '-c', mount, directory],
      seenFrom,
    })
    const ballast = path.join(seenFrom(lake.pid), 'ballast')
    writeFileSync(ballast, Buffer.alloc(2 * 1024 * 1024))
    const next = arrivalsOf<object>(
      lake.administrator.listen('*[_id == "after"]', {}, {events: ['welcome', 'mutation']}),
    )
    expect(await next()).toHaveProperty('type', 'welcome')
    const health = async () => {
      const response = await fetch(`${lake.url}/healthz`)
      return [response.status, (await response.json()).status]
    }
    expect(await health()).toEqual([200, 'ok'])
    const kept = await fillDisk(lake, directory, 'first')
    expect(await health()).toEqual([503, 'failing'])
    rmSync(ballast)
    await lake.administrator.create({_id: 'after', _type: 'note'})
    expect(await next()).toHaveProperty('documentId', 'after')
    expect(await health()).toEqual([200, 'ok'])
    expect(await ids(lake.administrator)).toEqual(['after', ...kept])
    await fillDisk(lake, directory, 'second')
    expect((await lake.end('SIGTERM')).exitCode).toBe(0)
  })
})

import {readFileSync} from 'node:fs'
import path from 'node:path'

import {describe, expect, it} from 'vitest'

import {storyHook, webhookHandler, type StoryChange} from '../../webhook/index.ts'
import {runCommand, startCommand} from '../support/command.ts'
import {openSite} from '../support/site.ts'
import {temporaryDirectory} from '../support/temporaryDirectory.ts'
import {clientFor} from '../support/testLake.ts'

describe('storygraph hook', () => {
  it('has the lake tell a website what changes, until the hook is deleted', async () => {
    const data = temporaryDirectory()
    const told = Promise.withResolvers<StoryChange>()
    let secret = ''
    const url = await openSite((request) => webhookHandler({secret, handle: told.resolve})(request))
    const {printed} = startCommand(['lake', '--port', '0', '--data', data])
    const [, lake = ''] = await printed(/listening on (\S+)/)
    const run = (...args: string[]) => runCommand(['hook', ...args, '--data', data])

    const made = await run('create', url, '--json')
    const {id, ...rest} = JSON.parse(made.stdout)
    expect(rest).toEqual({
      name: storyHook.name,
      url,
      dataset: 'production',
      secret: expect.stringMatching(/^[\w-]{43}$/),
    })
    secret = rest.secret
    const token = readFileSync(path.join(data, 'token'), 'utf8').trim()
    await clientFor(lake, token).create({_id: 'place-a', _type: 'place', name: 'Norholm'})
    expect((await told.promise).id).toBe('place-a')

    expect(await run('list')).toEqual({
      exitCode: 0,
      stdout: `${id}  production  ${url}  ${storyHook.name}\n`,
      stderr: '',
    })
    expect((await run('delete', id)).stdout).toBe(`${id} is deleted.\n`)
    expect((await run('list', '--json')).stdout).toBe('[]\n')
  })

  it('refuses what is no address, and an id there is not', async () => {
    const data = temporaryDirectory()
    const wrong = await runCommand(['hook', 'create', 'nowhere', '--data', data])
    expect([wrong.exitCode, wrong.stdout]).toEqual([1, ''])
    expect(wrong.stderr).toContain('url: is not an http or https address')
    const missing = await runCommand(['hook', 'delete', 'none', '--data', data])
    expect([missing.exitCode, missing.stdout]).toEqual([1, ''])
    expect(missing.stderr).toContain('There is no such webhook.')
  })
})

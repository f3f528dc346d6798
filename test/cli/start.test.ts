import {readFileSync} from 'node:fs'
import path from 'node:path'

import {describe, expect, it} from 'vitest'

import {runCommand, startCommand} from '../support/command.ts'
import {temporaryDirectory} from '../support/temporaryDirectory.ts'
import {clientFor} from '../support/testLake.ts'

const STUDIO = /Sanity Studio {3}(http:\/\/localhost:\d+)\n/
const LAKE = /Content Lake {4}(http:\/\/127\.0\.0\.1:\d+) /
const TITLE = '*[_type == "article"][0].title'

function start(data: string) {
  return startCommand(['start', '--port', '0', '--lake-port', '0', '--data', data])
}

describe('storygraph start', {timeout: 240_000}, () => {
  it('seeds an empty dataset, serves Studio and lake, and stops on Ctrl-C', async () => {
    const data = temporaryDirectory()
    const first = start(data)
    const [, studio = ''] = await first.printed(STUDIO)
    const [, lake = ''] = await first.printed(LAKE)
    const page = await (await fetch(studio)).text()
    expect(page).toContain(`<meta name="storygraph-lake" content="${lake}"`)
    expect(page).toContain('name="storygraph-dataset" content="production"')
    const [, script = ''] = /<script[^>]* src="(\/[^"]+)"/.exec(page) ?? []
    expect((await fetch(new URL(script, studio))).headers.get('content-type')).toContain(
      'javascript',
    )
    expect((await fetch(`${studio}/static/nothing.js`)).status).toBe(404)

    const token = readFileSync(path.join(data, 'token'), 'utf8').trim()
    const administrator = clientFor(lake, token)
    const id = await administrator.fetch('*[_type == "article"][0]._id')
    await administrator.patch(id).set({title: 'Changed by an editor'}).commit()

    first.child.kill('SIGINT')
    expect((await first.finished).exitCode).toBe(0)
    for (const url of [studio, lake]) await expect(fetch(url)).rejects.toThrow('fetch failed')

    const second = start(data)
    const [, again = ''] = await second.printed(LAKE)
    expect(await clientFor(again).fetch(TITLE)).toBe('Changed by an editor')
    second.child.kill('SIGTERM')
    const {stdout, exitCode} = await second.finished
    expect(exitCode).toBe(0)
    expect(stdout).not.toContain('created')
  })

  it('refuses a taken port that was asked for', async () => {
    const {printed} = startCommand(['lake', '--port', '0', '--data', temporaryDirectory()])
    const [, port = ''] = await printed(/listening on http:\/\/127\.0\.0\.1:(\d+)/)
    for (const args of [
      ['--port', port, '--lake-port', '0'],
      ['--port', '0', '--lake-port', port],
    ]) {
      const data = temporaryDirectory()
      const {exitCode, stderr} = await runCommand(['start', ...args, '--data', data])
      expect(stderr).toBe(`Port ${port} on 127.0.0.1 is taken. Name another one.\n`)
      expect(exitCode).toBe(1)
    }
  })
})

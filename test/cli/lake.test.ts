import {createServer} from 'node:net'
import path from 'node:path'
import {readFileSync, writeFileSync} from 'node:fs'

import {describe, expect, it, onTestFinished} from 'vitest'

import {runCommand, startCommand} from '../support/command.ts'
import {halves} from '../support/pictures.ts'
import {temporaryDirectory} from '../support/temporaryDirectory.ts'
import {clientFor} from '../support/testLake.ts'

const LISTENING =
  /^Content Lake listening on (http:\/\/127\.0\.0\.1:(\d+)) \(dataset (\w+), (\d+) documents\)\n/

/** Makes a process find no sharp, as one that never had it installed. */
const NO_SHARP = `
  import {registerHooks} from 'node:module'
  registerHooks({
    resolve(name, context, next) {
      if (name === 'sharp') throw new Error('Cannot find package "sharp"')
      return next(name, context)
    },
  })
`

async function takenPort(): Promise<number> {
  const server = createServer()
  onTestFinished(() => {
    server.close()
  })
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })
}

describe('storygraph lake', () => {
  it('says in its first line where it listens, and stops on Ctrl-C', async () => {
    const data = temporaryDirectory()
    const {child, printed, finished} = startCommand(['lake', '--port', '0', '--data', data])
    const [, url = '', port, dataset, documents] = await printed(LISTENING)
    expect(Number(port)).toBeGreaterThan(0)
    expect([dataset, documents]).toEqual(['production', '0'])
    expect(await clientFor(url).fetch('count(*)')).toBe(0)
    child.kill('SIGINT')
    expect((await finished).exitCode).toBe(0)
  })

  it('serves the dataset it is asked for', async () => {
    const data = temporaryDirectory()
    const {printed} = startCommand(['lake', '--port=0', '--data', data, '--dataset', 'staging'])
    expect((await printed(LISTENING))[3]).toBe('staging')
  })

  it('takes files and refuses pictures in one sentence where sharp is not installed', async () => {
    const data = temporaryDirectory()
    const environment = {
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(NO_SHARP)}`,
    }
    const {printed} = startCommand(['lake', '--port', '0', '--data', data], environment)
    const [, url = ''] = await printed(LISTENING)
    const client = clientFor(url, readFileSync(path.join(data, 'token'), 'utf8').trim())
    const {assets} = client
    expect((await assets.upload('file', Buffer.from('a,b'), {filename: 'a.csv'})).size).toBe(3)
    const refused = assets.upload('image', await halves().png().toBuffer())
    await expect(refused).rejects.toMatchError(501)
    await expect(refused).rejects.toThrow(
      'This lake cannot read pictures: install the package "sharp" beside storygraph (npm install sharp) and start it again.',
    )
    expect(await client.fetch('*._type')).toEqual(['sanity.fileAsset'])
  })

  it('refuses a taken port in one sentence', async () => {
    const port = await takenPort()
    const data = temporaryDirectory()
    expect(await runCommand(['lake', '--port', String(port), '--data', data])).toEqual({
      exitCode: 1,
      stdout: '',
      stderr: `Port ${port} on 127.0.0.1 is taken. Name another one.\n`,
    })
  })

  it('refuses a data directory that another process has', async () => {
    const data = temporaryDirectory()
    const {child, printed} = startCommand(['lake', '--port', '0', '--data', data])
    const [, url] = await printed(LISTENING)
    expect(await runCommand(['lake', '--port', '0', '--data', data])).toEqual({
      exitCode: 1,
      stdout: '',
      stderr: `The data directory ${data} is in use by process ${child.pid} at ${url}: stop it, or name another directory with --data.\n`,
    })
  })

  it('refuses a data directory that cannot be written', async () => {
    const file = path.join(temporaryDirectory(), 'file')
    writeFileSync(file, '')
    const {exitCode, stderr} = await runCommand(['lake', '--port', '0', '--data', file])
    expect(exitCode).toBe(1)
    expect(stderr).toMatch(
      /^The data directory .*\/file cannot be written \(.*\): name another one with --data\.\n$/,
    )
  })
})

describe('the command line', () => {
  it('shows what there is, and how each command is used', async () => {
    const {exitCode, stdout} = await runCommand(['--help'])
    expect(exitCode).toBe(0)
    const commands = ['start', 'seed', 'lake', 'query', 'extract', 'export', 'import', 'backup']
    for (const command of [...commands, 'restore', 'doctor', 'dataset', 'token', 'token create']) {
      expect(stdout).toContain(command.split(' ')[0])
      const help = await runCommand([...command.split(' '), '--help'])
      expect(help.exitCode).toBe(0)
      expect(help.stdout).toContain(`storygraph ${command}`)
    }
  }, 120_000)

  it.each([
    [['lake', '--prot', '1'], 'There is no flag --prot; --help lists those there are.'],
    [['lake', '--port', 'x'], '--port takes a port from 0 to 65535, not "x".'],
    [['lake', '--dataset', '../x'], '--dataset takes a name such as "production", not "../x".'],
    [['query', 'nope'], 'There is no query "nope". There are: '],
    [['query', 'stories', '{'], 'The parameters are not JSON ('],
    [['query', 'stories', '[]'], 'The parameters must be a JSON object: []'],
    [['nope'], 'Unknown command nope'],
  ])('refuses %j with one sentence', async (args, sentence) => {
    const {exitCode, stdout, stderr} = await runCommand(args)
    expect(stderr).toContain(sentence)
    expect(stdout).toBe('')
    expect(exitCode).toBe(1)
  })

  it('names the environment variable that is wrong', async () => {
    const environment = {SANITY_STUDIO_API_HOST: 'not a url'}
    expect(await runCommand(['query', 'stories'], {environment})).toEqual({
      exitCode: 1,
      stdout: '',
      stderr:
        'The environment is not usable: SANITY_STUDIO_API_HOST: expected a URL such as http://127.0.0.1:3334.\n',
    })
  })

  it('says when the lake cannot be reached', async () => {
    const environment = {SANITY_STUDIO_API_HOST: `http://127.0.0.1:9`}
    const {exitCode, stderr} = await runCommand(['query', 'stories'], {environment})
    expect(exitCode).toBe(1)
    expect(stderr).toContain('The Content Lake cannot be reached')
  })
})

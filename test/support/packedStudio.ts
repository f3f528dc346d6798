import {execFile} from 'node:child_process'
import {cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {promisify} from 'node:util'

import type {SanityClient} from '@sanity/client'
import type {Page} from 'playwright-core'
import {inject} from 'vitest'

import packageJson from '../../package.json' with {type: 'json'}
import {serveStudio} from '../../cli/studioServer.ts'
import {openLake} from '../../lake/index.ts'
import {launchBrowser} from './browser.ts'
import {clientFor} from './testLake.ts'

const run = promisify(execFile)
const root = path.resolve(import.meta.dirname, '../..')

const CLI_CONFIG = `
export default {
  api: {projectId: 'storygraph', dataset: 'production'},
  deployment: {autoUpdates: false},
  typegen: {path: './page.ts', schema: './schema.json', generates: './sanity.types.ts', overloadClientMethods: true},
}
`

/** A Studio of somebody else that has the packed package installed, in a real browser. */
export interface PackedStudio {
  administrator: SanityClient
  anonymous: SanityClient
  /** A page of a browser that has never been here before; with a token, somebody is logged in. */
  newPage(token?: string): Promise<Page>
  /** The folder of its project. */
  directory: string
  /** Runs a tool of this repository in that folder. */
  runTool(name: string, ...args: readonly string[]): Promise<unknown>
  close(): Promise<void>
}

/** Installs the packed package, builds a Studio of this configuration and serves it on a lake. */
export async function openPackedStudio(config: string): Promise<PackedStudio> {
  const home = await mkdtemp(path.join(tmpdir(), 'storygraph-packed-'))
  const closing = [() => rm(home, {recursive: true, force: true})]
  const close = async (): Promise<void> => {
    for (const closeOne of closing.toReversed()) await closeOne()
  }
  try {
    const studio = path.join(home, 'studio')
    await installPackage(home, studio)
    await writeFile(path.join(studio, 'sanity.config.js'), config)
    await writeFile(path.join(studio, 'sanity.cli.js'), CLI_CONFIG)
    const runTool = (name: string, ...args: readonly string[]) =>
      run(path.join(root, 'node_modules', '.bin', name), args, {
        cwd: studio,
        env: {...process.env, NODE_ENV: 'production'},
      })
    await runTool('sanity', 'build', 'built', '--yes', '--no-minify')
    const directory = path.join(studio, 'built')
    let lakeUrl = ''
    const server = await serveStudio({
      directory,
      lakeUrl: () => lakeUrl,
      dataset: 'production',
      port: 0,
    })
    closing.push(() => server.close())
    const lake = openLake({
      projectId: 'storygraph',
      datasets: ['production'],
      studioOrigins: [server.url],
    })
    closing.push(() => lake.close())
    lakeUrl = (await lake.listen()).url
    const browser = await launchBrowser()
    closing.push(() => browser.close())
    return {
      administrator: clientFor(lakeUrl, lake.token),
      anonymous: clientFor(lakeUrl),
      directory: studio,
      runTool,
      newPage: async (token) => {
        const page = await browser.newPage({
          baseURL: server.url,
          viewport: {width: 1440, height: 900},
        })
        if (token !== undefined) {
          await page.addInitScript(
            (value) => {
              localStorage.setItem('__studio_auth_token_storygraph', value)
            },
            JSON.stringify({token, time: new Date().toISOString()}),
          )
        }
        return page
      },
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** The package as npm unpacks it; what it depends on is found where this repository has it. */
async function installPackage(home: string, studio: string): Promise<void> {
  await run('tar', ['-xzf', inject('packed'), '-C', home])
  const modules = path.join(studio, 'node_modules')
  await mkdir(modules, {recursive: true})
  for (const name of await readdir(path.join(root, 'node_modules'))) {
    if (!name.startsWith('.')) {
      await symlink(path.join(root, 'node_modules', name), path.join(modules, name))
    }
  }
  await cp(path.join(home, 'package'), path.join(modules, 'storygraph'), {recursive: true})
  const {sanity, react, 'styled-components': styled} = packageJson.devDependencies
  const dependencies = {sanity, react, 'styled-components': styled}
  const manifest = {name: 'other-paper', private: true, type: 'module', dependencies}
  await writeFile(path.join(studio, 'package.json'), JSON.stringify(manifest))
}

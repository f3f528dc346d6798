import {existsSync} from 'node:fs'
import path from 'node:path'

import {type Browser, chromium} from 'playwright-core'

const SYSTEM_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** Nothing is looked for outside this machine, and a container needs no further rights. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Starts a real Chromium. */
export async function launchBrowser(): Promise<Browser> {
  const {executablePath, isUnpacked} = await findBrowser()
  if (!isUnpacked) return chromium.launch({executablePath, args: FLAGS})
  // It brings fonts along: a machine need not have any, and pictures look alike everywhere.
  const fonts = path.join(path.dirname(executablePath), 'fonts')
  return chromium.launch({
    executablePath,
    args: FLAGS,
    env: {...process.env, FONTCONFIG_PATH: fonts},
  })
}

/** A Chromium: that of `CHROME_PATH`, of the system or of npm, in this order. */
export async function findBrowser(): Promise<{executablePath: string; isUnpacked: boolean}> {
  const installed = findInstalled('CHROME_PATH', SYSTEM_NAMES)
  if (installed !== undefined) return {executablePath: installed, isUnpacked: false}
  return {executablePath: await unpackFromNpm(), isUnpacked: true}
}

/** The browser that an environment variable names, or else the first of these names in `PATH`. */
export function findInstalled(variable: string, names: readonly string[]): string | undefined {
  const chosen = process.env[variable]
  if (chosen) return chosen
  const folders = (process.env['PATH'] ?? '').split(path.delimiter)
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name))).find(existsSync)
}

async function unpackFromNpm(): Promise<string> {
  try {
    const {default: packed} = await import('@sparticuz/chromium')
    return await packed.executablePath()
  } catch (cause) {
    throw new Error('No Chromium found: name one in CHROME_PATH.', {cause})
  }
}

import {readFileSync} from 'node:fs'
import path from 'node:path'

import type {SanityClient} from '@sanity/client'

import {startCommand, type Finished} from './command.ts'
import {clientFor} from './testLake.ts'

/** The real `storygraph lake`, in a process of its own. */
export interface LakeProcess {
  url: string
  token: string
  pid: number
  administrator: SanityClient
  /** Ends it with a signal and waits until it is gone. */
  end: (signal: 'SIGTERM' | 'SIGINT' | 'SIGKILL') => Promise<Finished>
}

/** Starts a lake over a data directory; it is killed when the test is over. */
export async function startLake(
  directory: string,
  {args = [], environment = {}}: {args?: readonly string[]; environment?: object} = {},
): Promise<LakeProcess> {
  const {child, printed, finished} = startCommand(
    ['lake', '--port', '0', '--data', directory, ...args],
    environment,
  )
  const [, url = ''] = await printed(/listening on (http:\/\/[^\s"]+)/)
  const token = readFileSync(path.join(directory, 'token'), 'utf8').trim()
  return {
    url,
    token,
    pid: child.pid ?? 0,
    administrator: clientFor(url, token),
    end: (signal) => {
      child.kill(signal)
      return finished
    },
  }
}

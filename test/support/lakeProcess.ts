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
  {
    args = [],
    environment = {},
    launcher = [],
    seenFrom = () => directory,
  }: {
    args?: readonly string[]
    environment?: object
    /** What starts it, in front of its own command line. */
    launcher?: readonly string[]
    /** Where the test finds the data directory, should the process have a view of its own. */
    seenFrom?: (pid: number) => string
  } = {},
): Promise<LakeProcess> {
  const {child, printed, finished} = startCommand(
    ['lake', '--port', '0', '--data', directory, ...args],
    environment,
    launcher,
  )
  const [, url = ''] = await printed(/listening on (http:\/\/[^\s"]+)/)
  const pid = child.pid ?? 0
  const token = readFileSync(path.join(seenFrom(pid), 'token'), 'utf8').trim()
  return {
    url,
    token,
    pid,
    administrator: clientFor(url, token),
    end: (signal) => {
      child.kill(signal)
      return finished
    },
  }
}

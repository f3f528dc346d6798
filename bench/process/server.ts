import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {readFileSync} from 'node:fs'

/** A server in a process of its own. */
export interface ServerProcess {
  url: string
  /** Processor time so far, in milliseconds. */
  cpu(): number
  /** Memory held now, in megabytes. */
  memory(): number
  stop(): Promise<void>
}

const LISTENING = /listening on (http:\/\/[^\s"]+)/

/** Starts a script that prints where it listens. */
export async function startServer(
  args: readonly string[],
  address = LISTENING,
): Promise<ServerProcess> {
  const child = spawn(process.execPath, args, {stdio: ['ignore', 'pipe', 'inherit']})
  const gone = once(child, 'close')
  const url = await new Promise<string>((resolve, reject) => {
    let printed = ''
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      printed += chunk
      const [, found] = address.exec(printed) ?? []
      if (found !== undefined) resolve(found)
    })
    child.once('close', (code) => reject(new Error(`${args.join(' ')} ended with ${code}.`)))
  })
  return {
    url,
    cpu: () => {
      const [, after = ''] = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')
      const fields = after.split(' ')
      return (Number(fields[11]) + Number(fields[12])) * 10
    },
    memory: () => {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
      return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024
    },
    stop: async () => {
      child.kill('SIGTERM')
      await gone
    },
  }
}

import {connect, createServer, type Socket} from 'node:net'

import {onTestFinished} from 'vitest'

/** A line between a client and a lake, which can be cut and led elsewhere. */
export interface Proxy {
  url: string
  /** Cuts all connections and refuses new ones. */
  cut(): void
  /** Leads new connections to this address. */
  leadTo(url: string): void
}

/** Opens a line on a free port; it is closed when the test is over. */
export async function openProxy(): Promise<Proxy> {
  const sockets = new Set<Socket>()
  let target: URL | undefined
  const server = createServer((incoming) => {
    sockets.add(incoming)
    incoming.on('error', () => incoming.destroy())
    if (target === undefined) {
      incoming.destroy()
      return
    }
    const outgoing = connect(Number(target.port), target.hostname)
    outgoing.on('error', () => incoming.destroy())
    outgoing.on('close', () => incoming.destroy())
    incoming.on('close', () => {
      sockets.delete(incoming)
      outgoing.destroy()
    })
    incoming.pipe(outgoing).pipe(incoming)
  })
  const cut = (): void => {
    target = undefined
    for (const socket of sockets) socket.destroy()
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    cut()
    server.close()
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The line has no port.')
  return {
    url: `http://127.0.0.1:${address.port}`,
    cut,
    leadTo: (url) => {
      target = new URL(url)
    },
  }
}

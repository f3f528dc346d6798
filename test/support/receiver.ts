import {createServer, type IncomingHttpHeaders} from 'node:http'

import {onTestFinished} from 'vitest'

/** A request that a receiver of webhooks got. */
export interface Received {
  method: string | undefined
  headers: IncomingHttpHeaders
  body: string
}

/** A receiver of webhooks that answers with these statuses, one after the other, then with 200. */
export async function receiver(...statuses: number[]) {
  const received: Received[] = []
  const waiting = new Set<() => void>()
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const {method, headers} = request
      received.push({method, headers, body: Buffer.concat(chunks).toString()})
      response.writeHead(statuses.shift() ?? 200).end('noted')
      for (const check of waiting) check()
    })
  })
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const url = await new Promise<string>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/hook`)
    })
  })
  /** All that came, once it is so many or otherwise enough. */
  const until = (enough: number | (() => boolean)): Promise<Received[]> =>
    new Promise((resolve) => {
      const check = (): void => {
        const isEnough = typeof enough === 'number' ? received.length >= enough : enough()
        if (isEnough) resolve(received)
      }
      waiting.add(check)
      check()
    })
  return {url, received, until}
}

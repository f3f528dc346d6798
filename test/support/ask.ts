import type {Attempt} from './endpoints.ts'

/** What came of a request. */
export interface Asked {
  status: number
  text: string
}

/** Sends one request of a kind, as whoever has the token, and reads the answer. */
export async function ask(
  url: string,
  endpoint: string,
  {path, body, stream}: Attempt,
  token: string | undefined,
  /** Called when a stream is open; what it tells is read until the word that this returns. */
  change: () => Promise<string>,
  /** Where requests go to: over the network, or to a lake in this process. */
  send: (request: Request) => Promise<Response> = fetch,
): Promise<Asked> {
  const address = path.startsWith('//') ? `${url}${path.slice(1)}` : `${url}/vX${path}`
  const stop = new AbortController()
  const request = new Request(address, {
    method: endpoint.split(' ')[0] ?? 'GET',
    headers: token === undefined ? {} : {authorization: `Bearer ${token}`},
    redirect: 'manual',
    signal: stop.signal,
    ...(body && {body: JSON.stringify(body)}),
  })
  const response = await send(request)
  const head = JSON.stringify([...response.headers])
  if (!stream || !response.ok || response.body === null) {
    return {status: response.status, text: head + (await response.text())}
  }
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  let text = head
  const readUntil = async (word: string): Promise<void> => {
    while (!text.includes(word)) {
      const {done, value} = await reader.read()
      if (done) throw new Error(`The stream ended before "${word}": ${text}`)
      text += value
    }
  }
  await readUntil('welcome')
  await readUntil(await change())
  stop.abort()
  await reader.cancel().catch(() => {})
  return {status: response.status, text}
}

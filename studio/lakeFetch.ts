import type {ClientConfig} from '@sanity/client'

type Fetch = ReturnType<NonNullable<ClientConfig['resolveFetch']>>

const EVENT_STREAM = /\/data\/(?:listen|live)\//

/**
 * A `fetch` that takes event streams to the further ports of the lake, one after the other.
 *
 * A browser opens six connections to a port and Studio holds seven streams and more: on one port
 * they would leave none for anything else, and the form would stay read-only for ever.
 */
export function lakeFetch(apiHost: string): Fetch {
  let asked: Promise<readonly string[]> | undefined
  // Tabs share those six connections, so they do not all begin with the same port.
  let turn = Math.floor(Math.random() * 100)

  return async (input, init) => {
    if (!EVENT_STREAM.test(input)) return fetch(input, init)
    try {
      asked ??= fetchStreamOrigins(apiHost)
      const origins = await asked
      const origin = origins[turn++ % origins.length] ?? apiHost
      return await fetch(input.replace(apiHost, origin), init)
    } catch (error) {
      // A lake that was restarted has other ports: the next attempt asks for them.
      if (!init?.signal?.aborted) asked = undefined
      throw error
    }
  }
}

async function fetchStreamOrigins(apiHost: string): Promise<readonly string[]> {
  const response = await fetch(`${apiHost}/v1/streams`)
  const {origins}: {origins: string[]} = await response.json()
  return origins
}

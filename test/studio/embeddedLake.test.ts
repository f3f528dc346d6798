import {describe, expect, it, onTestFinished, vi} from 'vitest'

import {openLake} from '../../lake/index.ts'
import {embeddedLake} from '../../studio/embeddedLake.ts'
import {lakeFetch} from '../../studio/lakeFetch.ts'
import {testLake} from '../support/testLake.ts'

describe('embeddedLake', () => {
  it('looks for this machine’s usual lake when nothing names another', () => {
    setEnvironment({SANITY_STUDIO_API_HOST: '', SANITY_STUDIO_DATASET: ''})
    const {projectId, dataset, apiHost, auth} = embeddedLake()
    expect({projectId, dataset, apiHost, auth}).toEqual({
      projectId: 'storygraph',
      dataset: 'production',
      apiHost: 'http://localhost:3334',
      auth: {
        loginMethod: 'token',
        redirectOnSingle: true,
        providers: [
          {
            name: 'embedded',
            title: 'Embedded Content Lake',
            url: 'http://localhost:3334/v1/auth/login/embedded',
          },
        ],
      },
    })
  })

  it('prefers what the environment names, and before that what it is told', () => {
    setEnvironment({
      SANITY_STUDIO_API_HOST: 'http://127.0.0.1:4001',
      SANITY_STUDIO_DATASET: 'archive',
    })
    const named = embeddedLake()
    expect([named.apiHost, named.dataset]).toEqual(['http://localhost:4001', 'archive'])
    const told = embeddedLake({apiHost: 'http://127.0.0.1:4002/', dataset: 'sandbox'})
    expect([told.apiHost, told.dataset]).toEqual(['http://localhost:4002', 'sandbox'])
  })

  it('offers tasks where a browser finds the host with the project’s name in front of it', () => {
    const hasTasks = (apiHost: string) => embeddedLake({apiHost}).tasks.enabled
    expect(hasTasks('http://127.0.0.1:3334')).toBe(true)
    expect(hasTasks('http://localhost:3334')).toBe(true)
    expect(hasTasks('https://lake.example.org')).toBe(false)
  })

  it('makes clients that read and listen without a project’s name in front of the host', async () => {
    const {lake, url, administrator} = await testLake()
    const {projectId, dataset, apiHost, unstable_clientFactory} = embeddedLake({apiHost: url})
    const client = unstable_clientFactory({
      projectId,
      dataset,
      apiHost,
      apiVersion: '2025-02-19',
      token: lake.token,
      useCdn: false,
    })
    const event = new Promise<unknown>((resolve, reject) => {
      const options = {events: ['welcome' as const, 'mutation' as const]}
      const subscription = client.listen('*[_type == "place"]', {}, options).subscribe({
        next: (received) => {
          if (received.type === 'welcome') return
          subscription.unsubscribe()
          resolve(received.documentId)
        },
        error: reject,
      })
      void client.fetch('count(*)').then(() => administrator.create({_id: 'lviv', _type: 'place'}))
    })
    expect(await event).toBe('lviv')
  })
})

describe('lakeFetch', () => {
  const listen = '/v1/data/listen/production?query=*'

  it('asks for the ports of event streams once and takes each in its turn', async () => {
    const {url} = await testLake()
    const {origins} = await (await fetch(`${url}/v1/streams`)).json()
    const fetched = vi.spyOn(globalThis, 'fetch')
    onTestFinished(() => fetched.mockRestore())

    const fetchFromLake = lakeFetch(url)
    for (let stream = 0; stream < origins.length; stream++) {
      const {body} = await fetchFromLake(`${url}${listen}`)
      await body?.cancel()
    }
    await fetchFromLake(`${url}/v1/ping`)

    const [asked, ...rest] = fetched.mock.calls.map(([input]) => input)
    const ping = rest.pop()
    expect(asked).toBe(`${url}/v1/streams`)
    expect(new Set(rest)).toEqual(new Set(origins.map((origin: string) => `${origin}${listen}`)))
    expect(ping).toBe(`${url}/v1/ping`)
  })

  it('finds the new ports of a lake that was restarted', async () => {
    const options = {projectId: 'storygraph', datasets: ['production']}
    const before = openLake(options)
    const {url, port} = await before.listen()
    const fetchFromLake = lakeFetch(url)
    await (await fetchFromLake(`${url}${listen}`)).body?.cancel()
    await before.close()

    const after = openLake(options)
    onTestFinished(() => after.close())
    await after.listen({port})
    await expect(fetchFromLake(`${url}${listen}`)).rejects.toThrow('fetch failed')
    const response = await fetchFromLake(`${url}${listen}`)
    await response.body?.cancel()
    expect(response.status).toBe(200)
  })
})

function setEnvironment(variables: Record<string, string>): void {
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value)
  onTestFinished(() => void vi.unstubAllEnvs())
}

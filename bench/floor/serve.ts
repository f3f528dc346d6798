/**
 * The floor: nothing but node:http over node:sqlite. `node bench/floor/serve.ts FILE [ROOM]`, with the
 * characters of JSON that it may keep parsed; as many as the lake if they are not given.
 */
import {createServer} from 'node:http'
import {json} from 'node:stream/consumers'

import {z} from 'zod'

import {openBareStore} from './bareStore.ts'

const [, , file = '', room] = process.argv
const store = openBareStore(file, room === undefined ? undefined : Number(room))

const documents = z.array(z.looseObject({_id: z.string(), _type: z.string()}))

const server = createServer(async (request, response) => {
  const [, kind = '', slug = ''] = (request.url ?? '').split('/')
  response.setHeader('content-type', 'application/json')
  if (kind === 'import') {
    store.write(documents.parse(await json(request)))
    response.end('{}')
  } else {
    const result = kind === 'article' ? store.articlePage(slug) : store.personPage(slug)
    response.end(JSON.stringify({result}))
  }
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (typeof address === 'object') console.log(`listening on http://127.0.0.1:${address?.port}`)
})
process.once('SIGTERM', () => {
  server.closeAllConnections()
  server.close(() => store.close())
})

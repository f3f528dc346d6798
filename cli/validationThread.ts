import {enableCompileCache} from 'node:module'
import {parentPort} from 'node:worker_threads'

import type {Question} from './validateInThread.ts'

enableCompileCache()
const {lakeClient} = await import('./connect.ts')
const {validateStory} = await import('./validateStory.ts')

parentPort?.once('message', async ({target, apiHost, token, documents}: Question) => {
  parentPort?.postMessage(await validateStory(lakeClient(target, apiHost, token), documents), [])
})

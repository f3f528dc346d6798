import {readFileSync} from 'node:fs'
import {startServer} from './process/server.ts'
import {importFigures} from './rows/lake/imports.ts'
const size = Number(process.argv[2]); const dir = process.argv[3]
const server = await startServer(['dist/cli/main.js','lake','--port','0','--data',dir+'/lake','--log','off'])
const floor = await startServer(['bench/floor/serve.ts',dir+'/floor.db'])
const token = readFileSync(dir+'/lake/token','utf8').trim()
console.log(await importFigures({server,floor,token,size}))
await Promise.all([server.stop(),floor.stop()])

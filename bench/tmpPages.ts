import {loadPages} from './process/load.ts'
import {startServer} from './process/server.ts'
import {pages} from './newsroom/questions.ts'
import {newsroomCounts} from './newsroom/generateNewsroom.ts'
const dir = process.argv[2], D = Number(process.argv[3] ?? 3000), size=Number(process.argv[4]??1000)
const which = (process.argv[5] ?? 'article page,person page').split(',')
const lake = await startServer([...(process.env.PROF? ['--cpu-prof','--cpu-prof-dir='+process.env.PROF]:[]),process.env.MAIN??'dist/cli/main.js','lake','--port','0','--data',dir+'/lake','--log','off'])
const floor = await startServer(['bench/floor/serve.ts',dir+'/floor.db'])
const {articles, people} = newsroomCounts(size)
const path = '/v2025-02-19/data/query/production?returnQuery=false&perspective=published'
for (const page of pages) {
  if (!which.includes(page.name)) continue
  const slug = (n:number)=>`${page.type}-${(n * 7919) % (page.type === 'article' ? articles : people)}`
  const asked=(n:number)=>{ if (page.query.length>4000) return {path, body: JSON.stringify({query:page.query, params:{slug:slug(n),language:null}})}
   return {path: `${path}&query=${encodeURIComponent(page.query)}&$slug=${encodeURIComponent(JSON.stringify(slug(n)))}`} }
  const f = page.floor && await loadPages(floor,(n)=>({path:`/${page.floor}/${slug(n)}`}),D)
  const l = await loadPages(lake,asked,D)
  console.log(page.name,'lake cpu',l.cpu.toFixed(3),'rate',l.rate.toFixed(0), f? `floor cpu ${f.cpu.toFixed(3)} rate ${f.rate.toFixed(0)} | cpu x${(l.cpu/f.cpu).toFixed(2)} rate x${(l.rate/f.rate).toFixed(2)}`:'')
}
console.log('memory', lake.memory().toFixed(0), floor.memory().toFixed(0))
await Promise.all([lake.stop(),floor.stop()])

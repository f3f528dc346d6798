// count-based, raw sockets
import {connect} from 'node:net'
import {startServer, type ServerProcess} from './process/server.ts'
import {pages} from './newsroom/questions.ts'
const dir = process.argv[2]!, WARM = Number(process.argv[3] ?? 6000), N = Number(process.argv[4] ?? 6000)
const which = (process.argv[5] ?? 'article page,person page').split(',')
const A=Number(process.argv[6]??1000)
async function run(url:string, pathOf:(n:number)=>string, count:number){
  const {port,host}=new URL(url); let sent=0
  await Promise.all(Array.from({length:16},()=>new Promise<void>((res,rej)=>{
    const s=connect(Number(port),'127.0.0.1'); s.setNoDelay(true); let need=-1, got=0, head=''
    const next=()=>{ if(sent>=count){ s.end(); res(); return } s.write(`GET ${pathOf(sent++)} HTTP/1.1\r\nHost: ${host}\r\nConnection: keep-alive\r\n\r\n`) }
    s.on('connect',next); s.on('error',rej)
    s.on('data',(c:Buffer)=>{ if(need<0){ const i=c.indexOf('\r\n\r\n'); head=c.subarray(0,i).toString('latin1'); if(!head.startsWith('HTTP/1.1 200')) rej(new Error(head+c.toString())); if(!/content-length/i.test(head)) throw head; need=Number(/content-length: (\d+)/i.exec(head)![1]); got=c.length-i-4 } else got+=c.length
      if(got>=need){ need=-1; got=0; next() } })
  })))
}
async function measure(s:ServerProcess,pathOf:(n:number)=>string){ await run(s.url,pathOf,WARM); const c=s.cpu(), b=performance.now(); await run(s.url,pathOf,N); return {cpu:(s.cpu()-c)/N, rate:N/((performance.now()-b)/1000)} }
const lake = await startServer([...(process.env.PROF? ['--cpu-prof','--cpu-prof-dir='+process.env.PROF]:[]),process.env.MAIN??'dist/cli/main.js','lake','--port','0','--data',dir+'/lake','--log','off'])
const floor = await startServer(['bench/floor/serve.ts',dir+'/floor.db'])
const path = '/v2025-02-19/data/query/production?returnQuery=false&perspective=published'
const trivial={name:'trivial',query:'$slug',type:'article',floor:undefined as any}
for (const page of [...pages,trivial]) {
  if (!which.includes(page.name)) continue
  const slug = (n:number)=>`${page.type}-${(n * 7919) % A}`
  const asked=(n:number)=>`${path}&query=${encodeURIComponent(page.query)}&$slug=${encodeURIComponent(JSON.stringify(slug(n)))}${page.query.includes('$language')?'&$language=null':''}`
  const f = page.floor && await measure(floor,(n)=>`/${page.floor}/${slug(n)}`)
  const l = await measure(lake,asked)
  console.log(page.name.padEnd(20),'lake cpu',l.cpu.toFixed(3),'rate',l.rate.toFixed(0), f? `floor cpu ${f.cpu.toFixed(3)} rate ${f.rate.toFixed(0)} | cpu x${(l.cpu/f.cpu).toFixed(2)} rate x${(l.rate/f.rate).toFixed(2)}`:'')
}
console.log('memory', lake.memory().toFixed(0), floor.memory().toFixed(0))
await Promise.all([lake.stop(),floor.stop()])

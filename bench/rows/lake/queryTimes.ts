import {evaluateSync, parse} from 'groq-js'

import {jsonOfResult} from '../../../lake/query/jsonOfResult.ts'
import {runQuery} from '../../../lake/query/runQuery.ts'
import {openStore} from '../../../lake/store/store.ts'
import {createView} from '../../../lake/view.ts'
import {newsroomCounts} from '../../newsroom/generateNewsroom.ts'
import {questions} from '../../newsroom/questions.ts'
import {medianOf} from '../../process/medianTime.ts'
import type {Figure} from '../../row.ts'

const TURNS = 200
/** Above it the scan takes minutes and gigabytes. */
const LARGEST_SCAN = 10_000

/** What queries take by themselves, and what groq-js takes that looks at every document. */
export function queryFigures(file: string, size: number): Figure[] {
  const store = openStore(file)
  try {
    const view = createView(store, ['published'], () => true)
    const scope = {view, identity: '<none>', projectId: 'storygraph', dataset: 'production'}
    const counts = newsroomCounts(size)
    const dataset = size <= LARGEST_SCAN ? store.all() : undefined
    return questions.map(({name, query, params, atMost}) => {
      const value = timeOf(TURNS, (number) => {
        jsonOfResult(runQuery({query, params: params(number, counts)}, scope).result)
      })
      const scan =
        dataset &&
        timeOf(size > 1_000 ? 1 : 3, (number) => {
          const given = params(number, counts)
          JSON.stringify(evaluateSync(parse(query, {params: given}), {dataset, params: given}))
        })
      const beside = scan === undefined ? {} : {scan}
      return {name: `query: ${name}`, value, unit: 'ms', ...beside, atMost}
    })
  } finally {
    store.close()
  }
}

function timeOf(turns: number, work: (number: number) => void): number {
  const times = Array.from({length: turns}, (_, number) => {
    const began = performance.now()
    work(number)
    return performance.now() - began
  })
  return medianOf(times)
}

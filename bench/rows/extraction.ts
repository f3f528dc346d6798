import {extract} from '../../seed/extract/extract.ts'
import {generateArticles} from '../articles/generateArticles.ts'
import type {Row} from '../row.ts'

/** Reading alone: articles of all house styles, with nobody known beforehand. */
export const extraction: Row = {
  name: 'extraction',
  run: async ({size = 500}) => {
    const texts = [...generateArticles(size)].map(({title, text}) =>
      title === undefined ? text : `${title}\n${text}`,
    )
    for (const text of texts.slice(0, 50)) extract(text, [])
    const began = performance.now()
    let longest = 0
    for (const text of texts) {
      const start = performance.now()
      extract(text, [])
      longest = Math.max(longest, performance.now() - start)
    }
    const seconds = (performance.now() - began) / 1000
    const characters = texts.reduce((sum, {length}) => sum + length, 0)
    return [
      {name: 'speed', value: characters / seconds, unit: 'characters/s', atLeast: 30_000},
      {name: 'longest article', value: longest, unit: 'ms', atMost: 500},
    ]
  },
}

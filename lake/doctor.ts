import {existsSync, readdirSync} from 'node:fs'
import path from 'node:path'
import {isDeepStrictEqual} from 'node:util'

import {isDocumentId} from './documentId.ts'
import {DirectoryError, openFile, own} from './directory.ts'
import {replay} from './history/replay.ts'
import type {Store} from './store/store.ts'

/** Something that is wrong with a data directory. */
export interface Finding {
  /** The file it was found in, below the data directory. */
  file: string
  /** One sentence, with the way out where there is one. */
  message: string
  isRepaired: boolean
}

/** What an examination found; nothing is wrong when there are no findings. */
export interface Examination {
  datasets: {name: string; documents: number}[]
  findings: Finding[]
}

const RESTORE = 'restore a backup'

/**
 * Examines the files of a data directory that no process has open: whether SQLite finds them whole,
 * whether documents are what their columns, edges and history say, and whether their references lead
 * somewhere. With `repair`, what follows from the documents is written anew. Throws `DirectoryError`
 * when there is nothing to examine or somebody has it open.
 */
export function examineDirectory(directory: string, {repair = false} = {}): Examination {
  const datasets = path.join(directory, 'datasets')
  if (!existsSync(datasets)) {
    throw new DirectoryError(`${directory} holds no lake: name its data directory with --data.`)
  }
  const findings: Finding[] = []
  const examine = (file: string, work: () => Omit<Finding, 'file'>[]): void => {
    try {
      findings.push(...work().map((finding) => ({file, ...finding})))
    } catch (error) {
      if (error instanceof DirectoryError && error.lock) throw error
      const reason = error instanceof Error ? error.message : String(error)
      findings.push(broken(file, `It cannot be read (${reason}): ${RESTORE}.`))
    }
  }

  examine('lake.db', () => {
    const catalogue = own(directory, datasets)
    try {
      return catalogue.faults().map((fault) => unrepaired(`SQLite: ${fault}: ${RESTORE}.`))
    } finally {
      catalogue.close()
    }
  })
  const counted: Examination['datasets'] = []
  for (const file of readdirSync(datasets).filter((name) => name.endsWith('.db'))) {
    examine(`datasets/${file}`, () => {
      const store = openFile(path.join(datasets, file))
      try {
        const found = examineStore(store, repair)
        counted.push({name: file.slice(0, -3), documents: store.count()})
        return found
      } finally {
        store.close()
      }
    })
  }
  return {datasets: counted, findings}
}

function examineStore(store: Store, repair: boolean): Omit<Finding, 'file'>[] {
  if (repair && store.faults().length > 0) store.reindex()
  const faults = store.faults()
  if (faults.length > 0) return faults.map((fault) => unrepaired(`SQLite: ${fault}: ${RESTORE}.`))

  const unreadable = store.all().flatMap(({_id, _type, _rev}) => {
    const isWhole = typeof _type === 'string' && typeof _rev === 'string' && isDocumentId(_id)
    return isWhole ? [] : [unrepaired(`The document "${_id}" is not whole: ${RESTORE}.`)]
  })
  const derived = store
    .differences({repair})
    .map((message) => ({message: `${capital(message)}.`, isRepaired: repair}))
  const dangling = store
    .dangling()
    .map(({source, target}) =>
      unrepaired(`"${source}" refers to "${target}", which does not exist: mend it in Studio.`),
    )
  const astray = store.documentsRecorded().flatMap((id) => {
    const last = replay(store.changes([id])).at(-1)
    const isRight = isDeepStrictEqual(last?.after, store.get(id))
    return isRight ? [] : [unrepaired(`The history of "${id}" does not lead to what it is now.`)]
  })
  return [...unreadable, ...derived, ...dangling, ...astray]
}

function broken(file: string, message: string): Finding {
  return {file, message, isRepaired: false}
}

function unrepaired(message: string): Omit<Finding, 'file'> {
  return {message, isRepaired: false}
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

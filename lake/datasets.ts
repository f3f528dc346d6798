import {commentsDatasetOf, isCommentsDataset} from './comments.ts'
import {createDataset, type Dataset} from './dataset.ts'
import type {DataDirectory} from './directory.ts'
import {httpError} from './errors.ts'
import type {Log} from './log.ts'
import type {AclMode} from './store/catalogue.ts'
import type {Transaction} from './transaction.ts'

/** The datasets of a lake, open as long as the lake is. */
export interface Datasets {
  /** Names and modes, in the order of the names. */
  list(): {name: string; aclMode: AclMode}[]
  /** The dataset of this name; a 404 when there is none. */
  get(name: string): Dataset
  find(name: string): Dataset | undefined
  /** Makes an empty one; a 409 when the name is taken, a 400 when it cannot be one. */
  create(name: string, aclMode: AclMode): void
  mode(name: string): AclMode
  setMode(name: string, aclMode: AclMode): void
  /** Deletes a dataset with its files, and the comments on it. */
  remove(name: string): void
  /** Puts a file in place of a dataset's own, making the dataset when there is none of this name. */
  replace(name: string, file: string): void
  close(): void
}

const NAME = /^[a-z0-9][-\w]{0,63}$/

/** Opens the datasets found in a directory, and those that have to be there. */
export function openDatasets({
  directory,
  projectId,
  required,
  onOpen,
  queryTimeLimit,
  onTransaction,
  now,
  log,
}: {
  directory: DataDirectory
  projectId: string
  required: readonly string[]
  /** Called with each dataset before it changes. */
  onOpen: (dataset: Dataset) => void
  /** How long a query may take, in milliseconds. */
  queryTimeLimit?: number | undefined
  /** Called with each transaction of a dataset once it is stored. */
  onTransaction: (dataset: Dataset, transaction: Transaction) => void
  now: () => number
  log: Log
}): Datasets {
  const {catalogue, erasures} = directory
  const datasets = new Map<string, Dataset>()

  function aclMode(name: string): AclMode {
    return isCommentsDataset(name) ? 'private' : catalogue.aclMode(name)
  }

  function open(name: string): void {
    if (!NAME.test(name)) {
      throw httpError(400, `"${name}" cannot be a dataset's name: use a–z, 0–9, - and _.`)
    }
    const isPublic = (): boolean => aclMode(name) === 'public'
    const store = directory.openDataset(name)
    const dataset = createDataset({
      name,
      projectId,
      store,
      assets: directory.openAssets(name),
      erasures,
      isPublic,
      accessLog: directory.accessLog,
      queryTimeLimit,
      onTransaction: (transaction) => onTransaction(dataset, transaction),
      now,
      log,
    })
    datasets.set(name, dataset)
    onOpen(dataset)
    dataset.start()
  }

  function get(name: string): Dataset {
    const found = datasets.get(name)
    if (found) return found
    throw httpError(404, `Dataset "${name}" not found for project ID "${projectId}".`)
  }

  function close(): void {
    for (const dataset of datasets.values()) dataset.close()
  }

  try {
    for (const name of new Set([...directory.datasetNames(), ...required])) open(name)
  } catch (error) {
    close()
    throw error
  }

  return {
    list: () => [...datasets.keys()].sort().map((name) => ({name, aclMode: aclMode(name)})),
    get,
    find: (name) => datasets.get(name),
    create: (name, aclMode) => {
      refusePublicComments(name, aclMode)
      if (datasets.has(name)) throw httpError(409, `The dataset "${name}" exists already.`)
      open(name)
      catalogue.setAclMode(name, aclMode)
    },
    mode: aclMode,
    setMode: (name, aclMode) => {
      get(name)
      refusePublicComments(name, aclMode)
      catalogue.setAclMode(name, aclMode)
    },
    remove: (name) => {
      get(name)
      for (const gone of [name, commentsDatasetOf(name)]) {
        datasets.get(gone)?.close('deleted')
        if (!datasets.delete(gone)) continue
        directory.removeDataset(gone)
        catalogue.setAclMode(gone, 'public')
      }
    },
    replace: (name, file) => {
      datasets.get(name)?.close()
      directory.replaceDataset(name, file)
      open(name)
    },
    close,
  }
}

function refusePublicComments(name: string, aclMode: AclMode): void {
  if (isCommentsDataset(name) && aclMode === 'public') {
    throw httpError(400, `"${name}" is for comments, which cannot be public.`)
  }
}

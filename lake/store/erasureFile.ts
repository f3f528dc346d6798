import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs'

import {
  erasureMemory,
  newErasureMemory,
  openErasures,
  type ErasureMemory,
  type Erasures,
} from '../erasures.ts'

/**
 * The memory of a data directory, in a file of its own that no backup holds: an older backup that is
 * put back must not bring an older memory with it.
 */
export function openErasureFile(file: string): Erasures {
  const memory = existsSync(file)
    ? erasureMemory.parse(JSON.parse(readFileSync(file, 'utf8')))
    : newErasureMemory()
  return openErasures(memory, (next) => save(file, next))
}

/** A memory that lasts as long as the process. */
export function erasuresInMemory(): Erasures {
  return openErasures(newErasureMemory(), () => {})
}

/** Written whole under another name first: a promise must not be lost to a power cut. */
function save(file: string, memory: ErasureMemory): void {
  const unfinished = `${file}.unfinished`
  const descriptor = openSync(unfinished, 'w', 0o600)
  try {
    writeSync(descriptor, JSON.stringify(memory))
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
  renameSync(unfinished, file)
}

import {existsSync} from 'node:fs'
import {rename, rm} from 'node:fs/promises'
import path from 'node:path'

import {UserError} from './userError.ts'

/**
 * Lets `write` fill a file that appears under its name only once it is whole. What stands there
 * already is replaced only if that was asked for.
 */
export async function writeWhole<T>(
  file: string,
  {overwrite}: {overwrite: boolean},
  write: (unfinished: string) => Promise<T>,
): Promise<T> {
  if (existsSync(file) && !overwrite) {
    throw new UserError(`${file} exists: name another file, or replace it with --overwrite.`)
  }
  if (!existsSync(path.dirname(file))) {
    throw new UserError(`${path.dirname(file)} does not exist: make it, or name another file.`)
  }
  const unfinished = `${file}.${process.pid}.unfinished`
  try {
    const result = await write(unfinished)
    await rename(unfinished, file)
    return result
  } finally {
    await rm(unfinished, {force: true})
  }
}

import {lstatSync, readdirSync} from 'node:fs'
import path from 'node:path'

/** Bytes of a folder's files, those of the folders in it included that are not to be left out. */
export function sizeOf(place: string, leftOut?: string): number {
  return readdirSync(place).reduce((sum, name) => {
    const file = path.join(place, name)
    const status = lstatSync(file)
    if (!status.isDirectory()) return sum + status.size
    return name === leftOut ? sum : sum + sizeOf(file, leftOut)
  }, 0)
}

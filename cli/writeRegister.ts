import {writeFile} from 'node:fs/promises'

import type {RegisterFile} from '../seed/register/draftRegister.ts'
import {UserError} from './userError.ts'

/** Writes a drafted register for editors to correct. One that exists may have been: it is left alone. */
export async function writeRegister(file: string, register: RegisterFile): Promise<void> {
  try {
    await writeFile(file, `${JSON.stringify(register, null, 2)}\n`, {flag: 'wx'})
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST'
    throw new UserError(
      isThere
        ? `${file} exists already: give --register-out another name, or seed with --register ${file}.`
        : `${file} cannot be written (${reason}): name a file that can be.`,
    )
  }
}

import {UserError} from './userError.ts'

/** Loads a package that only some commands need; a `UserError` says how to install a missing one. */
export async function optionalPackage<T>(name: string, load: () => Promise<T>): Promise<T> {
  try {
    return await load()
  } catch (error) {
    const isMissing =
      error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND'
    if (!isMissing || !error.message.includes(name)) throw error
    throw new UserError(`This needs the package ${name}: run "npm install ${name}" first.`)
  }
}

import {createHash} from 'node:crypto'
import {writeFile} from 'node:fs/promises'

import type {SanityClient} from '@sanity/client'

import {draftStory} from '../seed/compose/draftStory.ts'
import {loadKnown} from '../seed/known/loadKnown.ts'
import {loadSecret} from '../seed/known/loadSecret.ts'
import {articleIdOf, derivedIds} from '../seed/register/derivedIds.ts'
import type {RegisterFile} from '../seed/register/draftRegister.ts'
import {version} from './packageInfo.ts'
import type {ReadStory} from './seedStory.ts'
import type {StoryFile} from './storyFiles.ts'
import {UserError} from './userError.ts'

/**
 * Drafts the story of an article that has no register, from its text and from what the dataset
 * knows. The name of its file tells it from others: the same file is the same article.
 */
export async function draftFromText(
  client: SanityClient,
  {file, content}: StoryFile,
  {registerOut, dryRun}: {registerOut?: string | undefined; dryRun?: boolean} = {},
): Promise<ReadStory> {
  const secret = await loadSecret(client, {dryRun})
  const id = articleIdOf(secret, file)
  const importInfo = {
    fileName: file,
    sha256: createHash('sha256').update(content).digest('hex'),
    importerVersion: `storygraph ${version}`,
  }
  const {documents, register} = draftStory({
    article: {id, text: content, importInfo},
    known: await loadKnown(client),
    newId: derivedIds(secret, id),
  })
  if (registerOut !== undefined) await writeRegister(registerOut, register)
  return {article: file, documents}
}

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

import {validateDocuments} from '../seed/validate/validateDocuments.ts'
import type {Validate} from './seedStory.ts'
import {futureDataset} from './surroundings.ts'

/** Validates documents as they will stand in the dataset that a client works on. */
export const validateStory: Validate = async (client, documents) => {
  const future = await futureDataset(client, documents)
  try {
    return await validateDocuments(documents, future)
  } finally {
    await future.close()
  }
}

import type {User} from '../access.ts'

/** What the guards and the log look at in a request, however it came; hono's requests are such. */
export interface Asked {
  method: string
  path: string
  header(name: string): string | undefined
}

/** What a dataset is asked with, beside what is in the body. */
export interface DatasetAddress {
  version: string
  dataset: string
  /** The parameters in the address. */
  search: Record<string, string>
  user: User | null
}

/** Sets a header of the answer, whatever will come of the request. */
export type SetHeader = (name: string, value: string) => void

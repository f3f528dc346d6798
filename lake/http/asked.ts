/** What the guards and the log look at in a request, however it came; hono's requests are such. */
export interface Asked {
  method: string
  path: string
  header(name: string): string | undefined
}

/** Sets a header of the answer, whatever will come of the request. */
export type SetHeader = (name: string, value: string) => void

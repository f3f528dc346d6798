/** Bytes that begin like a picture but are none. */
export class MalformedImage extends Error {
  constructor(format: string) {
    super(`The ${format} is damaged.`)
    this.name = 'MalformedImage'
  }
}

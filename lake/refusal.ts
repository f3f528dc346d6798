/** Why a transaction is refused: the name the API gives it, a sentence, and what it is about. */
export class Refusal extends Error {
  readonly type: string
  readonly statusCode: number
  readonly details: {id?: string; referencingIDs?: string[]}

  constructor(
    type: string,
    message: string,
    details: {id?: string; referencingIDs?: string[]} = {},
    statusCode = 409,
  ) {
    super(message)
    this.name = 'Refusal'
    this.type = type
    this.statusCode = statusCode
    this.details = details
  }
}

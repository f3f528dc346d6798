/** A document on its way into a dataset: id, type and whatever fields it has. */
export interface CandidateDocument {
  readonly _id: string
  readonly _type: string
  readonly [field: string]: unknown
}

/** A document on its way into a dataset. */
export interface CandidateDocument {
  readonly _id: string
  readonly _type: string
}

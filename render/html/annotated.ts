import type {LinkedDocument} from './article.ts'

/** Where a person, unit, organisation or place has its page; undefined when it has none. */
export type UrlFor = (document: LinkedDocument) => string | undefined

/** What the serialiser of an annotation is given: `children` is HTML, already escaped. */
export interface Annotated<Value> {
  value: Value
  children: string
  urlFor: UrlFor
}

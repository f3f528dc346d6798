import type {UrlFor} from '../article.ts'

/** What the serialiser of an annotation is given: `children` is HTML, already escaped. */
export interface Annotated<Value> {
  value: Value
  children: string
  urlFor: UrlFor
}

import type {UrlFor} from './article.ts'

/** What the serialiser of an annotation is given: `children` is what the words became, escaped. */
export interface Annotated<Value, Children = string> {
  value: Value
  children: Children
  urlFor: UrlFor
}

import type {Article, Organisation, Person, Place, Poll, Unit} from '../../sanity.types.ts'

/** A document before it is written: what the Content Lake adds by itself is not there yet. */
type Unwritten<Document> = Omit<Document, '_createdAt' | '_updatedAt' | '_rev'>

export type ArticleDocument = Unwritten<Article>
export type PersonDocument = Unwritten<Person>
export type UnitDocument = Unwritten<Unit>
export type OrganisationDocument = Unwritten<Organisation>
export type PlaceDocument = Unwritten<Place>
export type PollDocument = Unwritten<Poll>

/** Any document that a story becomes. */
export type StoryDocument =
  | ArticleDocument
  | PersonDocument
  | UnitDocument
  | OrganisationDocument
  | PlaceDocument
  | PollDocument

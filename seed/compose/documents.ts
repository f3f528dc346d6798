import type {Article, Organisation, Person, Place, Poll, Unit} from '../../sanity.types.ts'

/** A document before it is written: what the Content Lake adds by itself is not there yet. */
type Unwritten<Document> = Omit<Document, '_createdAt' | '_updatedAt' | '_rev'>

/** A paragraph of text: all that a printed article has. Pictures and boxes are an editor's. */
export type Paragraph = Extract<Article['body'][number], {_type: 'block'}>

export type ArticleDocument = Omit<Unwritten<Article>, 'body'> & {body: Paragraph[]}
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

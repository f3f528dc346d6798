import type {RegisterEntity} from '../register/registerSchema.ts'
import {articleDocument} from './articleDocument.ts'
import type {StoryDocument} from './documents.ts'
import {organisationDocument} from './organisationDocument.ts'
import {personDocument} from './personDocument.ts'
import {placeDocument} from './placeDocument.ts'
import {pollDocument} from './pollDocument.ts'
import type {Story} from './story.ts'
import {unitDocument} from './unitDocument.ts'

/**
 * Turns a story into its documents: the article, everybody and everything that its register lists,
 * and its polls. The same register and text give the same documents, byte for byte. The register
 * must have been checked against the article.
 */
export function composeStory(story: Story): StoryDocument[] {
  return [
    articleDocument(story),
    ...story.register.entities.map((entity) => entityDocument(story, entity)),
    ...story.register.polls.map((poll) => pollDocument(story, poll)),
  ]
}

function entityDocument(story: Story, entity: RegisterEntity): StoryDocument {
  if (entity.type === 'person') return personDocument(story, entity)
  if (entity.type === 'unit') return unitDocument(story, entity)
  if (entity.type === 'organisation') return organisationDocument(story, entity)
  return placeDocument(story, entity)
}

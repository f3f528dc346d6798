import {articleBody} from './articleBody.ts'
import type {ArticleDocument} from './documents.ts'
import {fuzzyDate} from './facts.ts'
import {referencesToKeys} from './references.ts'
import {slugOf} from '../../vocabulary/addresses.ts'
import type {Story} from './story.ts'

/** The story itself, under the headline it is printed with. */
export function articleDocument(story: Story): ArticleDocument {
  const {article, register} = story
  const {id, slug, language, genre, noBylineReason, about, locations, reportedDate} =
    register.article
  if (!article.title) throw new Error('The article has no headline; ask for one before composing.')
  const title = article.text.slice(article.title.start, article.title.end)
  return {
    _id: id,
    _type: 'article',
    title,
    slug: slugOf(slug ?? title),
    genre,
    language,
    ...(noBylineReason !== undefined && {noBylineReason}),
    ...(about.length > 0 && {about: referencesToKeys(story, about, 'a')}),
    ...(locations.length > 0 && {locations: referencesToKeys(story, locations, 'l')}),
    ...(reportedDate && {reportedDate: fuzzyDate(reportedDate)}),
    body: articleBody(story),
  }
}

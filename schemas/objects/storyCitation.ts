import {BookmarkIcon} from '@sanity/icons/Bookmark'
import {defineField, defineType} from '@sanity/types'

import {citationSources} from '../../vocabulary/facts.ts'
import {titleOf} from '../../vocabulary/option.ts'
import {listLine} from '../preview.ts'
import {
  checkCitedArticle,
  checkCitedBlock,
  checkCitedPassage,
  checkCitedTitle,
  checkCitedUrl,
  checkPassageStands,
} from '../rules/citations.ts'

/** Where a fact comes from: a passage of a story, or another kind of source. */
export const storyCitation = defineType({
  name: 'storyCitation',
  title: 'Source',
  type: 'object',
  icon: BookmarkIcon,
  fields: [
    defineField({
      name: 'source',
      title: 'Kind of source',
      type: 'string',
      description: 'What this fact rests on.',
      options: {list: [...citationSources]},
      initialValue: 'article',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'article',
      title: 'Story',
      type: 'reference',
      description: 'The story that says it. A story can be taken down while facts still cite it.',
      to: [{type: 'article'}],
      weak: true,
      hidden: ({parent}) => parent?.source !== 'article',
      validation: (rule) => rule.custom(checkCitedArticle),
    }),
    defineField({
      name: 'blockKey',
      title: 'Paragraph',
      type: 'string',
      description: 'Which paragraph of the story. Filled by itself once the passage is there.',
      options: {search: {weight: 0}},
      hidden: ({parent}) => parent?.source !== 'article',
      validation: (rule) => rule.custom(checkCitedBlock),
    }),
    defineField({
      name: 'passage',
      type: 'text',
      rows: 2,
      description: 'The exact words of the source that show the fact.',
      validation: (rule) => [
        rule.custom(checkCitedPassage),
        rule.custom(checkPassageStands).warning(),
      ],
    }),
    defineField({
      name: 'title',
      title: 'Name of the source',
      type: 'string',
      description: 'What the document or page is called. Never the name of a protected source.',
      options: {search: {weight: 0}},
      hidden: ({parent}) => parent?.source === 'article',
      validation: (rule) => rule.custom(checkCitedTitle),
    }),
    defineField({
      name: 'url',
      title: 'Web address',
      type: 'url',
      description: 'Where the document or page can be read, beginning with https.',
      hidden: ({parent}) => !['document', 'url'].includes(parent?.source),
      validation: (rule) => [
        rule.uri({scheme: ['https']}).error('Use a full https address.'),
        rule.custom(checkCitedUrl),
      ],
    }),
    defineField({
      name: 'accessedOn',
      title: 'Read on',
      type: 'date',
      description: 'The day on which the page said so.',
      hidden: ({parent}) => parent?.source !== 'url',
    }),
  ],
  preview: {
    select: {passage: 'passage', source: 'source', article: 'article.title', title: 'title'},
    prepare: ({passage, source, article, title}) => ({
      title: listLine('No passage quoted', passage),
      subtitle: listLine('Source not chosen', article ?? title, titleOf(citationSources, source)),
    }),
  },
})

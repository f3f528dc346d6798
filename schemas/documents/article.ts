import {DocumentTextIcon} from '@sanity/icons/DocumentText'
import {defineArrayMember, defineField, defineType} from 'sanity'

import {genres, noBylineReasons} from '../../vocabulary/articles.ts'
import {entityTypes} from '../../vocabulary/entityTypes.ts'
import {slugField} from '../fields/slugField.ts'
import {joinWords, listLine} from '../preview.ts'
import {checkNoBylineReason} from '../rules/conditional.ts'
import {checkLanguage} from '../rules/language.ts'
import {isFilled} from '../rules/read.ts'

/** A story as it is printed, with everything it mentions, quotes and counts marked in its text. */
export const article = defineType({
  name: 'article',
  title: 'Story',
  type: 'document',
  icon: DocumentTextIcon,
  groups: [
    {name: 'story', title: 'Story', default: true},
    {name: 'entities', title: 'People & places'},
    {name: 'publishing', title: 'Publishing'},
  ],
  fields: [
    defineField({
      name: 'title',
      title: 'Headline',
      type: 'string',
      description: 'The headline as readers see it.',
      group: 'story',
      validation: (rule) => [
        rule.required().error('Give the story a headline.'),
        rule.max(110).warning('Long headlines are cut on cards.'),
      ],
    }),
    slugField({source: 'title', group: 'story'}),
    defineField({
      name: 'standfirst',
      type: 'text',
      rows: 3,
      description: 'The lines under the headline that say what the story is about.',
      group: 'story',
      validation: (rule) => rule.max(240).warning('Keep the standfirst under 240 characters.'),
    }),
    defineField({
      name: 'body',
      title: 'Text',
      type: 'articleBody',
      description: 'The story. Mark names, quotations and figures on the words themselves.',
      group: 'story',
      validation: (rule) => rule.required().min(1).error('The story has no text.'),
    }),
    defineField({
      name: 'bylines',
      title: 'Byline',
      type: 'array',
      description: 'Who made this story, in the order in which they are printed.',
      group: 'story',
      of: [defineArrayMember({type: 'storyCredit'})],
    }),
    defineField({
      name: 'noBylineReason',
      title: 'Why no byline',
      type: 'string',
      description: 'Why the story carries nobody’s name.',
      group: 'story',
      options: {list: [...noBylineReasons]},
      hidden: ({document}) => isFilled(document?.['bylines']),
      validation: (rule) => rule.custom(checkNoBylineReason).warning(),
    }),
    defineField({
      name: 'genre',
      type: 'string',
      description: 'What kind of story this is.',
      group: 'story',
      options: {list: [...genres]},
      initialValue: 'news',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'about',
      title: 'Main subjects',
      type: 'array',
      description: 'The few subjects the story is mainly about. All others are found in the text.',
      group: 'entities',
      of: [defineArrayMember({type: 'reference', to: entityTypes.map((type) => ({type}))})],
      validation: (rule) => [
        rule.unique(),
        rule.max(8).error('Name the main subjects only; mentions are found in the text.'),
      ],
    }),
    defineField({
      name: 'locations',
      title: 'Places',
      type: 'array',
      description: 'The places where the story happens or that it is about.',
      group: 'entities',
      of: [defineArrayMember({type: 'reference', to: [{type: 'place'}]})],
      validation: (rule) => rule.unique(),
    }),
    defineField({
      name: 'language',
      type: 'string',
      description: 'The language of the story as a tag: en, uk, be-Latn.',
      group: 'publishing',
      initialValue: 'en',
      validation: (rule) => [rule.required(), rule.custom(checkLanguage)],
    }),
    defineField({
      name: 'publishedAt',
      title: 'Publication time',
      type: 'datetime',
      description: 'When the story first appeared. Leave empty when that is not known.',
      group: 'publishing',
    }),
    defineField({
      name: 'reportedDate',
      title: 'Time of reporting',
      type: 'fuzzyDate',
      description: 'When the story was reported, as far as its text tells.',
      group: 'publishing',
    }),
  ],
  preview: {
    select: {
      title: 'title',
      person: 'bylines.0.person.name',
      name: 'bylines.0.name',
      publishedAt: 'publishedAt',
    },
    prepare: ({title, person, name, publishedAt}) => ({
      title: listLine('Story without a headline', title),
      subtitle: joinWords(
        person ?? name ?? 'no byline',
        typeof publishedAt === 'string' ? publishedAt.slice(0, 10) : 'no publication time',
      ),
    }),
  },
  orderings: [
    {
      name: 'newest',
      title: 'Newest publication',
      by: [
        {field: 'publishedAt', direction: 'desc'},
        {field: '_createdAt', direction: 'desc'},
      ],
    },
    {name: 'edited', title: 'Last edited', by: [{field: '_updatedAt', direction: 'desc'}]},
    {name: 'title', title: 'Headline', by: [{field: 'title', direction: 'asc'}]},
  ],
})

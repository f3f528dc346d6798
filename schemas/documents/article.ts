import {DocumentTextIcon} from '@sanity/icons/DocumentText'
import {defineArrayMember, defineField, defineType} from '@sanity/types'

import {genres, noBylineReasons} from '../../vocabulary/articles.ts'
import {entityTypes} from '../../vocabulary/entityTypes.ts'
import {slugField} from '../fields/slugField.ts'
import {joinWords, listLine} from '../preview.ts'
import {checkNoBylineReason} from '../rules/conditional.ts'
import {checkLanguage} from '../rules/language.ts'
import {
  checkCorrections,
  checkEmbargo,
  checkEmbargoOrder,
  checkPublishedAt,
  checkRelatedStories,
  checkTranslationOf,
} from '../rules/publishing.ts'
import {isFilled, isText} from '../rules/read.ts'
import {checkChangedMarks, checkSuggestedMarks} from '../rules/suggestions.ts'

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
    {name: 'corrections', title: 'Corrections'},
    {name: 'seo', title: 'Search and sharing'},
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
      name: 'leadImage',
      title: 'Lead picture',
      type: 'creditedImage',
      description: 'The picture above the story and on cards.',
      group: 'story',
    }),
    defineField({
      name: 'body',
      title: 'Text',
      type: 'articleBody',
      description: 'The story. Mark names, quotations and figures on the words themselves.',
      group: 'story',
      validation: (rule) => [
        rule.required().min(1).error('The story has no text.'),
        rule.custom(checkSuggestedMarks),
        rule.custom(checkChangedMarks).warning(),
      ],
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
      options: {list: [...noBylineReasons], search: {weight: 0}},
      hidden: ({document}) => isFilled(document?.['bylines']),
      validation: (rule) => rule.custom(checkNoBylineReason).warning(),
    }),
    defineField({
      name: 'genre',
      type: 'string',
      description: 'What kind of story this is.',
      group: 'publishing',
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
      name: 'dateline',
      type: 'storyDateline',
      description: 'Where the story was reported from, if that is printed before its text.',
      group: 'entities',
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
      description: 'When the story first appeared. Filled by itself when it is first published.',
      group: 'publishing',
      validation: (rule) => rule.custom(checkPublishedAt).warning(),
    }),
    defineField({
      name: 'embargoUntil',
      title: 'Embargoed until',
      type: 'datetime',
      description: 'The story can’t be published before this moment.',
      group: 'publishing',
      validation: (rule) => [rule.custom(checkEmbargo), rule.custom(checkEmbargoOrder).warning()],
    }),
    defineField({
      name: 'reportedDate',
      title: 'Time of reporting',
      type: 'fuzzyDate',
      description: 'When the story was reported, as far as its text tells.',
      group: 'publishing',
    }),
    defineField({
      name: 'translationOf',
      title: 'Translation of',
      type: 'reference',
      description: 'The story that this one translates. It can be taken down by itself.',
      group: 'publishing',
      to: [{type: 'article'}],
      weak: true,
      validation: (rule) => rule.custom(checkTranslationOf),
    }),
    defineField({
      name: 'relatedArticles',
      title: 'Related stories',
      type: 'array',
      description: 'Stories that belong to this one, in the order in which readers see them.',
      group: 'publishing',
      of: [defineArrayMember({type: 'relatedStory'})],
      validation: (rule) => rule.custom(checkRelatedStories),
    }),
    defineField({
      name: 'corrections',
      type: 'array',
      description: 'What readers are told about changes since the story appeared, oldest first.',
      group: 'corrections',
      of: [defineArrayMember({type: 'storyCorrection'})],
      validation: (rule) => rule.custom(checkCorrections),
    }),
    defineField({
      name: 'withdrawal',
      type: 'storyWithdrawal',
      description:
        'Fill in when the story no longer stands. Readers get the notice in place of the text.',
      group: 'corrections',
    }),
    defineField({
      name: 'seo',
      title: 'Search and sharing',
      type: 'storySeo',
      description: 'How the story looks elsewhere, where that differs from the story itself.',
      group: 'seo',
    }),
  ],
  preview: {
    select: {
      title: 'title',
      person: 'bylines.0.person.name',
      name: 'bylines.0.name',
      publishedAt: 'publishedAt',
      withdrawal: 'withdrawal.date',
      media: 'leadImage',
    },
    prepare: ({title, person, name, publishedAt, withdrawal, media}) => ({
      title: listLine('Story without a headline', title),
      subtitle: joinWords(
        isText(withdrawal) ? 'withdrawn' : undefined,
        person ?? name ?? 'no byline',
        typeof publishedAt === 'string' ? publishedAt.slice(0, 10) : 'no publication time',
      ),
      media,
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

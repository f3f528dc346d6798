import {BarChartIcon} from '@sanity/icons/BarChart'
import {defineArrayMember, defineField, defineType} from '@sanity/types'

import {citationsField} from '../fields/citationsField.ts'
import {periodFields} from '../fields/periodFields.ts'
import {slugField} from '../fields/slugField.ts'
import {suggestedField} from '../fields/suggestedField.ts'
import {joinWords, listLine} from '../preview.ts'
import {checkDisclosure, checkPollster} from '../rules/polls.ts'
import {checkShares} from '../rules/values.ts'

/** An opinion poll that a story cites: who asked whom, when, and what they found. */
export const poll = defineType({
  name: 'poll',
  title: 'Poll',
  type: 'document',
  icon: BarChartIcon,
  groups: [
    {name: 'findings', title: 'Findings', default: true},
    {name: 'method', title: 'Method'},
    {name: 'sources', title: 'Sources'},
  ],
  fields: [
    defineField({
      name: 'title',
      type: 'string',
      description: 'What lists and pages call the poll: its subject, where and when.',
      group: 'findings',
      validation: (rule) => rule.required().error('Give the poll a title.'),
    }),
    slugField({source: 'title', group: 'findings'}),
    defineField({
      name: 'pollsterWording',
      title: 'Pollster',
      type: 'string',
      description: 'Who did the poll, in the words of the story.',
      group: 'findings',
      validation: (rule) => [
        rule.required().error('Say who did the poll, in the words of the source.'),
        rule.custom(checkPollster).warning(),
      ],
    }),
    defineField({
      name: 'pollsterEntity',
      title: 'Pollster’s entry',
      type: 'reference',
      description: 'Who did the poll, if the story names them. Make no entry for somebody unnamed.',
      group: 'findings',
      to: [{type: 'person'}, {type: 'organisation'}],
    }),
    defineField({
      name: 'findings',
      type: 'array',
      description: 'One entry for each share that the story reports.',
      group: 'findings',
      of: [defineArrayMember({type: 'pollFinding'})],
      validation: (rule) => [
        rule.required().min(1).error('Enter at least one finding.'),
        rule.custom(checkShares),
      ],
    }),
    ...periodFields({
      start: 'fieldStart',
      end: 'fieldEnd',
      startTitle: 'Asked from',
      endTitle: 'Asked until',
      group: 'method',
    }),
    defineField({
      name: 'places',
      type: 'array',
      description: 'Where people were asked.',
      group: 'method',
      of: [defineArrayMember({type: 'reference', to: [{type: 'place'}]})],
      validation: (rule) => [
        rule.required().min(1).error('Where was the poll taken?'),
        rule.unique(),
      ],
    }),
    defineField({
      name: 'disclosure',
      title: 'What it discloses',
      type: 'pollDisclosure',
      description: 'What the poll says about how it was done. Empty means that it does not say.',
      group: 'method',
      validation: (rule) => rule.custom(checkDisclosure).warning(),
    }),
    defineField({
      name: 'publishedOn',
      title: 'Published',
      type: 'fuzzyDate',
      description: 'When the pollster published it, as far as the story says.',
      group: 'sources',
    }),
    defineField({
      name: 'sourceUrl',
      title: 'Web address',
      type: 'url',
      description: 'Where the poll itself can be read, beginning with https.',
      group: 'sources',
      validation: (rule) => rule.uri({scheme: ['https']}).error('Use a full https address.'),
    }),
    {
      ...citationsField(),
      group: 'sources',
      validation: (rule) => rule.required().min(1).error('Where is this poll reported?'),
    },
    suggestedField('sources'),
  ],
  preview: {
    select: {title: 'title', pollster: 'pollsterWording', start: 'fieldStart.wording'},
    prepare: ({title, pollster, start}) => ({
      title: listLine('Poll without a title', title),
      subtitle: joinWords(pollster, start),
    }),
  },
  orderings: [
    {name: 'title', title: 'Title', by: [{field: 'title', direction: 'asc'}]},
    {name: 'edited', title: 'Last edited', by: [{field: '_updatedAt', direction: 'desc'}]},
  ],
})

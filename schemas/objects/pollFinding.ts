import {ChartUpwardIcon} from '@sanity/icons/ChartUpward'
import {defineField, defineType} from '@sanity/types'

import {titleOf} from '../../vocabulary/option.ts'
import {stances} from '../../vocabulary/polls.ts'
import {provenanceFields} from '../fields/provenanceFields.ts'
import {joinWords, listLine} from '../preview.ts'

/** One share that a poll found: what about, for or against, and how many. */
export const pollFinding = defineType({
  name: 'pollFinding',
  title: 'Finding',
  type: 'object',
  icon: ChartUpwardIcon,
  fields: [
    defineField({
      name: 'topic',
      type: 'string',
      description: 'What people were asked about, in the words of the story.',
      validation: (rule) => rule.required().error('Say what the finding is about.'),
    }),
    defineField({
      name: 'question',
      type: 'text',
      rows: 2,
      description: 'What people were asked, as far as the story tells.',
    }),
    defineField({
      name: 'questionVerbatim',
      title: 'This is the exact question',
      type: 'boolean',
      description: 'Switch on when the question above is printed word for word.',
    }),
    defineField({
      name: 'stance',
      type: 'string',
      description: 'Where these people stand on it.',
      options: {list: [...stances]},
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'base',
      title: 'Share of whom',
      type: 'string',
      description: 'Whom the share is of, when not of all who were asked: “decided voters”.',
    }),
    defineField({
      name: 'value',
      title: 'Share',
      type: 'measuredValue',
      description: 'How many of those asked, with the words of the story.',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'framing',
      type: 'string',
      description: 'A word with which the story weighs the number, for instance “Only”.',
    }),
    ...provenanceFields(),
  ],
  preview: {
    select: {topic: 'topic', stance: 'stance', wording: 'value.wording'},
    prepare: ({topic, stance, wording}) => ({
      title: listLine('No topic yet', topic),
      subtitle: joinWords(titleOf(stances, stance), wording),
    }),
  },
})

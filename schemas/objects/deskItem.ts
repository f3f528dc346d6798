import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {defineArrayMember, defineField, defineType} from '@sanity/types'

import {confidences, deskDecisions, quotationChecks} from '../../vocabulary/desk.ts'
import {entityTypes} from '../../vocabulary/entityTypes.ts'
import {titleOf} from '../../vocabulary/option.ts'
import {joinWords, listLine} from '../preview.ts'

/** What the desk knows of one mark in a story: how it came about, and what an editor decided. */
export const deskItem = defineType({
  name: 'deskItem',
  title: 'Mark',
  type: 'object',
  icon: CheckmarkCircleIcon,
  fields: [
    defineField({
      name: 'blockKey',
      title: 'Paragraph',
      type: 'string',
      description: 'Which paragraph of the story the mark stands in.',
    }),
    defineField({
      name: 'key',
      title: 'Mark',
      type: 'string',
      description: 'Which mark of that paragraph it is.',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'wording',
      title: 'Words',
      type: 'string',
      description: 'The marked words as they were when they were suggested, or decided about.',
    }),
    defineField({
      name: 'choice',
      type: 'string',
      description: 'What was chosen for these words when an editor decided.',
    }),
    defineField({
      name: 'rule',
      title: 'Found by',
      type: 'string',
      description: 'What in the text suggested this mark.',
    }),
    defineField({
      name: 'confidence',
      title: 'How sure',
      type: 'string',
      description: 'How sure the reading of the text is.',
      options: {list: [...confidences]},
    }),
    defineField({
      name: 'candidates',
      title: 'Who else it could be',
      type: 'array',
      description: 'Others whom these words could mean.',
      of: [
        defineArrayMember({
          type: 'reference',
          to: entityTypes.map((type) => ({type})),
          weak: true,
        }),
      ],
    }),
    defineField({
      name: 'decision',
      type: 'string',
      description: 'What an editor decided about this mark.',
      options: {list: [...deskDecisions], layout: 'radio', direction: 'horizontal'},
    }),
    defineField({
      name: 'by',
      title: 'Decided by',
      type: 'string',
      description: 'Who decided.',
    }),
    defineField({
      name: 'at',
      title: 'Decided at',
      type: 'datetime',
      description: 'When that was decided.',
    }),
    defineField({
      name: 'checkedWith',
      title: 'Checked against',
      type: 'string',
      description: 'For a quotation: what the words were checked against.',
      options: {list: [...quotationChecks]},
    }),
  ],
  preview: {
    select: {wording: 'wording', decision: 'decision', by: 'by'},
    prepare: ({wording, decision, by}) => ({
      title: listLine('Mark without words', wording),
      subtitle: joinWords(titleOf(deskDecisions, decision) ?? 'Not decided', by),
    }),
  },
})

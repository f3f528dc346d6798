import {StringIcon} from '@sanity/icons/String'
import {defineField, defineType} from '@sanity/types'

import {citationsField} from '../fields/citationsField.ts'
import {listLine} from '../preview.ts'

/** A statement in the words of the story, with the passages that show it. */
export const citedText = defineType({
  name: 'citedText',
  title: 'Statement with sources',
  type: 'object',
  icon: StringIcon,
  fields: [
    defineField({
      name: 'text',
      type: 'text',
      rows: 2,
      description: 'The statement, as close to the words of the story as possible.',
      validation: (rule) => rule.required().error('Write the statement.'),
    }),
    citationsField(),
  ],
  preview: {
    select: {text: 'text'},
    prepare: ({text}) => ({title: listLine('Nothing written yet', text)}),
  },
})

import {InfoOutlineIcon} from '@sanity/icons/InfoOutline'
import {defineField, defineType} from '@sanity/types'

import {joinWords, listLine} from '../preview.ts'

/** A few lines of background, set apart from the story. */
export const factBox = defineType({
  name: 'factBox',
  title: 'Fact box',
  type: 'object',
  icon: InfoOutlineIcon,
  fields: [
    defineField({
      name: 'title',
      type: 'string',
      description: 'The heading of the box.',
      validation: (rule) => rule.required().error('Give the box a heading.'),
    }),
    defineField({
      name: 'text',
      type: 'text',
      rows: 6,
      description: 'What the box says. An empty line begins a new paragraph.',
      validation: (rule) => rule.required().error('The box has no text.'),
    }),
  ],
  preview: {
    select: {title: 'title', text: 'text'},
    prepare: ({title, text}) => ({
      title: listLine('Fact box without a heading', title),
      subtitle: joinWords(text),
    }),
  },
})

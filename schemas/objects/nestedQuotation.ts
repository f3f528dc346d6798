import {BlockquoteIcon} from '@sanity/icons/Blockquote'
import {defineField, defineType} from '@sanity/types'

import {joinWords, listLine} from '../preview.ts'

/** Words that a speaker puts into somebody else’s mouth inside a quotation. */
export const nestedQuotation = defineType({
  name: 'nestedQuotation',
  title: 'Quotation within',
  type: 'object',
  icon: BlockquoteIcon,
  fields: [
    defineField({
      name: 'text',
      type: 'string',
      description: 'The inner quotation, word for word, without its quotation marks.',
      validation: (rule) => rule.required().error('Write the inner quotation.'),
    }),
    defineField({
      name: 'saidBy',
      title: 'Whose words',
      type: 'string',
      description: 'Whose words they are meant to be. Readers can see this.',
    }),
  ],
  preview: {
    select: {text: 'text', saidBy: 'saidBy'},
    prepare: ({text, saidBy}) => ({
      title: listLine('No words yet', text),
      subtitle: joinWords(saidBy),
    }),
  },
})

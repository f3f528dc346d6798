import {DoubleQuoteIcon} from '@sanity/icons/DoubleQuote'
import {defineField, defineType} from '@sanity/types'

import {checkQuotationKey} from '../rules/body.ts'

/** A quotation of the story, shown once more and large. The words stay where they are. */
export const pullQuote = defineType({
  name: 'pullQuote',
  title: 'Pull quote',
  type: 'object',
  icon: DoubleQuoteIcon,
  fields: [
    defineField({
      name: 'quotationKey',
      title: 'Quotation',
      type: 'string',
      description: 'Which quotation of the story. Filled by itself when one is picked.',
      validation: (rule) => [
        rule.required().error('Choose a quotation.'),
        rule.custom(checkQuotationKey).warning(),
      ],
    }),
  ],
  preview: {
    select: {key: 'quotationKey'},
    prepare: ({key}) => ({
      title: typeof key === 'string' && key.trim() ? 'Pull quote' : 'No quotation chosen yet',
    }),
  },
})

import {RemoveCircleIcon} from '@sanity/icons/RemoveCircle'
import {defineField, defineType} from '@sanity/types'

import {listLine} from '../preview.ts'

/**
 * That a page was taken down for somebody’s safety, so that websites answer “410 Gone” and search
 * engines drop it. It says no more than that: the address is kept as a digest, for the words in it
 * may be the danger. Written by “Withdraw”.
 */
export const goneAddress = defineType({
  name: 'goneAddress',
  title: 'Removed address',
  type: 'document',
  icon: RemoveCircleIcon,
  readOnly: true,
  __experimental_omnisearch_visibility: false,
  fields: [
    defineField({
      name: 'digest',
      title: 'Fingerprint of the address',
      type: 'string',
      description: 'Tells whether a page is the one that was removed (SHA-256).',
      validation: (rule) =>
        rule
          .required()
          .regex(/^[0-9a-f]{64}$/)
          .error('“Withdraw” writes this; it is no address.'),
    }),
    defineField({
      name: 'date',
      title: 'Removed on',
      type: 'date',
      description: 'The day on which the page was taken down.',
      validation: (rule) => rule.required().error('Since when is it gone?'),
    }),
  ],
  preview: {
    select: {date: 'date'},
    prepare: ({date}) => ({title: listLine('Removed address', date)}),
  },
  orderings: [{name: 'date', title: 'Removed on', by: [{field: 'date', direction: 'desc'}]}],
})

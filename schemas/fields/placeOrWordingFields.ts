import {defineField} from '@sanity/types'

import {checkPlaceOrWording} from '../rules/conditional.ts'

/** Where something happened or stands: a place of its own, the story’s words, or both. */
export function placeOrWordingFields() {
  return [
    defineField({
      name: 'place',
      type: 'reference',
      description: 'The place, if it has an entry. Leave empty when the story only hints at it.',
      to: [{type: 'place'}],
    }),
    defineField({
      name: 'wording',
      type: 'string',
      description: 'How the story puts it, for instance “the front line near Izyum”.',
      validation: (rule) => rule.custom(checkPlaceOrWording),
    }),
  ]
}

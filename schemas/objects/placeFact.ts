import {PinIcon} from '@sanity/icons/Pin'
import {defineField, defineType} from '@sanity/types'

import {provenanceFields} from '../fields/provenanceFields.ts'
import {joinWords, listLine} from '../preview.ts'

/** A fact whose whole content is a place: where somebody was born, whom a unit fights for. */
export const placeFact = defineType({
  name: 'placeFact',
  title: 'Place',
  type: 'object',
  icon: PinIcon,
  fields: [
    defineField({
      name: 'place',
      type: 'reference',
      description: 'The country or other place.',
      to: [{type: 'place'}],
      validation: (rule) => rule.required().error('Choose the place.'),
    }),
    ...provenanceFields(),
  ],
  preview: {
    select: {place: 'place.name', certainty: 'certainty'},
    prepare: ({place, certainty}) => ({
      title: listLine('No place yet', place),
      subtitle: joinWords(certainty === 'inferred' ? 'inferred' : undefined),
    }),
  },
})

import {UsersIcon} from '@sanity/icons/Users'
import {defineField, defineType} from '@sanity/types'

import {provenanceFields} from '../fields/provenanceFields.ts'
import {listLine} from '../preview.ts'

/** How many people a unit has according to a story. */
export const unitStrength = defineType({
  name: 'unitStrength',
  title: 'Strength',
  type: 'object',
  icon: UsersIcon,
  fields: [
    defineField({
      name: 'value',
      title: 'Number',
      type: 'measuredValue',
      description: 'How many people, with the words of the story.',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'asOf',
      title: 'At the time of',
      type: 'fuzzyDate',
      description: 'When the unit was that strong: usually the date of the story.',
    }),
    ...provenanceFields(),
  ],
  preview: {
    select: {wording: 'value.wording', asOf: 'asOf.value'},
    prepare: ({wording, asOf}) => ({
      title: listLine('No number yet', wording),
      subtitle: typeof asOf === 'string' ? `in ${asOf}` : '',
    }),
  },
})

import {ClockIcon} from '@sanity/icons/Clock'
import {defineField, defineType} from '@sanity/types'

import {citationsField} from '../fields/citationsField.ts'

/** How old somebody is according to a story, and when that was so: no birth date follows from it. */
export const reportedAge = defineType({
  name: 'reportedAge',
  title: 'Age as reported',
  type: 'object',
  icon: ClockIcon,
  fields: [
    defineField({
      name: 'value',
      title: 'Age',
      type: 'number',
      description: 'The age in years, as the story prints it.',
      validation: (rule) => [
        rule.required().error('Write the age.'),
        rule.integer().min(0).max(120).error('Check the age.'),
      ],
    }),
    defineField({
      name: 'asOf',
      title: 'At the time of',
      type: 'fuzzyDate',
      description: 'When they were that old: usually the date of the story.',
      validation: (rule) => rule.required().error('An age needs a date.'),
    }),
    citationsField(),
  ],
  preview: {
    select: {value: 'value', asOf: 'asOf.value'},
    prepare: ({value, asOf}) => ({
      title: typeof value === 'number' ? `${value} years` : 'No age yet',
      subtitle: typeof asOf === 'string' ? `in ${asOf}` : '',
    }),
  },
})

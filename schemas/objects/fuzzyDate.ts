import {CalendarIcon} from '@sanity/icons/Calendar'
import {defineField, defineType} from '@sanity/types'

import {dateBases} from '../../vocabulary/values.ts'
import {joinWords, listLine} from '../preview.ts'
import {checkFuzzyDate} from '../rules/dates.ts'

/** A date no more precise than the story: “2022”, “in April”, “before the war”. */
export const fuzzyDate = defineType({
  name: 'fuzzyDate',
  title: 'Date',
  type: 'object',
  icon: CalendarIcon,
  fields: [
    defineField({
      name: 'value',
      title: 'Date',
      type: 'string',
      description:
        'As precise as the story: 2022, 2022-04 or 2022-04-30. Write XXXX-04 for an April of a year not given.',
      validation: (rule) => rule.custom(checkFuzzyDate),
    }),
    defineField({
      name: 'wording',
      type: 'string',
      description: 'The words of the story, for instance “before the war”.',
    }),
    defineField({
      name: 'basis',
      type: 'string',
      description: 'Whether the story gives the date, or we worked it out.',
      options: {list: [...dateBases], layout: 'radio', direction: 'horizontal'},
      initialValue: 'stated',
      validation: (rule) => rule.required(),
    }),
  ],
  options: {columns: 2},
  preview: {
    select: {value: 'value', wording: 'wording'},
    prepare: ({value, wording}) => ({
      title: listLine('No date', value ?? wording),
      subtitle: joinWords(value && wording),
    }),
  },
})

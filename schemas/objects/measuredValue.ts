import {HashIcon} from '@sanity/icons/Hash'
import {defineField, defineType} from '@sanity/types'

import {titleOf} from '../../vocabulary/option.ts'
import {qualifiers} from '../../vocabulary/values.ts'
import {listLine} from '../preview.ts'
import {
  checkDenominator,
  checkNumber,
  checkPercentage,
  checkUpperEnd,
  checkWording,
} from '../rules/values.ts'

/** A number as the story gives it: its words, what they come to, and how exactly. */
export const measuredValue = defineType({
  name: 'measuredValue',
  title: 'Number',
  type: 'object',
  icon: HashIcon,
  fields: [
    defineField({
      name: 'wording',
      type: 'string',
      description: 'The words of the story, for instance “more than 50 per cent”.',
      validation: (rule) => [
        rule.required().error('Give the words of the story.'),
        rule.custom(checkWording).warning(),
      ],
    }),
    defineField({
      name: 'qualifier',
      title: 'How exactly',
      type: 'string',
      description: 'How exactly the story gives the number.',
      options: {list: [...qualifiers]},
      initialValue: 'exact',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'value',
      title: 'Number',
      type: 'number',
      description: 'The number in figures. Leave empty for a range, or when the story gives none.',
      validation: (rule) => rule.custom(checkNumber),
    }),
    defineField({
      name: 'unit',
      type: 'string',
      description: 'What is counted or measured: “percent”, “people”, “miles”.',
    }),
    defineField({
      name: 'min',
      title: 'Lower end',
      type: 'number',
      description: 'The lower end of a range.',
      hidden: ({parent}) => parent?.qualifier !== 'between',
      validation: (rule) => rule.custom(checkPercentage),
    }),
    defineField({
      name: 'max',
      title: 'Upper end',
      type: 'number',
      description: 'The upper end of a range.',
      hidden: ({parent}) => parent?.qualifier !== 'between',
      validation: (rule) => rule.custom(checkUpperEnd),
    }),
    defineField({
      name: 'numerator',
      title: 'Fraction: upper part',
      type: 'number',
      description: 'For a fraction such as “two-thirds”: the 2.',
      validation: (rule) => rule.integer().min(0),
    }),
    defineField({
      name: 'denominator',
      title: 'Fraction: lower part',
      type: 'number',
      description: 'For a fraction such as “two-thirds”: the 3.',
      validation: (rule) => [rule.integer().min(1), rule.custom(checkDenominator)],
    }),
  ],
  options: {columns: 2},
  preview: {
    select: {wording: 'wording', qualifier: 'qualifier'},
    prepare: ({wording, qualifier}) => ({
      title: listLine('No number', wording),
      subtitle: titleOf(qualifiers, qualifier) ?? '',
    }),
  },
})

import {BarChartIcon} from '@sanity/icons/BarChart'
import {defineArrayMember, defineField, defineType} from '@sanity/types'

import {listLine} from '../preview.ts'
import {checkFindingKeys} from '../rules/body.ts'

/** A poll shown in the story: all that it found, or some of it. */
export const pollEmbed = defineType({
  name: 'pollEmbed',
  title: 'Poll',
  type: 'object',
  icon: BarChartIcon,
  fields: [
    defineField({
      name: 'poll',
      type: 'reference',
      description: 'The poll to show.',
      to: [{type: 'poll'}],
      validation: (rule) => rule.required().error('Choose the poll.'),
    }),
    defineField({
      name: 'findingKeys',
      title: 'Findings',
      type: 'array',
      description: 'Which findings to show. Leave empty to show all of them.',
      of: [defineArrayMember({type: 'string'})],
      validation: (rule) => rule.custom(checkFindingKeys),
    }),
  ],
  preview: {
    select: {title: 'poll.title', pollster: 'poll.pollsterWording'},
    prepare: ({title, pollster}) => ({
      title: listLine('No poll chosen yet', title),
      subtitle: listLine('Poll', pollster),
    }),
  },
})

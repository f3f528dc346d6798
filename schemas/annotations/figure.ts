import {HashIcon} from '@sanity/icons/Hash'
import {defineArrayMember, defineField} from '@sanity/types'

import {actorTypes} from '../../vocabulary/entityTypes.ts'
import {suggestedMarkField} from '../fields/suggestedField.ts'
import {checkFindingKey} from '../rules/body.ts'

/** A number in the running text: what it comes to, who claims it, which poll it is from. */
export const figure = defineArrayMember({
  name: 'figure',
  title: 'Figure',
  type: 'object',
  icon: HashIcon,
  fields: [
    defineField({
      name: 'value',
      title: 'Number',
      type: 'measuredValue',
      description: 'The number, with the words of the story.',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'attributedTo',
      title: 'Claimed by',
      type: 'reference',
      description: 'Who claims this number, when it is not the newsroom’s own.',
      to: actorTypes.map((type) => ({type})),
    }),
    defineField({
      name: 'poll',
      type: 'reference',
      description: 'The poll that this number is a finding of.',
      to: [{type: 'poll'}],
    }),
    defineField({
      name: 'findingKey',
      title: 'Finding',
      type: 'string',
      description:
        'Which finding of the poll this is. Filled by itself when the finding is picked.',
      options: {search: {weight: 0}},
      hidden: ({parent}) => parent?.poll === undefined,
      validation: (rule) => rule.custom(checkFindingKey),
    }),
    suggestedMarkField(),
  ],
})

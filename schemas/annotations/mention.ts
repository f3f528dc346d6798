import {UserIcon} from '@sanity/icons/User'
import {defineArrayMember, defineField} from '@sanity/types'

import {entityTypes} from '../../vocabulary/entityTypes.ts'
import {suggestedMarkField} from '../fields/suggestedField.ts'

/** A name in the running text, tied to whom or what it names. */
export const mention = defineArrayMember({
  name: 'mention',
  title: 'Mention',
  type: 'object',
  icon: UserIcon,
  fields: [
    defineField({
      name: 'entity',
      title: 'Who or what',
      type: 'reference',
      description: 'The person, unit, organisation or place that the marked words name.',
      to: entityTypes.map((type) => ({type})),
      validation: (rule) => rule.required().error('Choose who or what is mentioned.'),
    }),
    suggestedMarkField(),
  ],
})

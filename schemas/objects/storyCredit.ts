import {UserIcon} from '@sanity/icons/User'
import {defineField, defineType} from '@sanity/types'

import {creditRoles} from '../../vocabulary/articles.ts'
import {titleOf} from '../../vocabulary/option.ts'
import {listLine} from '../preview.ts'
import {checkPersonOrName} from '../rules/conditional.ts'

/** One name in a story’s byline, and what that person did. */
export const storyCredit = defineType({
  name: 'storyCredit',
  title: 'Credit',
  type: 'object',
  icon: UserIcon,
  fields: [
    defineField({
      name: 'role',
      type: 'string',
      description: 'What they did for this story.',
      options: {list: [...creditRoles]},
      initialValue: 'reporter',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'person',
      type: 'reference',
      description: 'The person, if they have an entry. Only people shown by their full name.',
      to: [{type: 'person'}],
      options: {filter: 'naming == "fullName"'},
    }),
    defineField({
      name: 'name',
      type: 'string',
      description: 'The name as it should be printed, for somebody without an entry.',
      options: {search: {weight: 1}},
      hidden: ({parent}) => parent?.person !== undefined,
      validation: (rule) => rule.custom(checkPersonOrName),
    }),
  ],
  preview: {
    select: {person: 'person.name', name: 'name', role: 'role'},
    prepare: ({person, name, role}) => ({
      title: listLine('No name yet', person ?? name),
      subtitle: listLine('No role yet', titleOf(creditRoles, role)),
    }),
  },
})

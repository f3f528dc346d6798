import {LockIcon} from '@sanity/icons/Lock'
import {defineField, defineType} from '@sanity/types'

import {titleOf} from '../../vocabulary/option.ts'
import {protectionBases} from '../../vocabulary/people.ts'
import {citationsField} from '../fields/citationsField.ts'
import {listLine} from '../preview.ts'

/**
 * That a person's name is withheld, why, and how they may be described. Readers can see all of it;
 * on purpose there is no field for the name itself.
 */
export const identityProtection = defineType({
  name: 'identityProtection',
  title: 'Protected source',
  type: 'object',
  icon: LockIcon,
  fields: [
    defineField({
      name: 'basis',
      type: 'string',
      description: 'Why the name is withheld.',
      options: {list: [...protectionBases]},
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'publicWording',
      title: 'How to describe them',
      type: 'string',
      description:
        'How this person may be described in print. Readers can see it: never write the real name here.',
      validation: (rule) => rule.required().error('How may this person be described?'),
    }),
    citationsField(),
  ],
  preview: {
    select: {publicWording: 'publicWording', basis: 'basis'},
    prepare: ({publicWording, basis}) => ({
      title: listLine('Protected', publicWording),
      subtitle: titleOf(protectionBases, basis) ?? '',
    }),
  },
})

import {RemoveCircleIcon} from '@sanity/icons/RemoveCircle'
import {defineField, defineType} from '@sanity/types'

import {entityTypes} from '../../vocabulary/entityTypes.ts'
import {listLine} from '../preview.ts'

/** That some words do not mean somebody, so that they are not suggested again. */
export const deskExclusion = defineType({
  name: 'deskExclusion',
  title: 'Not this one',
  type: 'object',
  icon: RemoveCircleIcon,
  fields: [
    defineField({
      name: 'wording',
      title: 'Words',
      type: 'string',
      description: 'The words that do not mean this one.',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'entity',
      title: 'Not this one',
      type: 'reference',
      description: 'Whom or what the words do not mean. Empty: they are no name at all.',
      to: entityTypes.map((type) => ({type})),
      weak: true,
    }),
  ],
  preview: {
    select: {wording: 'wording', name: 'entity.name'},
    prepare: ({wording, name}) => ({
      title: listLine('No words yet', wording),
      subtitle: typeof name === 'string' && name.trim() ? `is not ${name}` : 'is no name',
    }),
  },
})

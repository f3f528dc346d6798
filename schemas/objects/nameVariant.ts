import {TagIcon} from '@sanity/icons/Tag'
import {defineField, defineType} from 'sanity'

import {nameKinds} from '../../vocabulary/names.ts'
import {titleOf} from '../../vocabulary/option.ts'
import {listLine} from '../preview.ts'

/** Another name for the same person or body. */
export const nameVariant = defineType({
  name: 'nameVariant',
  title: 'Other name',
  type: 'object',
  icon: TagIcon,
  fields: [
    defineField({
      name: 'name',
      type: 'string',
      description: 'The name exactly as a story prints it.',
      validation: (rule) => rule.required().error('Write the name.'),
    }),
    defineField({
      name: 'kind',
      type: 'string',
      description: 'How this name relates to the one shown.',
      options: {list: [...nameKinds]},
      validation: (rule) => rule.required(),
    }),
  ],
  preview: {
    select: {name: 'name', kind: 'kind'},
    prepare: ({name, kind}) => ({
      title: listLine('No name yet', name),
      subtitle: titleOf(nameKinds, kind) ?? '',
    }),
  },
})

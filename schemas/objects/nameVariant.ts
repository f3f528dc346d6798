import {TagIcon} from '@sanity/icons/Tag'
import {defineField, defineType} from '@sanity/types'

import {nameKinds} from '../../vocabulary/names.ts'
import {titleOf} from '../../vocabulary/option.ts'
import {joinWords, listLine} from '../preview.ts'
import {checkLanguage, checkLetters} from '../rules/language.ts'

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
      options: {search: {weight: 8}},
      validation: (rule) => [
        rule.required().error('Write the name.'),
        rule.custom(checkLetters).warning(),
      ],
    }),
    defineField({
      name: 'kind',
      type: 'string',
      description: 'How this name relates to the one shown.',
      options: {list: [...nameKinds]},
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'language',
      type: 'string',
      description: 'The language and letters of this spelling as a tag: be-Cyrl, be-Latn, uk, en.',
      validation: (rule) => rule.custom(checkLanguage),
    }),
  ],
  preview: {
    select: {name: 'name', kind: 'kind', language: 'language'},
    prepare: ({name, kind, language}) => ({
      title: listLine('No name yet', name),
      subtitle: joinWords(titleOf(nameKinds, kind), language),
    }),
  },
})

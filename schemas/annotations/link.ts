import {LinkIcon} from '@sanity/icons/Link'
import {defineArrayMember, defineField} from '@sanity/types'

/** A link to a page elsewhere. */
export const link = defineArrayMember({
  name: 'link',
  title: 'Link',
  type: 'object',
  icon: LinkIcon,
  fields: [
    defineField({
      name: 'href',
      title: 'Web address',
      type: 'url',
      description: 'The full address of the page, beginning with https.',
      validation: (rule) => [
        rule.required().error('Give the address.'),
        rule.uri({scheme: ['https']}).error('Use a full https address.'),
      ],
    }),
  ],
})

import {ImageIcon} from '@sanity/icons/Image'
import {defineField, defineType} from '@sanity/types'

import {listLine} from '../preview.ts'
import {checkAlternative} from '../rules/conditional.ts'

/** A picture with what readers must know of it: what it shows, and who made it. */
export const creditedImage = defineType({
  name: 'creditedImage',
  title: 'Picture',
  type: 'image',
  icon: ImageIcon,
  // What a file is called on somebody’s computer can say whose it is.
  options: {hotspot: true, storeOriginalFilename: false},
  fields: [
    defineField({
      name: 'alt',
      title: 'Description',
      type: 'string',
      description: 'What the picture shows, for readers who can’t see it.',
      validation: (rule) => rule.custom(checkAlternative),
    }),
    defineField({
      name: 'decorative',
      title: 'Only decoration',
      type: 'boolean',
      description: 'Switch on when the picture says nothing that a description could tell.',
    }),
    defineField({
      name: 'caption',
      type: 'string',
      description: 'The line under the picture.',
    }),
    defineField({
      name: 'credit',
      type: 'string',
      description: 'Who made the picture, and for whom: “Jo Lind / Harbour Post”.',
      validation: (rule) => rule.required().error('Who made it?'),
    }),
  ],
  preview: {
    select: {media: 'asset', alt: 'alt', caption: 'caption', credit: 'credit'},
    prepare: ({media, alt, caption, credit}) => ({
      title: listLine('Picture without a description', caption ?? alt),
      subtitle: listLine('No credit yet', credit),
      media,
    }),
  },
})

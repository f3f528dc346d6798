import {defineArrayMember, defineType} from '@sanity/types'

import {figure} from '../annotations/figure.ts'
import {link} from '../annotations/link.ts'
import {mention} from '../annotations/mention.ts'
import {quotation} from '../annotations/quotation.ts'

/** A story's text. What it mentions, quotes and counts is marked on the words themselves. */
export const articleBody = defineType({
  name: 'articleBody',
  title: 'Text',
  type: 'array',
  of: [
    defineArrayMember({
      type: 'block',
      styles: [
        {title: 'Paragraph', value: 'normal'},
        {title: 'Heading', value: 'h2'},
        {title: 'Subheading', value: 'h3'},
        {title: 'Block quotation', value: 'blockquote'},
      ],
      lists: [
        {title: 'Bullets', value: 'bullet'},
        {title: 'Numbers', value: 'number'},
      ],
      marks: {
        decorators: [
          {title: 'Strong', value: 'strong'},
          {title: 'Emphasis', value: 'em'},
        ],
        annotations: [mention, quotation, figure, link],
      },
    }),
    defineArrayMember({type: 'creditedImage'}),
    defineArrayMember({type: 'pullQuote'}),
    defineArrayMember({type: 'pollEmbed'}),
    defineArrayMember({type: 'factBox'}),
  ],
})

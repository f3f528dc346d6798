import {SearchIcon} from '@sanity/icons/Search'
import {defineField, defineType} from '@sanity/types'

import {joinWords, listLine} from '../preview.ts'

/** How search engines and shared links show a story, where that differs from the story itself. */
export const storySeo = defineType({
  name: 'storySeo',
  title: 'Search and sharing',
  type: 'object',
  icon: SearchIcon,
  fields: [
    defineField({
      name: 'title',
      title: 'Headline for search',
      type: 'string',
      description: 'Shown by search engines instead of the headline. Leave empty to use that.',
      validation: (rule) => rule.max(60).warning('Search engines cut headlines at 60 characters.'),
    }),
    defineField({
      name: 'description',
      type: 'text',
      rows: 3,
      description: 'Shown under the headline by search engines. Leave empty to use the standfirst.',
      validation: (rule) =>
        rule.min(50).max(160).warning('Descriptions work best with 50 to 160 characters.'),
    }),
    defineField({
      name: 'image',
      title: 'Picture for sharing',
      type: 'creditedImage',
      description: 'Shown when the story is shared. Leave empty to use the lead picture.',
    }),
    defineField({
      name: 'noIndex',
      title: 'Keep out of search engines',
      type: 'boolean',
      description: 'Switch on to ask search engines not to list this story.',
    }),
  ],
  preview: {
    select: {title: 'title', description: 'description'},
    prepare: ({title, description}) => ({
      title: listLine('As in the story', title),
      subtitle: joinWords(description),
    }),
  },
})

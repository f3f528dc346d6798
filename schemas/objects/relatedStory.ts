import {DocumentsIcon} from '@sanity/icons/Documents'
import {defineField, defineType} from '@sanity/types'

import {storyLinks} from '../../vocabulary/articles.ts'
import {titleOf} from '../../vocabulary/option.ts'
import {listLine} from '../preview.ts'
import {checkRelatedStory} from '../rules/publishing.ts'

/** Another story that belongs to this one, and how. */
export const relatedStory = defineType({
  name: 'relatedStory',
  title: 'Related story',
  type: 'object',
  icon: DocumentsIcon,
  fields: [
    defineField({
      name: 'story',
      type: 'reference',
      description: 'The other story. It can be taken down while this one links to it.',
      to: [{type: 'article'}],
      weak: true,
      validation: (rule) => rule.required().custom(checkRelatedStory),
    }),
    defineField({
      name: 'rel',
      title: 'How it belongs',
      type: 'string',
      description: 'What the other story is to this one.',
      options: {list: [...storyLinks]},
      initialValue: 'background',
      validation: (rule) => rule.required(),
    }),
  ],
  preview: {
    select: {title: 'story.title', rel: 'rel'},
    prepare: ({title, rel}) => ({
      title: listLine('No story chosen yet', title),
      subtitle: listLine('Related', titleOf(storyLinks, rel)),
    }),
  },
})

import {ArchiveIcon} from '@sanity/icons/Archive'
import {defineField, defineType} from '@sanity/types'

import {joinWords, listLine} from '../preview.ts'

/** That a story no longer stands. Its address stays, and readers get the notice instead of the text. */
export const storyWithdrawal = defineType({
  name: 'storyWithdrawal',
  title: 'Withdrawal',
  type: 'object',
  icon: ArchiveIcon,
  fields: [
    defineField({
      name: 'date',
      type: 'date',
      description: 'The day from which the story no longer stands.',
      validation: (rule) => rule.required().error('Since when is it withdrawn?'),
    }),
    defineField({
      name: 'notice',
      type: 'text',
      rows: 3,
      description: 'What readers are told in place of the story.',
      validation: (rule) => rule.required().error('Tell readers why the text is gone.'),
    }),
  ],
  preview: {
    select: {notice: 'notice', date: 'date'},
    prepare: ({notice, date}) => ({
      title: listLine('Withdrawn without a notice', notice),
      subtitle: joinWords(date),
    }),
  },
})

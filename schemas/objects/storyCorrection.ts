import {EditIcon} from '@sanity/icons/Edit'
import {defineField, defineType} from '@sanity/types'

import {correctionKinds} from '../../vocabulary/articles.ts'
import {titleOf} from '../../vocabulary/option.ts'
import {today} from '../moment.ts'
import {joinWords, listLine} from '../preview.ts'
import {checkOldWording} from '../rules/publishing.ts'

/** What readers are told about a change to a story that was already out. */
export const storyCorrection = defineType({
  name: 'storyCorrection',
  title: 'Correction',
  type: 'object',
  icon: EditIcon,
  fields: [
    defineField({
      name: 'date',
      type: 'date',
      description: 'The day on which the story was changed.',
      initialValue: today,
      validation: (rule) => rule.required().error('Give the day of the correction.'),
    }),
    defineField({
      name: 'kind',
      type: 'string',
      description: 'What kind of note readers get.',
      options: {list: [...correctionKinds]},
      initialValue: 'correction',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'text',
      type: 'text',
      rows: 3,
      description: 'What readers are told: what was wrong, and what is right.',
      validation: (rule) => rule.required().error('Tell readers what was changed.'),
    }),
    defineField({
      name: 'before',
      title: 'Old wording',
      type: 'text',
      rows: 2,
      description:
        'What the story said before, if readers should see it. Leave it empty where it did harm.',
      validation: (rule) => rule.custom(checkOldWording),
    }),
    defineField({
      name: 'after',
      title: 'New wording',
      type: 'text',
      rows: 2,
      description: 'What the story says now, if readers should see it.',
    }),
    defineField({
      name: 'blockKey',
      title: 'Paragraph',
      type: 'string',
      description: 'Which paragraph was changed. Filled by itself when one is picked.',
    }),
  ],
  preview: {
    select: {text: 'text', kind: 'kind', date: 'date'},
    prepare: ({text, kind, date}) => ({
      title: listLine('Nothing written yet', text),
      subtitle: joinWords(date, titleOf(correctionKinds, kind)),
    }),
  },
})

import {CaseIcon} from '@sanity/icons/Case'
import {defineField, defineType} from '@sanity/types'

import {currencies} from '../../vocabulary/facts.ts'
import {titleOf} from '../../vocabulary/option.ts'
import {periodFields} from '../fields/periodFields.ts'
import {provenanceFields} from '../fields/provenanceFields.ts'
import {listLine} from '../preview.ts'

/** What somebody does or did, in the words of the story. */
export const personOccupation = defineType({
  name: 'personOccupation',
  title: 'Occupation',
  type: 'object',
  icon: CaseIcon,
  fields: [
    defineField({
      name: 'title',
      title: 'Occupation',
      type: 'string',
      description: 'What they do, in the words of the story: “restaurateur”.',
      validation: (rule) => rule.required().error('Name the occupation.'),
    }),
    defineField({
      name: 'status',
      type: 'string',
      description: 'Whether they still do it when the story appears.',
      options: {list: [...currencies], layout: 'radio', direction: 'horizontal'},
    }),
    ...periodFields({start: 'from', end: 'to'}),
    ...provenanceFields(),
  ],
  preview: {
    select: {title: 'title', status: 'status'},
    prepare: ({title, status}) => ({
      title: listLine('No occupation yet', title),
      subtitle: titleOf(currencies, status) ?? '',
    }),
  },
})

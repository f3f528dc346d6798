import {HomeIcon} from '@sanity/icons/Home'
import {defineField, defineType} from '@sanity/types'

import {titleOf} from '../../vocabulary/option.ts'
import {residenceKinds} from '../../vocabulary/people.ts'
import {periodFields} from '../fields/periodFields.ts'
import {placeOrWordingFields} from '../fields/placeOrWordingFields.ts'
import {provenanceFields} from '../fields/provenanceFields.ts'
import {listLine} from '../preview.ts'

/** Where somebody lives or lived, or what they left, and why. */
export const personResidence = defineType({
  name: 'personResidence',
  title: 'Residence',
  type: 'object',
  icon: HomeIcon,
  fields: [
    ...placeOrWordingFields(),
    defineField({
      name: 'kind',
      type: 'string',
      description: 'What the place is or was to them.',
      options: {list: [...residenceKinds]},
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'reason',
      type: 'string',
      description: 'Why they came or left, in the words of the story: “fearing arrest”.',
    }),
    ...periodFields({start: 'from', end: 'to'}),
    ...provenanceFields(),
  ],
  preview: {
    select: {place: 'place.name', wording: 'wording', kind: 'kind'},
    prepare: ({place, wording, kind}) => ({
      title: listLine('No place yet', place ?? wording),
      subtitle: titleOf(residenceKinds, kind) ?? '',
    }),
  },
})

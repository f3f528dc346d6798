import {PinIcon} from '@sanity/icons/Pin'
import {defineField, defineType} from 'sanity'

import {titleOf} from '../../vocabulary/option.ts'
import {placeKinds} from '../../vocabulary/places.ts'
import {nameField} from '../fields/nameFields.ts'
import {slugField} from '../fields/slugField.ts'
import {nameOrderings} from '../orderings.ts'
import {joinWords, listLine} from '../preview.ts'

/** Somewhere that stories happen or are about: a country, a region, a town. */
export const place = defineType({
  name: 'place',
  title: 'Place',
  type: 'document',
  icon: PinIcon,
  fields: [
    nameField({group: 'place', description: 'The name of the place as stories print it.'}),
    slugField({source: 'name', group: 'place'}),
    defineField({
      name: 'kind',
      type: 'string',
      description: 'What kind of place it is.',
      group: 'place',
      options: {list: [...placeKinds]},
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'within',
      title: 'Part of',
      type: 'reference',
      description: 'The larger place it lies in, if a story says so.',
      group: 'place',
      to: [{type: 'place'}],
    }),
  ],
  groups: [{name: 'place', title: 'Place', default: true}],
  preview: {
    select: {name: 'name', kind: 'kind', within: 'within.name'},
    prepare: ({name, kind, within}) => ({
      title: listLine('Place without a name', name),
      subtitle: joinWords(titleOf(placeKinds, kind), within),
    }),
  },
  orderings: nameOrderings('name'),
})

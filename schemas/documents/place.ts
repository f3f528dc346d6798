import {PinIcon} from '@sanity/icons/Pin'
import {defineField, defineType} from '@sanity/types'

import {titleOf} from '../../vocabulary/option.ts'
import {placeKinds} from '../../vocabulary/places.ts'
import {externalIdsField} from '../fields/externalIdsField.ts'
import {alternateNamesField, nameField} from '../fields/nameFields.ts'
import {slugField} from '../fields/slugField.ts'
import {suggestedField} from '../fields/suggestedField.ts'
import {nameOrderings} from '../orderings.ts'
import {joinWords, listLine} from '../preview.ts'
import {checkWithin} from '../rules/relations.ts'

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
      validation: (rule) => rule.custom(checkWithin),
    }),
    alternateNamesField('place'),
    defineField({
      name: 'geopoint',
      title: 'On the map',
      type: 'geopoint',
      description: 'Where the place is, for maps. Leave empty for somebody’s hiding place.',
      group: 'more',
    }),
    externalIdsField('more'),
    suggestedField('more'),
  ],
  groups: [
    {name: 'place', title: 'Place', default: true},
    {name: 'more', title: 'More'},
  ],
  preview: {
    select: {name: 'name', kind: 'kind', within: 'within.name'},
    prepare: ({name, kind, within}) => ({
      title: listLine('Place without a name', name),
      subtitle: joinWords(titleOf(placeKinds, kind), within),
    }),
  },
  orderings: nameOrderings('name'),
})

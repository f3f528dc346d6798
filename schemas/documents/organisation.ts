import {UsersIcon} from '@sanity/icons/Users'
import {defineArrayMember, defineField, defineType} from '@sanity/types'

import {organisationNamings} from '../../vocabulary/names.ts'
import {titleOf} from '../../vocabulary/option.ts'
import {organisationKinds} from '../../vocabulary/organisations.ts'
import {externalIdsField} from '../fields/externalIdsField.ts'
import {alternateNamesField, disambiguationField, nameField} from '../fields/nameFields.ts'
import {periodFields} from '../fields/periodFields.ts'
import {placeFactField} from '../fields/placeFactField.ts'
import {relationsField} from '../fields/relationsField.ts'
import {slugField} from '../fields/slugField.ts'
import {suggestedField} from '../fields/suggestedField.ts'
import {nameOrderings} from '../orderings.ts'
import {joinWords, listLine} from '../preview.ts'

/** A body that acts in stories and is not an armed unit: an authority, a centre, an army. */
export const organisation = defineType({
  name: 'organisation',
  title: 'Organisation',
  type: 'document',
  icon: UsersIcon,
  groups: [
    {name: 'identity', title: 'Identity', default: true},
    {name: 'activity', title: 'Activity'},
    {name: 'relations', title: 'Relations'},
    {name: 'more', title: 'More'},
  ],
  fields: [
    nameField({
      group: 'identity',
      description: 'The name readers see, or the story’s description where it gives no name.',
    }),
    defineField({
      name: 'naming',
      title: 'Named by',
      type: 'string',
      description: 'Whether stories give it a name or only describe it.',
      group: 'identity',
      options: {list: [...organisationNamings]},
      initialValue: 'named',
      validation: (rule) => rule.required(),
    }),
    slugField({source: 'name', group: 'identity', mayBeUnnamed: true}),
    defineField({
      name: 'kind',
      type: 'string',
      description: 'What kind of body it is.',
      group: 'identity',
      options: {list: [...organisationKinds]},
      validation: (rule) => rule.required(),
    }),
    disambiguationField('identity'),
    alternateNamesField('identity'),
    placeFactField({
      name: 'country',
      title: 'Country',
      description: 'The country it belongs to or acts for.',
      group: 'activity',
    }),
    placeFactField({
      name: 'location',
      title: 'Seat',
      description: 'Where it is.',
      group: 'activity',
    }),
    defineField({
      name: 'purpose',
      type: 'array',
      description: 'What it is for, in the words of the story.',
      group: 'activity',
      of: [defineArrayMember({type: 'citedText'})],
    }),
    relationsField(),
    placeFactField({
      name: 'metonymFor',
      title: 'Stands for the leadership of',
      description: 'For a name such as “the Kremlin”: the country whose leadership is meant.',
      group: 'more',
    }),
    defineField({
      name: 'isStateBody',
      title: 'Belongs to the state',
      type: 'boolean',
      description: 'Switch on for a company, broadcaster or institute that a state owns or runs.',
      group: 'more',
    }),
    ...periodFields({
      start: 'foundedOn',
      end: 'dissolvedOn',
      startTitle: 'Founded',
      endTitle: 'Dissolved',
      group: 'more',
    }),
    externalIdsField('more'),
    suggestedField('more'),
  ],
  preview: {
    select: {name: 'name', kind: 'kind', country: 'country.place.name'},
    prepare: ({name, kind, country}) => ({
      title: listLine('Organisation without a name', name),
      subtitle: joinWords(titleOf(organisationKinds, kind), country),
    }),
  },
  orderings: nameOrderings('name'),
})

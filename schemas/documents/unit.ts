import {BoltIcon} from '@sanity/icons/Bolt'
import {defineArrayMember, defineField, defineType} from '@sanity/types'

import {titleOf} from '../../vocabulary/option.ts'
import {unitKinds} from '../../vocabulary/units.ts'
import {externalIdsField} from '../fields/externalIdsField.ts'
import {alternateNamesField, nameField} from '../fields/nameFields.ts'
import {periodFields} from '../fields/periodFields.ts'
import {placeFactField, placeFactsField} from '../fields/placeFactField.ts'
import {relationsField} from '../fields/relationsField.ts'
import {slugField} from '../fields/slugField.ts'
import {suggestedField} from '../fields/suggestedField.ts'
import {nameOrderings} from '../orderings.ts'
import {joinWords, listLine} from '../preview.ts'
import {checkKindWording} from '../rules/conditional.ts'

/** An armed formation that stories name: a battalion, a regiment, a legion. */
export const unit = defineType({
  name: 'unit',
  title: 'Unit',
  type: 'document',
  icon: BoltIcon,
  groups: [
    {name: 'identity', title: 'Identity', default: true},
    {name: 'activity', title: 'Activity'},
    {name: 'relations', title: 'Relations'},
    {name: 'more', title: 'More'},
  ],
  fields: [
    nameField({group: 'identity', description: 'The name of the unit as stories print it.'}),
    slugField({source: 'name', group: 'identity'}),
    defineField({
      name: 'kind',
      type: 'string',
      description: 'What kind of formation stories call it.',
      group: 'identity',
      options: {list: [...unitKinds]},
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'kindWording',
      title: 'Kind in the words of the story',
      type: 'string',
      description: 'How a story describes the unit’s kind or standing.',
      group: 'identity',
      validation: (rule) => rule.custom(checkKindWording),
    }),
    alternateNamesField('identity'),
    placeFactField({
      name: 'fightsFor',
      title: 'Fights for',
      description: 'The country on whose side the unit fights.',
      group: 'activity',
    }),
    defineField({
      name: 'deployments',
      type: 'array',
      description: 'Where the unit is, was or will be sent.',
      group: 'activity',
      of: [defineArrayMember({type: 'unitDeployment'})],
    }),
    defineField({
      name: 'strength',
      type: 'array',
      description: 'How many people the unit has, each number with its source.',
      group: 'activity',
      of: [defineArrayMember({type: 'unitStrength'})],
    }),
    defineField({
      name: 'aims',
      type: 'array',
      description: 'What the unit fights for, in the words of the story.',
      group: 'activity',
      of: [defineArrayMember({type: 'citedText'})],
    }),
    relationsField(),
    placeFactsField({
      name: 'compositionNationalities',
      title: 'Nationalities of its members',
      description: 'The countries its members come from.',
      group: 'more',
    }),
    defineField({
      name: 'composition',
      title: 'Kinds of members',
      type: 'array',
      description: 'What its members do, in the words of the story: “cyber experts”.',
      group: 'more',
      of: [defineArrayMember({type: 'string'})],
      validation: (rule) => rule.unique(),
    }),
    defineField({
      name: 'nameOrigin',
      title: 'Where the name comes from',
      type: 'citedText',
      description: 'What or whom the unit is named after.',
      group: 'more',
    }),
    ...periodFields({
      start: 'formedOn',
      end: 'disbandedOn',
      startTitle: 'Formed',
      endTitle: 'Disbanded',
      group: 'more',
    }),
    externalIdsField('more'),
    suggestedField('more'),
  ],
  preview: {
    select: {name: 'name', kind: 'kind', fightsFor: 'fightsFor.place.name'},
    prepare: ({name, kind, fightsFor}) => ({
      title: listLine('Unit without a name', name),
      subtitle: joinWords(
        titleOf(unitKinds, kind),
        typeof fightsFor === 'string' ? `fights for ${fightsFor}` : undefined,
      ),
    }),
  },
  orderings: nameOrderings('name'),
})

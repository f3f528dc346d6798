import {LinkIcon} from '@sanity/icons/Link'
import {defineField, defineType} from '@sanity/types'

import {entityTypes} from '../../vocabulary/entityTypes.ts'
import {currencies} from '../../vocabulary/facts.ts'
import {relationTitle, relationTypes} from '../../vocabulary/relationTypes.ts'
import {periodFields} from '../fields/periodFields.ts'
import {provenanceFields} from '../fields/provenanceFields.ts'
import {listLine} from '../preview.ts'
import {
  checkDenial,
  checkInferred,
  checkRelationTarget,
  checkRelationType,
  checkRole,
  relationTargets,
} from '../rules/relations.ts'

/** What somebody has to do with somebody else, as the story states or denies it. */
export const storyRelation = defineType({
  name: 'storyRelation',
  title: 'Relation',
  type: 'object',
  icon: LinkIcon,
  fields: [
    defineField({
      name: 'type',
      title: 'Relation',
      type: 'string',
      description: 'How this one stands to the other: read it as a sentence from left to right.',
      options: {list: relationTypes.map(({title, value}) => ({title, value}))},
      validation: (rule) => [
        rule.required().error('Choose the relation.'),
        rule.custom(checkRelationType),
      ],
    }),
    defineField({
      name: 'to',
      title: 'Other side',
      type: 'reference',
      description: 'The person, unit, organisation or place on the other side.',
      to: entityTypes.map((type) => ({type})),
      options: {filter: relationTargets},
      // One rule, not two: each rule on a reference would report a missing document once more.
      validation: (rule) => rule.required().custom(checkRelationTarget),
    }),
    defineField({
      name: 'role',
      title: 'Role or rank',
      type: 'string',
      description: 'The role or rank in the words of the story, for instance “co-ordinator”.',
      validation: (rule) => rule.custom(checkRole),
    }),
    defineField({
      name: 'status',
      type: 'string',
      description: 'Whether it still holds when the story appears.',
      options: {list: [...currencies], layout: 'radio', direction: 'horizontal'},
    }),
    defineField({
      name: 'negated',
      title: 'The story denies it',
      type: 'boolean',
      description: 'Switch on when the story says that this is not so.',
      initialValue: false,
      validation: (rule) => rule.custom(checkDenial),
    }),
    ...periodFields({start: 'start', end: 'end'}),
    ...provenanceFields({caution: checkInferred}),
  ],
  preview: {
    select: {
      type: 'type',
      to: 'to.name',
      role: 'role',
      status: 'status',
      negated: 'negated',
      certainty: 'certainty',
    },
    prepare: ({type, to, role, status, negated, certainty}) => ({
      title: [
        relationTitle(type, {negated: negated === true}) ?? 'related to',
        to ?? 'nobody chosen',
      ].join(' '),
      subtitle: listLine(
        'No role given',
        role,
        status === 'former' ? 'former' : undefined,
        certainty === 'inferred' ? 'inferred' : undefined,
      ),
    }),
  },
})

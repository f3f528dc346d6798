import {LockIcon} from '@sanity/icons/Lock'
import {defineField, defineType} from '@sanity/types'

import {listLine} from '../preview.ts'
import {checkConfidentialId} from '../rules/confidential.ts'
import {checkReviewBy} from '../rules/dates.ts'

/**
 * Who in the newsroom knows a protected person’s name and where it is kept, outside this system.
 * On purpose it has no field for the name, and none for a picture or a file: those have public
 * addresses. Its id begins with `protected.`; it points to the person, never the other way round.
 */
export const protectedIdentity = defineType({
  name: 'protectedIdentity',
  title: 'Protected identity',
  type: 'document',
  icon: LockIcon,
  __experimental_omnisearch_visibility: false,
  groups: [{name: 'identity', title: 'Protected identity', default: true}],
  fields: [
    defineField({
      name: 'person',
      type: 'reference',
      description: 'The person as readers know them. Their page does not show that this exists.',
      group: 'identity',
      to: [{type: 'person'}],
      weak: true,
      validation: (rule) => rule.required().custom(checkConfidentialId('protected')),
    }),
    defineField({
      name: 'custodian',
      title: 'Who holds the identity',
      type: 'string',
      description: 'The colleague who knows the name. Never write the name itself anywhere here.',
      group: 'identity',
      validation: (rule) => rule.required().error('Who holds the identity?'),
    }),
    defineField({
      name: 'vaultReference',
      title: 'Where it is kept',
      type: 'string',
      description: 'Where the name is kept outside this system: “safe 3, envelope 12”.',
      group: 'identity',
    }),
    defineField({
      name: 'agreement',
      type: 'text',
      rows: 4,
      description: 'What was promised to this person, and by whom.',
      group: 'identity',
    }),
    defineField({
      name: 'agreedOn',
      title: 'Agreed on',
      type: 'date',
      description: 'The day on which that was promised.',
      group: 'identity',
    }),
    defineField({
      name: 'reviewBy',
      title: 'Look at it again by',
      type: 'date',
      description: 'The day by which somebody asks whether the protection is still right.',
      group: 'identity',
      validation: (rule) => rule.custom(checkReviewBy).warning(),
    }),
    defineField({
      name: 'riskNotes',
      title: 'Risks',
      type: 'text',
      rows: 4,
      description: 'What could happen to this person, and what follows for our reporting.',
      group: 'identity',
    }),
  ],
  preview: {
    select: {name: 'person.name', custodian: 'custodian'},
    prepare: ({name, custodian}) => ({
      title: listLine('Protected identity', name),
      subtitle: listLine('Nobody holds it yet', custodian),
    }),
  },
  orderings: [
    {name: 'review', title: 'Next to look at', by: [{field: 'reviewBy', direction: 'asc'}]},
    {name: 'edited', title: 'Last edited', by: [{field: '_updatedAt', direction: 'desc'}]},
  ],
})

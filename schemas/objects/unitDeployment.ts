import {PinFilledIcon} from '@sanity/icons/PinFilled'
import {defineField, defineType} from '@sanity/types'

import {titleOf} from '../../vocabulary/option.ts'
import {deploymentStates} from '../../vocabulary/units.ts'
import {periodFields} from '../fields/periodFields.ts'
import {placeOrWordingFields} from '../fields/placeOrWordingFields.ts'
import {provenanceFields} from '../fields/provenanceFields.ts'
import {listLine} from '../preview.ts'

/** Where a unit is, was or will be sent. */
export const unitDeployment = defineType({
  name: 'unitDeployment',
  title: 'Deployment',
  type: 'object',
  icon: PinFilledIcon,
  fields: [
    ...placeOrWordingFields(),
    defineField({
      name: 'status',
      type: 'string',
      description: 'Whether the unit is there when the story appears.',
      options: {list: [...deploymentStates], layout: 'radio', direction: 'horizontal'},
      validation: (rule) => rule.required(),
    }),
    ...periodFields({start: 'from', end: 'to'}),
    ...provenanceFields(),
  ],
  preview: {
    select: {place: 'place.name', wording: 'wording', status: 'status'},
    prepare: ({place, wording, status}) => ({
      title: listLine('No place yet', place ?? wording),
      subtitle: titleOf(deploymentStates, status) ?? '',
    }),
  },
})

import {EarthGlobeIcon} from '@sanity/icons/EarthGlobe'
import {defineField, defineType} from '@sanity/types'

import {externalIdSchemes} from '../../vocabulary/externalIds.ts'
import {titleOf} from '../../vocabulary/option.ts'
import {listLine} from '../preview.ts'
import {checkExternalId, checkSameThing} from '../rules/externalIds.ts'

/** Under which identifier a catalogue outside the newsroom knows the same thing. */
export const externalId = defineType({
  name: 'externalId',
  title: 'Id elsewhere',
  type: 'object',
  icon: EarthGlobeIcon,
  fields: [
    defineField({
      name: 'scheme',
      title: 'Catalogue',
      type: 'string',
      description: 'Whose catalogue it is.',
      options: {list: externalIdSchemes.map(({title, value}) => ({title, value}))},
      validation: (rule) => rule.required().error('Choose the catalogue.'),
    }),
    defineField({
      name: 'value',
      title: 'Id',
      type: 'string',
      description: 'The identifier as the catalogue writes it, for instance Q42.',
      validation: (rule) => [
        rule.required().error('Write the id.'),
        rule.custom(checkExternalId),
        rule.custom(checkSameThing).warning(),
      ],
    }),
  ],
  preview: {
    select: {value: 'value', scheme: 'scheme'},
    prepare: ({value, scheme}) => ({
      title: listLine('No id yet', value),
      subtitle: listLine('No catalogue chosen yet', titleOf(externalIdSchemes, scheme)),
    }),
  },
})

import {PinIcon} from '@sanity/icons/Pin'
import {defineType} from '@sanity/types'

import {placeOrWordingFields} from '../fields/placeOrWordingFields.ts'
import {listLine} from '../preview.ts'

/** Where a story was reported from, as printed before its first words. */
export const storyDateline = defineType({
  name: 'storyDateline',
  title: 'Dateline',
  type: 'object',
  icon: PinIcon,
  fields: placeOrWordingFields(),
  preview: {
    select: {place: 'place.name', wording: 'wording'},
    prepare: ({place, wording}) => ({title: listLine('No place yet', wording ?? place)}),
  },
})

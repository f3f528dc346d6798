import {defineArrayMember, defineField} from '@sanity/types'

import {checkSchemes} from '../rules/externalIds.ts'

/** Under which identifiers catalogues outside the newsroom know the same thing. */
export function externalIdsField(group: string) {
  return defineField({
    name: 'externalIds',
    title: 'Ids elsewhere',
    type: 'array',
    description: 'Under which ids catalogues such as Wikidata know this one.',
    group,
    of: [defineArrayMember({type: 'externalId'})],
    validation: (rule) => rule.custom(checkSchemes),
  })
}

import {defineArrayMember, defineField} from '@sanity/types'

import {checkPartOf} from '../rules/relations.ts'

/** What the subject of the page has to do with others. The others’ pages show it by themselves. */
export function relationsField() {
  return defineField({
    name: 'relations',
    type: 'array',
    description:
      'What this one has to do with others. Enter it on one side only: the other page shows it too.',
    group: 'relations',
    of: [defineArrayMember({type: 'storyRelation'})],
    validation: (rule) => rule.custom(checkPartOf),
  })
}

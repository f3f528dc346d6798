import {defineField} from '@sanity/types'

import {checkSuggestedDocument} from '../rules/suggestions.ts'

const suggested = {
  name: 'suggested',
  title: 'Suggested',
  type: 'boolean',
  // Confirming takes the mark away; nobody sets it by hand, and nothing published carries it.
  readOnly: true,
} as const

/** That a machine proposed an entry, and no editor has confirmed it. Confirming removes it. */
export function suggestedField(group: string) {
  return defineField({
    ...suggested,
    description: 'Proposed by a reading of the text. Confirm it, or delete the entry.',
    group,
    hidden: ({value}) => value !== true,
    validation: (rule) => rule.custom(checkSuggestedDocument),
  })
}

/** That a machine proposed a mark in the text, and no editor has confirmed it. */
export function suggestedMarkField() {
  return defineField({
    ...suggested,
    description: 'Proposed by a reading of the text. Confirm it, or remove the mark.',
    hidden: ({value}) => value !== true,
  })
}

import {defineField} from '@sanity/types'

import {addressOf} from '../../vocabulary/addresses.ts'
import {checkAddress, checkSlug} from '../rules/slug.ts'

interface SlugOptions {
  /** The field the address is made from. */
  readonly source: 'title' | 'name'
  readonly group: string
  /** Whether the document may be one whom the story does not name, and who then has no page. */
  readonly mayBeUnnamed?: boolean
}

/** The readable end of a page’s address. */
export function slugField({source, group, mayBeUnnamed = false}: SlugOptions) {
  return defineField({
    name: 'slug',
    title: 'Address',
    type: 'slug',
    description:
      'The end of the page’s web address. Links break when it changes after publication.',
    group,
    options: {
      source,
      maxLength: 96,
      slugify: addressOf,
      search: {weight: 1},
      // Checked by a rule of its own: Sanity's would be run once more for each rule on the field.
      isUnique: () => true,
    },
    hidden: ({document}) => mayBeUnnamed && document?.['naming'] === 'unnamed',
    validation: (rule, context) => {
      const naming = context?.document?.['naming']
      const isOptional = mayBeUnnamed && (naming === undefined || naming === 'unnamed')
      return [
        (isOptional ? rule : rule.required()).custom(checkAddress),
        rule.custom(checkSlug).warning(),
      ]
    },
  })
}

import {defineArrayMember, defineField} from '@sanity/types'

import {checkNamesakes, checkSpellings} from '../rules/names.ts'

/** The name that lists and pages show. */
export function nameField({description, group}: {description: string; group: string}) {
  return defineField({
    name: 'name',
    type: 'string',
    description,
    group,
    options: {search: {weight: 10}},
    validation: (rule) => rule.required().error('A display name is required.'),
  })
}

/** The other names under which stories mention the same person or body. */
export function alternateNamesField(group: string) {
  return defineField({
    name: 'alternateNames',
    title: 'Other names',
    type: 'array',
    description: 'Other names and short forms that stories use, so that each one is recognised.',
    group,
    of: [defineArrayMember({type: 'nameVariant'})],
    validation: (rule) => rule.custom(checkSpellings),
  })
}

/** What tells namesakes apart. */
export function disambiguationField(group: string) {
  return defineField({
    name: 'disambiguation',
    title: 'Distinction',
    type: 'string',
    description: 'A few words that tell this one from others of the same name.',
    group,
    validation: (rule) => [
      rule.max(80).warning('Keep the distinction under 80 characters.'),
      rule.custom(checkNamesakes).warning(),
    ],
  })
}

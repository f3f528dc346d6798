import {defineField} from '@sanity/types'

import {checkNotBefore} from '../rules/dates.ts'

interface PeriodOptions {
  /** The names of the two fields. */
  readonly start: string
  readonly end: string
  readonly startTitle?: string
  readonly endTitle?: string
  readonly group?: string
}

/** When something began and when it ended, as far as the story says. */
export function periodFields(options: PeriodOptions) {
  const {start, end, startTitle = 'Since', endTitle = 'Until', group} = options
  const shared = {type: 'fuzzyDate', ...(group !== undefined && {group})} as const
  return [
    defineField({
      ...shared,
      name: start,
      title: startTitle,
      description: `${startTitle}: as precise as the story, and no more.`,
    }),
    defineField({
      ...shared,
      name: end,
      title: endTitle,
      description: `${endTitle}: as precise as the story, and no more.`,
      validation: (rule) => rule.custom(checkNotBefore(start)),
    }),
  ]
}

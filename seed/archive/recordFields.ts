import {z} from 'zod'

import {correctionKinds, creditRoles} from '../../vocabulary/articles.ts'

const valuesOf = <V extends string>(options: readonly {readonly value: V}[]): V[] =>
  options.map(({value}) => value)

const zoned = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/

/** A moment with its zone, kept as the same moment in UTC. Without a zone nobody knows which it is. */
export const moment = z
  .string()
  .refine((value) => zoned.test(value) && !Number.isNaN(Date.parse(value)), {
    error: ({input}) =>
      `"${String(input)}" is no moment with a zone, such as 2024-05-01T09:30:00+02:00; leave it out where it is not known`,
  })
  .transform((value) => new Date(value).toISOString())

/** A language as the web writes it. */
export const languageTag = z.string().transform((value, context) => {
  try {
    return Intl.getCanonicalLocales(value)[0] ?? value
  } catch {
    context.addIssue(`"${value}" is not a language tag such as en or be-Latn`)
    return z.NEVER
  }
})

const credit = z.object({
  name: z.string().min(1),
  role: z
    .enum(valuesOf(creditRoles), {error: `must be one of ${valuesOf(creditRoles).join(', ')}`})
    .default('reporter'),
})

/** Who is named above or below a story. A name alone is that of a reporter. */
export const bylines = z
  .union([z.string(), z.array(z.union([z.string(), credit]))])
  .transform((value) =>
    [value]
      .flat()
      .map((one) => (typeof one === 'string' ? {name: one, role: 'reporter' as const} : one))
      .filter(({name}) => name.trim() !== '')
      .map(({name, role}, index) => ({
        _key: `c${index}`,
        _type: 'storyCredit' as const,
        role,
        name: name.trim(),
      })),
  )

/** What readers were told about changes since. */
export const corrections = z
  .array(
    z.object({
      date: z.string().regex(/^\d{4}-\d{2}-\d{2}/, 'must begin with a day such as 2024-05-01'),
      text: z.string().min(1),
      kind: z
        .enum(valuesOf(correctionKinds), {
          error: `must be one of ${valuesOf(correctionKinds).join(', ')}`,
        })
        .default('correction'),
      before: z.string().optional(),
      after: z.string().optional(),
    }),
  )
  .transform((list) =>
    list.map(({date, before, after, ...rest}, index) => ({
      _key: `k${index}`,
      _type: 'storyCorrection' as const,
      date: date.slice(0, 10),
      ...rest,
      ...(before !== undefined && {before}),
      ...(after !== undefined && {after}),
    })),
  )

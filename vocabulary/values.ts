import type {Option} from './option.ts'

/** How exactly the story gives a number. */
export const qualifiers = [
  {value: 'exact', title: 'Exactly'},
  {value: 'approx', title: 'About'},
  {value: 'moreThan', title: 'More than'},
  {value: 'lessThan', title: 'Less than'},
  {value: 'atLeast', title: 'At least'},
  {value: 'atMost', title: 'At most'},
  {value: 'between', title: 'Between two numbers'},
  {value: 'orderOfMagnitude', title: 'Order of magnitude (“hundreds”)'},
  {value: 'vague', title: 'No number given (“many”)'},
] as const satisfies readonly Option[]

/** The qualifiers that say nothing without a number. */
export const qualifiersOfANumber = ['exact', 'approx', 'moreThan', 'lessThan'] as const

/** The unit whose values run from 0 to 100. */
export const percentUnit = 'percent'

/** Where a date comes from: the story's own words, or a conclusion from them. */
export const dateBases = [
  {value: 'stated', title: 'Stated'},
  {value: 'derived', title: 'Worked out from the story'},
  {value: 'approximate', title: 'Approximate'},
] as const satisfies readonly Option[]

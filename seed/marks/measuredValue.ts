import type {MeasuredValue} from '../../sanity.types.ts'
import type {Figure} from '../extract/figures.ts'

/** A figure of the text as a document keeps it: the printed words first, then what they come to. */
export function measuredValue(text: string, figure: Figure): MeasuredValue {
  const {start, end, qualifier, value, unit, min, max, numerator, denominator} = figure
  return {
    _type: 'measuredValue',
    wording: text.slice(start, end),
    qualifier,
    ...(value !== null && {value}),
    ...(unit !== null && {unit}),
    ...(min !== null && {min}),
    ...(max !== null && {max}),
    ...(numerator !== null && {numerator}),
    ...(denominator !== null && {denominator}),
  }
}

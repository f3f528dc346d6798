import type {Annotated} from './annotated.ts'
import type {Figure} from '../article.ts'
import {attributes} from './attributes.ts'

/** A number in the words of the story, with what they come to for machines. */
export function renderFigure({
  value,
  children,
}: Pick<Annotated<Figure>, 'value' | 'children'>): string {
  const {value: number, qualifier, unit} = value.value
  const data = {
    class: 'figure',
    'data-qualifier': qualifier,
    'data-unit': unit,
    'data-claimed-by': value.attributedTo?.name,
  }
  if (number === null) return `<span${attributes(data)}>${children}</span>`
  return `<data${attributes({...data, value: number})}>${children}</data>`
}

import type {Annotated} from './annotated.ts'
import type {Figure} from './article.ts'
import {attributes} from './attributes.ts'

/** A number in the words of the story, with what they come to for machines. */
export function renderFigure({
  value,
  children,
}: Pick<Annotated<Figure>, 'value' | 'children'>): string {
  const measured: Figure['value'] | null = value.value
  const data = {
    class: 'figure',
    'data-qualifier': measured?.qualifier,
    'data-unit': measured?.unit,
    'data-claimed-by': value.attributedTo?.name,
  }
  if (measured?.value === undefined) return `<span${attributes(data)}>${children}</span>`
  return `<data${attributes({...data, value: measured.value})}>${children}</data>`
}

import type {Annotated} from '../annotated.ts'
import type {Figure} from '../article.ts'
import {figureAttributes} from '../parts/marks.ts'
import {attributes} from './attributes.ts'

/** A number in the words of the story, with what they come to for machines. */
export function renderFigure({
  value,
  children,
}: Pick<Annotated<Figure>, 'value' | 'children'>): string {
  const data = figureAttributes(value)
  const tag = data.value === undefined ? 'span' : 'data'
  return `<${tag}${attributes(data)}>${children}</${tag}>`
}

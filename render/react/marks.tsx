import type {Figure as FigureValue, Link, Mention, Quotation} from '../article.ts'
import {
  figureAttributes,
  linkAttributes,
  mentionAttributes,
  quotationAttributes,
} from '../parts/marks.ts'
import type {AnnotatedProps} from './props.ts'

/** A name in the text, linked to the page of whom or what it names where there is one. */
export function StoryMention({value, children, urlFor}: AnnotatedProps<Mention>) {
  const {class: className, href, ...data} = mentionAttributes(value, urlFor)
  return href === undefined ? (
    <span className={className} {...data}>
      {children}
    </span>
  ) : (
    <a className={className} {...data} href={href}>
      {children}
    </a>
  )
}

/**
 * Quoted words with their speaker as data. No `<q>`: browsers would add quotation marks to those
 * that are printed in the text.
 */
export function StoryQuotation({value, children, urlFor}: AnnotatedProps<Quotation>) {
  const {class: className, ...data} = quotationAttributes(value, urlFor)
  return (
    <span className={className} {...data}>
      {children}
    </span>
  )
}

/** A number in the words of the story, with what they come to for machines. */
export function StoryFigure({value, children}: AnnotatedProps<FigureValue>) {
  const {class: className, value: number, ...data} = figureAttributes(value)
  return number === undefined ? (
    <span className={className} {...data}>
      {children}
    </span>
  ) : (
    <data className={className} {...data} value={number}>
      {children}
    </data>
  )
}

/** A link to a page elsewhere; only the words when the address could run a script. */
export function StoryLink({value, children}: AnnotatedProps<Link>) {
  const data = linkAttributes(value)
  return data ? <a {...data}>{children}</a> : children
}

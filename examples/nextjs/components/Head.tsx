import {createElement} from 'react'
import type {HeadTag} from 'storygraph/render/head'

/** Elements for the head of a page: React moves them there from wherever they stand. */
export function Head({tags}: {tags: readonly HeadTag[]}) {
  return tags.map(({tag, attributes: {hreflang, ...attributes}, text}) =>
    createElement(
      tag,
      {key: JSON.stringify([tag, attributes, hreflang]), hrefLang: hreflang, ...attributes},
      text,
    ),
  )
}

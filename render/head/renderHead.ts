import {attributes} from '../html/attributes.ts'
import {escapeText} from '../html/escapeText.ts'
import type {HeadTag} from './headTags.ts'

/** The elements as HTML, one a line. */
export function renderHead(tags: readonly HeadTag[]): string {
  return tags
    .map(({tag, attributes: values, text}) => {
      const start = `<${tag}${attributes(values)}>`
      return text === undefined ? start : `${start}${escapeText(text)}</${tag}>`
    })
    .join('\n')
}

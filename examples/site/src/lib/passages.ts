import {urlFor} from './site.ts'
import type {Citation} from './facts.ts'

/** The place of a paragraph on the page of its story, for links to a passage. */
export function passageId(blockKey: string): string {
  return `p-${blockKey.replaceAll(/[^\w-]/g, '')}`
}

/** Where a passage can be read: the paragraph of a story, or a page elsewhere. */
export function passageAddress({
  article,
  blockKey,
  url,
}: Pick<Citation, 'article' | 'blockKey' | 'url'>): string | undefined {
  if (!article) return url !== null && /^https?:/.test(url) ? url : undefined
  const page = urlFor({...article, _type: 'article'})
  return page && blockKey ? `${page}#${passageId(blockKey)}` : page
}

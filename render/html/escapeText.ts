import {escapeHTML} from '@portabletext/to-html'

/** Escaped for text and attributes. Unlike the library’s own, it leaves runs of spaces as typed. */
export function escapeText(text: string): string {
  return escapeHTML(text).replaceAll('&nbsp;', ' ')
}

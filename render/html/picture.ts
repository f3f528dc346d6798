import type {Picture} from '../article.ts'
import {COLUMN, pictureFiles, type PictureOptions} from '../parts/picture.ts'
import {attributes} from './attributes.ts'
import {escapeText} from './escapeText.ts'

/**
 * A picture with its caption and whoever made it, cut as the editor cut it. Its width and height are
 * given, so that the text does not jump when it comes. Nothing while there is no file.
 */
export function renderPicture(
  {caption, credit, ...picture}: Picture,
  {sizes = COLUMN, isFirst = false}: PictureOptions = {},
): string {
  const files = pictureFiles(picture)
  if (!files) return ''
  const {src, srcSet, width, height, alt} = files
  const image = attributes({
    src,
    srcset: srcSet,
    sizes,
    width,
    height,
    alt,
    loading: isFirst ? undefined : 'lazy',
    fetchpriority: isFirst ? 'high' : undefined,
    decoding: 'async',
  })
  return `<figure class="picture"><img${image}>${renderLine(caption, credit)}</figure>`
}

function renderLine(caption: string | null, credit: string | null): string {
  const parts = [
    caption ? `<span class="caption">${escapeText(caption)}</span>` : '',
    credit ? `<span class="credit">${escapeText(credit)}</span>` : '',
  ].filter(Boolean)
  return parts.length > 0 ? `<figcaption>${parts.join(' ')}</figcaption>` : ''
}

import type {Article} from '../article.ts'
import {attributes, safeAddress} from './attributes.ts'
import {escapeText} from './escapeText.ts'

/** A picture of a story or of an entry, as queries yield it. */
export type Picture = Omit<NonNullable<Article['leadImage']>, 'hotspot'>

/** How a picture stands on a page. */
export interface PictureOptions {
  /** How wide it is shown, as the `sizes` of `<img>` puts it; the browser picks a file by it. */
  sizes?: string
  /** Whether it is in view from the start, so that it is fetched at once. */
  isFirst?: boolean
}

/** Files of these widths are offered, as far as the picture has so many pixels. */
const WIDTHS = [400, 800, 1200, 1600, 2400]
/** As wide as a column of text, or as the screen where that is narrower. */
const COLUMN = '(min-width: 40rem) 38rem, 100vw'

/**
 * A picture with its caption and whoever made it, cut as the editor cut it. Its width and height are
 * given, so that the text does not jump when it comes. Nothing while there is no file.
 */
export function renderPicture(
  {asset, alt, decorative, caption, credit, crop}: Picture,
  {sizes = COLUMN, isFirst = false}: PictureOptions = {},
): string {
  const url = safeAddress(asset?.url)
  if (!asset || !url) return ''
  const {width: fullWidth, height: fullHeight} = asset
  const part = fullWidth && fullHeight ? cutOut(fullWidth, fullHeight, crop) : undefined
  const rect = part?.rect ? `rect=${part.rect}&` : ''
  const fileOf = (width: number): string => `${url}?${rect}w=${width}&fit=max&auto=format`
  const widths = part ? [...WIDTHS.filter((width) => width < part.width), part.width] : WIDTHS
  const offered = widths.slice(0, WIDTHS.length)
  const image = attributes({
    src: fileOf(Math.min(1200, part?.width ?? 1200)),
    srcset: offered.map((width) => `${fileOf(width)} ${width}w`).join(', '),
    sizes,
    width: part?.width,
    height: part?.height,
    alt: decorative ? '' : (alt ?? ''),
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

/** What an editor left of a picture, in pixels; `rect` only where something was cut off. */
function cutOut(width: number, height: number, crop: Picture['crop']) {
  const {left = 0, right = 0, top = 0, bottom = 0} = crop ?? {}
  const x = Math.round(left * width)
  const y = Math.round(top * height)
  const part = {
    width: Math.max(1, Math.round(width - right * width) - x),
    height: Math.max(1, Math.round(height - bottom * height) - y),
  }
  const isCut = part.width !== width || part.height !== height
  return {...part, ...(isCut && {rect: [x, y, part.width, part.height].join(',')})}
}

import type {Picture} from '../article.ts'
import {safeAddress} from '../safeAddress.ts'

/** How a picture stands on a page. */
export interface PictureOptions {
  /** How wide it is shown, as the `sizes` of `<img>` puts it; the browser picks a file by it. */
  sizes?: string
  /** Whether it is in view from the start, so that it is fetched at once. */
  isFirst?: boolean
}

/** The files of a picture and the words for those who do not see it; pixels, undefined if unknown. */
export interface PictureFiles {
  src: string
  srcSet: string
  width: number | undefined
  height: number | undefined
  alt: string
}

/** As wide as a column of text, or as the screen where that is narrower. */
export const COLUMN = '(min-width: 40rem) 38rem, 100vw'

/** Files of these widths are offered, as far as the picture has so many pixels. */
const WIDTHS = [400, 800, 1200, 1600, 2400]

/** Where a picture’s files are, cut as the editor cut it; undefined while there is none. */
export function pictureFiles({
  asset,
  alt,
  decorative,
  crop,
}: Pick<Picture, 'asset' | 'alt' | 'decorative' | 'crop'>): PictureFiles | undefined {
  const url = safeAddress(asset?.url)
  if (!asset || !url) return undefined
  const {width: fullWidth, height: fullHeight} = asset
  const part = fullWidth && fullHeight ? cutOut(fullWidth, fullHeight, crop) : undefined
  const rect = part?.rect ? `rect=${part.rect}&` : ''
  const fileOf = (width: number): string => `${url}?${rect}w=${width}&fit=max&auto=format`
  const widths = part ? [...WIDTHS.filter((width) => width < part.width), part.width] : WIDTHS
  const offered = widths.slice(0, WIDTHS.length)
  return {
    src: fileOf(Math.min(1200, part?.width ?? 1200)),
    srcSet: offered.map((width) => `${fileOf(width)} ${width}w`).join(', '),
    width: part?.width,
    height: part?.height,
    alt: decorative ? '' : (alt ?? ''),
  }
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

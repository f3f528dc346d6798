import type {Sharp} from 'sharp'

import {httpError} from '../errors.ts'
import type {ImageFormat} from './imageFormat.ts'
import {layOut} from './layOut.ts'
import {loadSharp} from './loadSharp.ts'
import type {Transform} from './transform.ts'

const DEFAULT_QUALITY = 75
/** So many pixels are drawn at most, whatever an address asks for. */
const MAXIMUM_DRAWN = 40_000_000

const STRETCHED = {fit: 'fill'} as const
const BY_ENTROPY = {fit: 'cover', position: 'entropy'} as const

/** Draws a picture from a file as an address asks for it. */
export async function drawImage(
  file: string,
  transform: Transform,
  format: ImageFormat,
): Promise<Buffer> {
  const open = await loadSharp()
  const {autoOrient: picture, pages = 1} = await open(file).metadata()
  const isAnimated = pages > 1 && transform.frame === undefined && keepsFrames(format)
  const {part, size, canvas} = layOut(picture, transform)
  const drawn = canvas ?? size
  if (drawn.width * drawn.height * (isAnimated ? pages : 1) > MAXIMUM_DRAWN) {
    throw httpError(400, `A picture of ${drawn.width} by ${drawn.height} pixels is not drawn here.`)
  }
  let image = open(file, {animated: isAnimated}).autoOrient()
  if (part.width !== picture.width || part.height !== picture.height) image = image.extract(part)
  const isByEntropy = transform.fit === 'crop' && transform.crop?.includes('entropy') === true
  image = image.resize({...size, ...(isByEntropy ? BY_ENTROPY : STRETCHED)})
  if (canvas) {
    const left = Math.floor((canvas.width - size.width) / 2)
    const top = Math.floor((canvas.height - size.height) / 2)
    const right = canvas.width - size.width - left
    const bottom = canvas.height - size.height - top
    const background = colourOf(transform.bg) ?? {r: 255, g: 255, b: 255, alpha: 0}
    image = image.extend({left, top, right, bottom, background})
  }
  return encode(paint(image, transform, format), transform, format).toBuffer()
}

/** What is done to the pixels once they are in place. */
function paint(
  image: Sharp,
  {blur, sharp, sat, invert, bg}: Transform,
  format: ImageFormat,
): Sharp {
  let painted = image
  if (sat !== undefined) painted = painted.grayscale()
  if (invert === 'true') painted = painted.negate({alpha: false})
  // As strong as the hosted service’s, as far as the eye can tell.
  if (blur !== undefined) painted = painted.blur(Math.max(0.3, blur / 2))
  if (sharp) painted = painted.sharpen({sigma: 1, m2: sharp / 10})
  const background = colourOf(bg)
  if (background?.alpha === 1) return painted.flatten({background})
  return format === 'jpg' ? painted.flatten({background: '#fff'}) : painted
}

function encode(image: Sharp, {q = DEFAULT_QUALITY, fm}: Transform, format: ImageFormat): Sharp {
  const quality = Math.max(1, q)
  switch (format) {
    case 'jpg':
      return image.jpeg({quality, progressive: fm === 'pjpg'})
    case 'webp':
      return image.webp({quality})
    case 'avif':
      return image.avif({quality, effort: 2})
    case 'gif':
      return image.gif()
    case 'png':
    case 'svg':
    case 'tif':
      return image.png()
  }
}

function keepsFrames(format: ImageFormat): boolean {
  return format === 'gif' || format === 'webp'
}

/** A colour in hexadecimal digits: RGB, ARGB, RRGGBB or AARRGGBB. */
function colourOf(digits: string | undefined) {
  if (digits === undefined) return undefined
  const long = digits.length < 6 ? digits.replaceAll(/./g, '$&$&') : digits
  const [alpha = 0, r = 0, g = 0, b = 0] =
    long
      .padStart(8, 'f')
      .match(/../g)
      ?.map((pair) => Number.parseInt(pair, 16)) ?? []
  return {r, g, b, alpha: alpha / 255}
}

import type {Sharp} from 'sharp'

import {httpError} from '../errors.ts'
import type {ImageFormat} from './imageFormat.ts'
import {layOut, type Size} from './layOut.ts'
import {loadSharp} from './loadSharp.ts'
import type {Transform} from './transform.ts'

const DEFAULT_QUALITY = 75
/** So many pixels are drawn at most, whatever an address asks for. */
const MAXIMUM_DRAWN = 40_000_000

const STRETCHED = {fit: 'fill'} as const
const BY_ENTROPY = {fit: 'cover', position: 'entropy'} as const

/** Draws a picture as an address asks for it. */
export async function drawImage(
  bytes: Buffer,
  transform: Transform,
  format: ImageFormat,
): Promise<Buffer> {
  const open = await loadSharp()
  const {autoOrient: whole, pages = 1} = await open(bytes).metadata()
  const isAnimated = pages > 1 && transform.frame === undefined && keepsFrames(format)
  const {part, size, canvas = size} = layOut(whole, transform)
  if (canvas.width * canvas.height * (isAnimated ? pages : 1) > MAXIMUM_DRAWN) {
    const {width, height} = canvas
    throw httpError(400, `A picture of ${width} by ${height} pixels is not drawn here.`)
  }
  let image = open(bytes, {animated: isAnimated}).autoOrient()
  if (part.width !== whole.width || part.height !== whole.height) image = image.extract(part)
  const isByEntropy = transform.fit === 'crop' && transform.crop?.includes('entropy') === true
  image = image.resize({...size, ...(isByEntropy ? BY_ENTROPY : STRETCHED)})
  image = putOn(canvas, image, size, transform)
  return encode(paint(image, transform, format), transform, format).toBuffer()
}

/** Puts a picture in the middle of a canvas that is larger. */
function putOn(canvas: Size, image: Sharp, size: Size, {bg}: Transform): Sharp {
  const [wide, high] = [canvas.width - size.width, canvas.height - size.height]
  if (wide <= 0 && high <= 0) return image
  const [left, top] = [Math.floor(wide / 2), Math.floor(high / 2)]
  const background = colourOf(bg) ?? {r: 255, g: 255, b: 255, alpha: 0}
  return image.extend({left, top, right: wide - left, bottom: high - top, background})
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

import type {Sharp, SharpInput, SharpOptions} from 'sharp'

import {httpError} from '../errors.ts'

/** More than the largest cameras make, far less than a picture made to fill the memory claims. */
const MAXIMUM_PIXELS = 100_000_000
const SECONDS = 30

export type OpenImage = (input: SharpInput, options?: SharpOptions) => Sharp

/**
 * What decodes pictures, loaded when the first one comes; a 501 when it is not installed. A picture
 * that claims too many pixels, is damaged or takes too long throws when it is decoded.
 */
export async function loadSharp(): Promise<OpenImage> {
  const {default: sharp} = await importSharp()
  return (input, options) =>
    sharp(input, {limitInputPixels: MAXIMUM_PIXELS, failOn: 'truncated', ...options}).timeout({
      seconds: SECONDS,
    })
}

/** Refuses a picture by what its header claims, before anything is decoded. */
export function requirePixels(pixels: number): void {
  if (pixels <= MAXIMUM_PIXELS) return
  const claimed = Math.round(pixels / 1_000_000)
  const limit = MAXIMUM_PIXELS / 1_000_000
  throw httpError(413, `The picture has ${claimed} megapixels; at most ${limit} are taken.`)
}

async function importSharp() {
  try {
    return await import('sharp')
  } catch (cause) {
    const error = httpError(
      501,
      'This lake cannot read pictures: install the package "sharp" beside storygraph (npm install sharp) and start it again.',
    )
    error.cause = cause
    throw error
  }
}

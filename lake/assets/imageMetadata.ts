import {encode} from 'blurhash'
import type {Metadata} from 'sharp'

import {fileNotes, locationOf, shotNotes} from './exif.ts'
import type {ImageFormat} from './imageFormat.ts'
import {loadSharp, requirePixels, type OpenImage} from './loadSharp.ts'
import {paletteOf} from './palette.ts'

/** What can be asked for beyond the dimensions and the transparency, which are always told. */
export const metadataParts = ['blurhash', 'exif', 'image', 'location', 'lqip', 'palette'] as const
export type MetadataPart = (typeof metadataParts)[number]

/** Told unless something else is asked for: nothing about who took the picture, or where. */
export const defaultParts: readonly MetadataPart[] = ['blurhash', 'lqip', 'palette']

/** A picture of this many pixels a side shows which colours there are. */
const SAMPLE = 64
const PREVIEW_WIDTH = 20

/**
 * The metadata of a picture as asset documents have it. `uploaded` is what came, `stored` what is left
 * of it without its notes. Throws for a picture that is damaged or too large.
 */
export async function imageMetadata(
  uploaded: Buffer,
  stored: Buffer,
  format: ImageFormat,
  parts: ReadonlySet<MetadataPart>,
): Promise<{width: number; height: number; metadata: Record<string, unknown>}> {
  const open = await loadSharp()
  const header = await open(stored, {limitInputPixels: false}).metadata()
  const {width, height} = header.autoOrient
  requirePixels(width * height * (header.pages ?? 1))
  const {exif: notes} = await headerOf(open, uploaded)
  const told = {
    exif: parts.has('exif') ? shotNotes(notes) : undefined,
    image: parts.has('image') ? fileNotes(notes) : undefined,
    location: parts.has('location') ? locationOf(notes) : undefined,
  }
  const metadata = {
    _type: 'sanity.imageMetadata',
    dimensions: {_type: 'sanity.imageDimensions', width, height, aspectRatio: width / height},
    hasAlpha: header.hasAlpha,
    ...(format === 'svg' ? {isOpaque: false} : await look(open, stored, header, parts)),
    ...Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined)),
  }
  return {width, height, metadata}
}

async function headerOf(open: OpenImage, bytes: Buffer): Promise<Partial<Metadata>> {
  return open(bytes, {limitInputPixels: false}).metadata()
}

/** What takes a look at the pixels; all of them are read, so a damaged picture is found out. */
async function look(
  open: OpenImage,
  bytes: Buffer,
  {hasAlpha}: Metadata,
  parts: ReadonlySet<MetadataPart>,
) {
  const isOpaque = !hasAlpha || (await open(bytes).stats()).isOpaque
  const small = open(bytes).autoOrient().toColourspace('srgb')
  const {data, info} = await small
    .clone()
    .resize(SAMPLE, SAMPLE, {fit: 'inside', withoutEnlargement: true})
    .ensureAlpha()
    .raw()
    .toBuffer({resolveWithObject: true})
  const preview = small.clone().resize({width: PREVIEW_WIDTH})
  const palette = parts.has('palette') ? paletteOf(data) : undefined
  const lqip = hasAlpha
    ? await preview.png().toBuffer()
    : await preview.jpeg({quality: 60}).toBuffer()
  const pixels = new Uint8ClampedArray(data)
  return {
    isOpaque,
    ...(palette && {palette}),
    ...(parts.has('lqip') && {
      lqip: `data:image/${hasAlpha ? 'png' : 'jpeg'};base64,${lqip.toString('base64')}`,
    }),
    ...(parts.has('blurhash') && {blurHash: encode(pixels, info.width, info.height, 4, 3)}),
  }
}

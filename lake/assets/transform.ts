import {z} from 'zod'

import {httpError} from '../errors.ts'
import type {ImageFormat} from './imageFormat.ts'

const MAXIMUM_SIDE = 8_192

const whole = (least: number, most: number) =>
  z
    .string()
    .regex(/^-?\d+(?:\.\d+)?$/, 'is not a number')
    .transform((text) => Math.round(Number(text)))
    .pipe(z.number().min(least).max(most))
const fraction = z
  .string()
  .regex(/^\d*(?:\.\d+)?$/, 'is not a number from 0 to 1')
  .transform(Number)
  .pipe(z.number().min(0).max(1))
const edges = z.enum(['top', 'bottom', 'left', 'right', 'center', 'focalpoint', 'entropy'])

const parameters = z
  .object({
    w: whole(1, MAXIMUM_SIDE),
    h: whole(1, MAXIMUM_SIDE),
    fit: z.enum(['clip', 'crop', 'fill', 'fillmax', 'max', 'min', 'scale']),
    crop: z
      .string()
      .transform((text) => text.split(','))
      .pipe(z.array(edges)),
    'fp-x': fraction,
    'fp-y': fraction,
    rect: z
      .string()
      .regex(/^\d{1,6},\d{1,6},\d{1,6},\d{1,6}$/, 'is not left,top,width,height in whole pixels')
      .transform((text) => text.split(',').map(Number)),
    dpr: z.string().transform(Number).pipe(z.number().min(1).max(3)),
    q: whole(0, 100),
    fm: z.enum(['jpg', 'pjpg', 'png', 'webp']),
    auto: z.literal('format'),
    bg: z.string().regex(/^(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/i, 'is not a colour'),
    blur: whole(1, 2_000),
    sharp: whole(0, 100),
    sat: z.literal('-100'),
    invert: z.enum(['true', 'false']),
    frame: z.literal('1'),
  })
  .partial()

/** What an image address asks for, as the pipeline of the hosted service names it. */
export type Transform = z.infer<typeof parameters>

/** Reads the parameters of an image address; unknown ones are left out, wrong ones are a 400. */
export function parseTransform(query: Readonly<Record<string, string>>): Transform {
  const parsed = parameters.safeParse(query)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw httpError(400, `The parameter "${issue?.path.join('.')}": ${issue?.message}.`)
}

/** The format of the answer: what is asked for, else WebP where the browser takes it, else the picture’s own. */
export function outputFormat({fm, auto}: Transform, own: ImageFormat, accept: string): ImageFormat {
  if (fm !== undefined) return fm === 'pjpg' ? 'jpg' : fm
  if (auto === 'format' && accept.includes('image/webp')) return 'webp'
  // No browser shows a TIFF.
  return own === 'tif' ? 'png' : own
}

/** Whether the picture itself is asked for. */
export function isUntouched(transform: Transform): boolean {
  const {auto, ...others} = transform
  return auto === undefined && Object.keys(others).length === 0
}

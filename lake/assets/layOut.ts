import type {Transform} from './transform.ts'

export interface Size {
  width: number
  height: number
}

interface Rectangle extends Size {
  left: number
  top: number
}

/** Which part of a picture is drawn, how large, and the larger canvas that it is put on, if any. */
export interface Layout {
  part: Rectangle
  size: Size
  canvas?: Size
}

/**
 * Where the pixels of a transformed picture come from and go to. `width` and `height` are those of
 * the picture the right way up.
 */
export function layOut(picture: Size, transform: Transform): Layout {
  const whole = clampedRect(picture, transform.rect)
  const {fit = 'clip', dpr = 1} = transform
  const w = scaled(transform.w, dpr)
  const h = scaled(transform.h, dpr)
  if (w === undefined && h === undefined) return {part: whole, size: sizeOf(whole)}
  if (w === undefined || h === undefined) {
    const wanted = w === undefined ? (h ?? 1) / whole.height : w / whole.width
    const mayGrow = fit !== 'max' && fit !== 'min' && fit !== 'fillmax'
    return {part: whole, size: resized(whole, mayGrow ? wanted : Math.min(1, wanted))}
  }
  const box = {width: w, height: h}
  const inside = Math.min(w / whole.width, h / whole.height)
  switch (fit) {
    case 'clip':
      return {part: whole, size: resized(whole, inside)}
    case 'max':
      return {part: whole, size: resized(whole, Math.min(1, inside))}
    case 'fill':
      return {part: whole, size: resized(whole, inside), canvas: box}
    case 'fillmax':
      return {part: whole, size: resized(whole, Math.min(1, inside)), canvas: box}
    case 'scale':
      return {part: whole, size: box}
    case 'crop': {
      // The most telling part is found when the picture is drawn.
      const part = transform.crop?.includes('entropy') ? whole : cutOut(whole, box, transform)
      return {part, size: box}
    }
    case 'min': {
      const part = cutOut(whole, box, transform)
      return {part, size: part.width < w ? sizeOf(part) : box}
    }
  }
}

/** The largest part of a rectangle with the proportions of a box, where the transform wants it. */
function cutOut(whole: Rectangle, box: Size, transform: Transform): Rectangle {
  const scale = Math.min(whole.width / box.width, whole.height / box.height)
  const width = atLeastOne(box.width * scale)
  const height = atLeastOne(box.height * scale)
  const [x, y] = centreOf(transform)
  return {
    width,
    height,
    left: whole.left + within(x * whole.width - width / 2, whole.width - width),
    top: whole.top + within(y * whole.height - height / 2, whole.height - height),
  }
}

/** The point to keep in view, as fractions of width and height. */
function centreOf({crop = [], ...transform}: Transform): [x: number, y: number] {
  if (crop.includes('focalpoint')) return [transform['fp-x'] ?? 0.5, transform['fp-y'] ?? 0.5]
  const x = crop.includes('left') ? 0 : crop.includes('right') ? 1 : 0.5
  const y = crop.includes('top') ? 0 : crop.includes('bottom') ? 1 : 0.5
  return [x, y]
}

/** The part of the picture that a `rect` names, as far as there is one. */
function clampedRect({width, height}: Size, rect: Transform['rect']): Rectangle {
  const [left = 0, top = 0, wide = width, high = height] = rect ?? []
  const start = {left: Math.min(left, width - 1), top: Math.min(top, height - 1)}
  return {
    ...start,
    width: Math.max(1, Math.min(wide, width - start.left)),
    height: Math.max(1, Math.min(high, height - start.top)),
  }
}

function resized({width, height}: Size, scale: number): Size {
  return {width: atLeastOne(width * scale), height: atLeastOne(height * scale)}
}

function scaled(pixels: number | undefined, dpr: number): number | undefined {
  return pixels === undefined ? undefined : Math.round(pixels * dpr)
}

function sizeOf({width, height}: Size): Size {
  return {width, height}
}

function atLeastOne(pixels: number): number {
  return Math.max(1, Math.round(pixels))
}

function within(value: number, most: number): number {
  return Math.round(Math.max(0, Math.min(value, most)))
}

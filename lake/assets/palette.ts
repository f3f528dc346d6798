/** A colour of a picture, with one that can be read on it, and its share of the picture in percent. */
interface Swatch {
  _type: 'sanity.imagePaletteSwatch'
  background: string
  foreground: string
  title: string
  population: number
}

const names = [
  'vibrant',
  'lightVibrant',
  'darkVibrant',
  'muted',
  'lightMuted',
  'darkMuted',
] as const

export type Palette = {_type: 'sanity.imagePalette'; dominant: Swatch} & {
  [name in (typeof names)[number]]?: Swatch
}

interface Colour {
  red: number
  green: number
  blue: number
  count: number
  saturation: number
  lightness: number
}

/** What a kind of swatch should be like, from 0 to 1: the ideal, and how far a colour may be off. */
interface Wanted {
  readonly saturation: readonly [least: number, ideal: number, most: number]
  readonly lightness: readonly [least: number, ideal: number, most: number]
}

const vibrant = [0.35, 1, 1] as const
const muted = [0, 0.3, 0.4] as const
const light = [0.55, 0.74, 1] as const
const middle = [0.3, 0.5, 0.7] as const
const dark = [0, 0.26, 0.45] as const

const wanted: Readonly<Record<(typeof names)[number], Wanted>> = {
  vibrant: {saturation: vibrant, lightness: middle},
  lightVibrant: {saturation: vibrant, lightness: light},
  darkVibrant: {saturation: vibrant, lightness: dark},
  muted: {saturation: muted, lightness: middle},
  lightMuted: {saturation: muted, lightness: light},
  darkMuted: {saturation: muted, lightness: dark},
}

/** The colours that stand for a picture, from its pixels as RGBA; none when it is all transparent. */
export function paletteOf(pixels: Uint8Array): Palette | undefined {
  const colours = countColours(pixels)
  const [dominant] = colours
  if (dominant === undefined) return undefined
  const total = colours.reduce((sum, {count}) => sum + count, 0)
  const found = names.flatMap((name) => {
    const colour = bestOf(colours, wanted[name], dominant.count)
    return colour ? [[name, swatchOf(colour, total)] as const] : []
  })
  const dominantSwatch = swatchOf(dominant, total)
  return {_type: 'sanity.imagePalette', dominant: dominantSwatch, ...Object.fromEntries(found)}
}

/** Colours that look alike counted as one, their mean; the most frequent first. */
function countColours(pixels: Uint8Array): Colour[] {
  const sums = new Map<number, {red: number; green: number; blue: number; count: number}>()
  for (let at = 0; at + 3 < pixels.length; at += 4) {
    const [red = 0, green = 0, blue = 0, alpha = 0] = pixels.subarray(at, at + 4)
    if (alpha < 125) continue
    const key = ((red >> 4) << 8) | ((green >> 4) << 4) | (blue >> 4)
    const sum = sums.get(key) ?? {red: 0, green: 0, blue: 0, count: 0}
    sum.red += red
    sum.green += green
    sum.blue += blue
    sum.count += 1
    sums.set(key, sum)
  }
  return [...sums.values()]
    .map(({red, green, blue, count}) => {
      const mean = {red: red / count, green: green / count, blue: blue / count}
      return {...mean, count, ...hueless(mean)}
    })
    .sort((a, b) => b.count - a.count)
}

function hueless({red, green, blue}: Pick<Colour, 'red' | 'green' | 'blue'>) {
  const most = Math.max(red, green, blue) / 255
  const least = Math.min(red, green, blue) / 255
  const lightness = (most + least) / 2
  const room = 1 - Math.abs(2 * lightness - 1)
  return {lightness, saturation: room === 0 ? 0 : (most - least) / room}
}

/** The colour nearest to what is wanted; how often it occurs counts least. */
function bestOf(colours: readonly Colour[], kind: Wanted, mostFrequent: number) {
  const within = (value: number, [least, , most]: Wanted['lightness']) =>
    value >= least && value <= most
  const score = ({saturation, lightness, count}: Colour) =>
    3 * (1 - Math.abs(saturation - kind.saturation[1])) +
    6 * (1 - Math.abs(lightness - kind.lightness[1])) +
    count / mostFrequent
  return colours
    .filter(
      (one) => within(one.saturation, kind.saturation) && within(one.lightness, kind.lightness),
    )
    .reduce<Colour | undefined>(
      (best, one) => (best && score(best) >= score(one) ? best : one),
      undefined,
    )
}

function swatchOf({red, green, blue, count}: Colour, total: number): Swatch {
  const hex = [red, green, blue].map((part) => Math.round(part).toString(16).padStart(2, '0'))
  // As the eye weighs the colours: black is read on what is brighter than this, white on the rest.
  const readable = (red * 299 + green * 587 + blue * 114) / 1000 >= 150 ? '#000' : '#fff'
  return {
    _type: 'sanity.imagePaletteSwatch',
    background: `#${hex.join('')}`,
    foreground: readable,
    title: readable,
    population: Math.round((10_000 * count) / total) / 100,
  }
}

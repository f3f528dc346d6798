import sharp, {type Sharp} from 'sharp'

const red = {r: 200, g: 20, b: 20}
const blue = {r: 20, g: 20, b: 200}

/** A picture whose left half is red and whose right half is blue. */
export function halves(width = 400, height = 200): Sharp {
  const half = {create: {width: width / 2, height, channels: 3 as const, background: blue}}
  return sharp({create: {width, height, channels: 3, background: red}})
    .composite([{input: half, left: width / 2, top: 0}])
    .removeAlpha()
}

/** The same with what a camera and a program noted in it. */
export function photograph(orientation = 1): Promise<Buffer> {
  return halves()
    .jpeg({quality: 95})
    .withExif({
      IFD0: {Artist: 'Jane Roe', Orientation: String(orientation)},
      IFD2: {DateTimeOriginal: '2024:05:06 07:08:09'},
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '51/1 30/1 0/1',
        GPSLongitudeRef: 'W',
        GPSLongitude: '0/1 45/1 0/1',
      },
    })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><creator>Jane Roe</creator></x:xmpmeta>')
    .toBuffer()
}

/** A GIF of 40 by 20 that goes from red to blue. */
export async function animation(): Promise<Buffer> {
  const frames = [red, blue].map((background) =>
    sharp({create: {width: 40, height: 20, channels: 3, background}})
      .png()
      .toBuffer(),
  )
  return sharp(await Promise.all(frames), {join: {animated: true}})
    .gif()
    .toBuffer()
}

/** What comes from an address. */
export async function download(
  url: string,
  headers = {},
): Promise<{response: Response; bytes: Buffer}> {
  const response = await fetch(url, {headers})
  return {response, bytes: Buffer.from(await response.arrayBuffer())}
}

/** What a picture looks like: its size and the colours of points, given as fractions of it. */
export async function look(bytes: Buffer, points: readonly [x: number, y: number][] = []) {
  const {data, info} = await sharp(bytes)
    .autoOrient()
    .removeAlpha()
    .raw()
    .toBuffer({resolveWithObject: true})
  const {width, height} = info
  const colours = points.map(([x, y]) => {
    const at = (Math.floor(y * height) * width + Math.floor(x * width)) * 3
    const [r = 0, g = 0, b = 0] = data.subarray(at, at + 3)
    return b > 120 && r < 120 ? 'blue' : r > 120 && b < 120 && g < 120 ? 'red' : `${r},${g},${b}`
  })
  return {width, height, colours}
}

/** Well inside the left and the right half. */
export const SIDES: [number, number][] = [
  [0.05, 0.5],
  [0.95, 0.5],
]

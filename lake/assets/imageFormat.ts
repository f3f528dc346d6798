/** The picture formats that the lake takes, by the extension that asset ids end with. */
export const imageTypes = {
  avif: 'image/avif',
  gif: 'image/gif',
  jpg: 'image/jpeg',
  png: 'image/png',
  svg: 'image/svg+xml',
  tif: 'image/tiff',
  webp: 'image/webp',
} as const

export type ImageFormat = keyof typeof imageTypes

/** Whether an extension is that of a picture format. */
export function isImageFormat(extension: string): extension is ImageFormat {
  return Object.hasOwn(imageTypes, extension)
}

/** What the first bytes say that a picture is, whatever it is called; `undefined` when it is none. */
export function sniffImage(bytes: Buffer): ImageFormat | undefined {
  const start = bytes.toString('latin1', 0, 12)
  if (start.startsWith('\xff\xd8\xff')) return 'jpg'
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (start.startsWith('GIF87a') || start.startsWith('GIF89a')) return 'gif'
  if (start.startsWith('RIFF') && start.endsWith('WEBP')) return 'webp'
  if (start.startsWith('II*\0') || start.startsWith('MM\0*')) return 'tif'
  if (start.slice(4, 8) === 'ftyp') return brands(bytes).includes('avif') ? 'avif' : undefined
  return SVG.test(bytes.toString('utf8', 0, 4096)) ? 'svg' : undefined
}

/** An `svg` element, after nothing but a declaration, comments and instructions. No document type: it can define entities. */
const SVG = /^\uFEFF?\s*(?:<\?[^>]*\?>\s*|<!--(?:(?!-->)[^])*-->\s*)*<svg[\s>]/

function brands(bytes: Buffer): string {
  return bytes.toString('latin1', 8, Math.min(bytes.readUInt32BE(0), 256))
}

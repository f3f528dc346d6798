import type {ImageFormat} from './imageFormat.ts'
import {loadSharp} from './loadSharp.ts'
import {stripGif} from './strip/gif.ts'
import {stripJpeg} from './strip/jpeg.ts'
import {stripPng} from './strip/png.ts'
import {stripWebp} from './strip/webp.ts'

/**
 * A picture without what is not drawn: where, when, by whom and with what it was made, which can give
 * a source away. Its pixels stay as they are, and a picture that holds nothing else stays so to the
 * byte. Only TIFF and AVIF are encoded anew, because what they hold cannot be told apart otherwise.
 *
 * An SVG is text that somebody drew, and stays as it is.
 */
export async function stripImage(bytes: Buffer, format: ImageFormat): Promise<Buffer> {
  switch (format) {
    case 'jpg':
      return stripJpeg(bytes)
    case 'png':
      return stripPng(bytes)
    case 'webp':
      return stripWebp(bytes)
    case 'gif':
      return stripGif(bytes)
    case 'tif': {
      const open = await loadSharp()
      return open(bytes).autoOrient().keepIccProfile().tiff({compression: 'lzw'}).toBuffer()
    }
    case 'avif': {
      const open = await loadSharp()
      const {exif, xmp, iptc} = await open(bytes).metadata()
      if (!exif && !xmp && !iptc) return bytes
      return open(bytes).autoOrient().keepIccProfile().avif({quality: 90, effort: 3}).toBuffer()
    }
    case 'svg':
      return bytes
  }
}

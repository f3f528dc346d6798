import {MalformedImage} from '../malformedImage.ts'
import {readOrientation, writeOrientation} from './orientation.ts'

const START_OF_SCAN = 0xda
const END_OF_IMAGE = 0xd9
const APPLICATION = 0xe0
const EXIF = 'Exif\0\0'

/**
 * A JPEG with what it is drawn from, its colour profile and which way up it is. Everything else
 * goes: EXIF, XMP, IPTC, comments, thumbnails, further pictures and whatever follows the end.
 */
export function stripJpeg(bytes: Buffer): Buffer {
  const segments: Buffer[] = []
  let orientation = 1
  for (const {marker, segment} of segmentsOf(bytes)) {
    const content = segment.subarray(4)
    if (content.toString('latin1', 0, EXIF.length) === EXIF && marker === APPLICATION + 1) {
      orientation = readOrientation(content.subarray(EXIF.length))
    } else if (isDrawn(marker, content)) {
      segments.push(segment)
    }
  }
  const start = bytes.subarray(0, 2)
  if (orientation === 1) return Buffer.concat([start, ...segments])
  const exif = Buffer.concat([Buffer.from(EXIF, 'latin1'), writeOrientation(orientation)])
  const head = Buffer.from([0xff, APPLICATION + 1, 0, exif.length + 2])
  return Buffer.concat([start, head, exif, ...segments])
}

/** The segments after the start, each with its marker; a scan has its data with it. */
function* segmentsOf(bytes: Buffer): Generator<{marker: number; segment: Buffer}> {
  let at = 2
  while (at < bytes.length) {
    const marker = bytes[at + 1]
    if (bytes[at] !== 0xff || marker === undefined) throw new MalformedImage('JPEG')
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === END_OF_IMAGE) {
      yield {marker, segment: bytes.subarray(at, at + 2)}
      return
    }
    if (at + 4 > bytes.length) throw new MalformedImage('JPEG')
    const headerEnd = at + 2 + bytes.readUInt16BE(at + 2)
    const end = marker === START_OF_SCAN ? endOfScan(bytes, headerEnd) : headerEnd
    if (headerEnd < at + 4 || end > bytes.length) throw new MalformedImage('JPEG')
    yield {marker, segment: bytes.subarray(at, end)}
    at = end
  }
}

/** Where the data of a scan ends: at a marker that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Buffer, start: number): number {
  let at = bytes.indexOf(0xff, start)
  while (at !== -1) {
    const next = bytes[at + 1] ?? 0
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at
    at = bytes.indexOf(0xff, at + 1)
  }
  return bytes.length
}

function isDrawn(marker: number, content: Buffer): boolean {
  const name = content.toString('latin1', 0, 12)
  switch (marker) {
    case APPLICATION:
      // A longer one has a thumbnail.
      return name.startsWith('JFIF\0') && content.length === 14
    case APPLICATION + 2:
      return name === 'ICC_PROFILE\0'
    case APPLICATION + 14:
      return name.startsWith('Adobe') && content.length === 12
    default:
      return marker >= 0xc0 && marker < APPLICATION
  }
}

import {MalformedImage} from '../malformedImage.ts'
import {readOrientation, writeOrientation} from './orientation.ts'

const HEADER_BYTES = 12
const DRAWN = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP'])
const HAS_EXIF = 0x08
const HAS_XMP = 0x04

/** A WebP without EXIF (but for which way up it is), XMP, unknown chunks and whatever follows. */
export function stripWebp(bytes: Buffer): Buffer {
  const kept: Buffer[] = []
  let features: Buffer | undefined
  let orientation = 1
  for (const {type, chunk} of chunksOf(bytes)) {
    if (type === 'EXIF') orientation = readOrientation(withoutPrefix(chunk.subarray(8)))
    if (!DRAWN.has(type)) continue
    if (type === 'VP8X') features = Buffer.from(chunk)
    kept.push(type === 'VP8X' && features ? features : chunk)
  }
  const isTurned = orientation !== 1 && features !== undefined
  if (features) {
    const flags = (features[8] ?? 0) & ~HAS_EXIF & ~HAS_XMP
    features[8] = isTurned ? flags | HAS_EXIF : flags
  }
  if (isTurned) kept.push(chunkOf('EXIF', writeOrientation(orientation)))
  return chunkOf('RIFF', Buffer.concat([Buffer.from('WEBP', 'latin1'), ...kept]))
}

/** Some writers put the prefix of a JPEG’s EXIF here too. */
function withoutPrefix(exif: Buffer): Buffer {
  return exif.toString('latin1', 0, 4) === 'Exif' ? exif.subarray(6) : exif
}

function* chunksOf(bytes: Buffer): Generator<{type: string; chunk: Buffer}> {
  const end = 8 + bytes.readUInt32LE(4)
  if (end > bytes.length) throw new MalformedImage('WebP')
  let at = HEADER_BYTES
  while (at + 8 <= end) {
    const length = bytes.readUInt32LE(at + 4)
    const next = at + 8 + length + (length % 2)
    if (next > bytes.length) throw new MalformedImage('WebP')
    yield {type: bytes.toString('latin1', at, at + 4), chunk: bytes.subarray(at, next)}
    at = next
  }
}

function chunkOf(type: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.write(type, 'latin1')
  head.writeUInt32LE(content.length, 4)
  return Buffer.concat([head, content])
}

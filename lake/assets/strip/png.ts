import {crc32} from 'node:zlib'

import {MalformedImage} from '../malformedImage.ts'
import {readOrientation, writeOrientation} from './orientation.ts'

const SIGNATURE_BYTES = 8

/** The chunks that a PNG is drawn from, animated ones included. */
const DRAWN = new Set(
  'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD pHYs acTL fcTL fdAT'.split(
    ' ',
  ),
)

/** A PNG without texts, times, EXIF, private chunks and whatever follows the end. */
export function stripPng(bytes: Buffer): Buffer {
  const kept = [bytes.subarray(0, SIGNATURE_BYTES)]
  for (const {type, chunk} of chunksOf(bytes)) {
    if (DRAWN.has(type)) kept.push(chunk)
    const orientation = type === 'eXIf' ? readOrientation(chunk.subarray(8, -4)) : 1
    if (orientation !== 1) kept.push(chunkOf('eXIf', writeOrientation(orientation)))
  }
  return Buffer.concat(kept)
}

function* chunksOf(bytes: Buffer): Generator<{type: string; chunk: Buffer}> {
  let at = SIGNATURE_BYTES
  for (let type = ''; type !== 'IEND';) {
    const end = at + 12 + (at + 12 > bytes.length ? Infinity : bytes.readUInt32BE(at))
    if (end > bytes.length) throw new MalformedImage('PNG')
    type = bytes.toString('latin1', at + 4, at + 8)
    yield {type, chunk: bytes.subarray(at, end)}
    at = end
  }
}

function chunkOf(type: string, content: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(content.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(typed))
  return Buffer.concat([length, typed, check])
}

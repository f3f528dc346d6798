import {MalformedImage} from '../malformedImage.ts'

const EXTENSION = 0x21
const IMAGE = 0x2c
const TRAILER = 0x3b
const GRAPHIC_CONTROL = 0xf9
const APPLICATION = 0xff
/** What says how often an animation runs. */
const LOOPS = new Set(['NETSCAPE2.0', 'ANIMEXTS1.0'])

/** A GIF without comments, texts, XMP, what applications left in it and whatever follows the end. */
export function stripGif(bytes: Buffer): Buffer {
  const start = 13 + paletteBytes(bytes, 10)
  const kept = [bytes.subarray(0, start)]
  for (let at = start; ;) {
    const kind = byteAt(bytes, at)
    if (kind === TRAILER) return Buffer.concat([...kept, bytes.subarray(at, at + 1)])
    if (kind !== EXTENSION && kind !== IMAGE) throw new MalformedImage('GIF')
    // Before the blocks of data: a label, or where the frame lies, its palette and the code size.
    const data = kind === EXTENSION ? at + 2 : at + 11 + paletteBytes(bytes, at + 9)
    const end = endOfBlocks(bytes, data)
    if (kind === IMAGE || isDrawn(bytes, at)) kept.push(bytes.subarray(at, end))
    at = end
  }
}

function isDrawn(bytes: Buffer, extension: number): boolean {
  const label = bytes[extension + 1]
  if (label === GRAPHIC_CONTROL) return true
  return label === APPLICATION && LOOPS.has(bytes.toString('latin1', extension + 3, extension + 14))
}

function endOfBlocks(bytes: Buffer, start: number): number {
  let at = start
  for (let length = byteAt(bytes, at); length !== 0; length = byteAt(bytes, at)) at += 1 + length
  return at + 1
}

/** The size of the palette that the flags at a place announce. */
function paletteBytes(bytes: Buffer, flagsAt: number): number {
  const flags = byteAt(bytes, flagsAt)
  return flags & 0x80 ? 3 * 2 ** ((flags & 0x07) + 1) : 0
}

function byteAt(bytes: Buffer, at: number): number {
  const byte = bytes[at]
  if (byte === undefined) throw new MalformedImage('GIF')
  return byte
}

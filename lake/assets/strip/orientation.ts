/** The tag of EXIF that says which way up a picture is: 1 as stored, 2 to 8 mirrored or turned. */
const ORIENTATION = 0x0112
const SHORT = 3
const ENTRY_BYTES = 12

/** The orientation in a block of EXIF; 1 when it says none. */
export function readOrientation(exif: Buffer): number {
  const isLittle = exif.toString('latin1', 0, 2) === 'II'
  const short = (at: number): number =>
    at + 2 > exif.length ? 0 : isLittle ? exif.readUInt16LE(at) : exif.readUInt16BE(at)
  if (exif.length < 10) return 1
  const directory = isLittle ? exif.readUInt32LE(4) : exif.readUInt32BE(4)
  const entries = Array.from(
    {length: Math.min(short(directory), 1_000)},
    (_, index) => directory + 2 + index * ENTRY_BYTES,
  )
  const entry = entries.find((at) => short(at) === ORIENTATION)
  const value = entry === undefined ? 1 : short(entry + 8)
  return value >= 1 && value <= 8 ? value : 1
}

/** A block of EXIF that holds an orientation and nothing else. */
export function writeOrientation(orientation: number): Buffer {
  const exif = Buffer.alloc(26)
  exif.write('MM\0*', 'latin1')
  exif.writeUInt32BE(8, 4)
  exif.writeUInt16BE(1, 8)
  exif.writeUInt16BE(ORIENTATION, 10)
  exif.writeUInt16BE(SHORT, 12)
  exif.writeUInt32BE(1, 14)
  exif.writeUInt16BE(orientation, 18)
  return exif
}

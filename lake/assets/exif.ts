import readExif from 'exif-reader'

/** Where a picture was taken. */
export interface Location {
  _type: 'geopoint'
  lat: number
  lng: number
  alt?: number
}

/** What a camera noted about the shot: when, with which lens and settings. */
export function shotNotes(block: Buffer | undefined): Record<string, unknown> | undefined {
  const {Photo} = parse(block)
  return Photo && {_type: 'sanity.imageExifMetadata', ...plainValues(Photo)}
}

/** What a camera and programs noted about the file: make, model, software, artist. */
export function fileNotes(block: Buffer | undefined): Record<string, unknown> | undefined {
  const {Image} = parse(block)
  return Image && {_type: 'sanity.imageExifTags', ...plainValues(Image)}
}

/** Where a block of EXIF says that a picture was taken, in degrees and metres. */
export function locationOf(block: Buffer | undefined): Location | undefined {
  const {GPSInfo: place} = parse(block)
  const lat = degrees(place?.GPSLatitude, place?.GPSLatitudeRef === 'S')
  const lng = degrees(place?.GPSLongitude, place?.GPSLongitudeRef === 'W')
  if (lat === undefined || lng === undefined) return undefined
  const alt = place?.GPSAltitude
  return {_type: 'geopoint', lat, lng, ...(typeof alt === 'number' && {alt})}
}

function parse(block: Buffer | undefined): Partial<ReturnType<typeof readExif>> {
  try {
    return block ? readExif(block) : {}
  } catch {
    return {}
  }
}

function degrees(parts: number[] | undefined, isNegative: boolean): number | undefined {
  const [whole, minutes = 0, seconds = 0] = parts ?? []
  if (whole === undefined) return undefined
  const value = whole + minutes / 60 + seconds / 3600
  return Number.isFinite(value) ? (isNegative ? -value : value) : undefined
}

/** What JSON can hold; blocks of bytes are the maker's own. */
function plainValues(tags: Record<string, unknown>): Record<string, unknown> {
  const isPlain = (value: unknown): boolean =>
    typeof value === 'string' ||
    Number.isFinite(value) ||
    (Array.isArray(value) && value.every((item) => Number.isFinite(item)))
  return Object.fromEntries(
    Object.entries(tags)
      .map(([name, value]) => [name, value instanceof Date ? dateText(value) : value] as const)
      .filter(([, value]) => isPlain(value)),
  )
}

function dateText(date: Date): string | undefined {
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString()
}

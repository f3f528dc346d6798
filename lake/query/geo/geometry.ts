import {isRecord} from '../../visitObjects.ts'
import {haveCrossing, segmentsOf, type Position} from './planar.ts'

/** A geography as GeoJSON has it, its coordinates longitude first, in degrees. */
export interface Geometry {
  type: keyof typeof DEPTH
  coordinates: unknown
  points: readonly Position[]
  lines: readonly (readonly Position[])[]
  /** Each a ring around it and a ring for each hole. */
  polygons: readonly (readonly (readonly Position[])[])[]
}

/** How many lists deep the positions of each type of GeoJSON lie. */
export const DEPTH = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
} as const

/**
 * A geography of this type, or `undefined` where the coordinates make none: positions off the globe,
 * lines of one position, rings that are open, stand still or cross themselves.
 */
export function geometry(type: Geometry['type'], coordinates: unknown): Geometry | undefined {
  const positions = positionsIn(coordinates, DEPTH[type])
  if (positions === undefined || positions.length === 0) return undefined
  const shape = {type, coordinates, points: [], lines: [], polygons: []}
  switch (type) {
    case 'Point':
    case 'MultiPoint':
      return {...shape, points: positions}
    case 'LineString':
    case 'MultiLineString': {
      const lines = listsIn(coordinates, DEPTH[type] - 1)
      return lines.every((line) => line.length > 1) ? {...shape, lines} : undefined
    }
    case 'Polygon':
    case 'MultiPolygon': {
      const polygons = (type === 'Polygon' ? [coordinates] : listOf(coordinates)).map((polygon) =>
        listsIn(polygon, 1),
      )
      const valid = polygons.every((rings) => rings.length > 0 && rings.every(isRing))
      return valid ? {...shape, polygons} : undefined
    }
  }
}

/** Whether this is a type of GeoJSON that has coordinates. */
function isGeometryType(type: unknown): type is Geometry['type'] {
  return typeof type === 'string' && Object.hasOwn(DEPTH, type)
}

function isRing(ring: readonly Position[]): boolean {
  const [first, last] = [ring[0], ring.at(-1)]
  if (ring.length < 4 || !first || !last || !isSame(first, last)) return false
  const stands = ring.some((position, index) => {
    const next = ring[index + 1]
    return next !== undefined && isSame(position, next)
  })
  return !stands && !haveCrossing(segmentsOf(ring))
}

function isSame(a: Position, b: Position): boolean {
  return a[0] === b[0] && a[1] === b[1]
}

/** All positions `depth` lists deep; `undefined` if anything else is there. */
function positionsIn(value: unknown, depth: number): Position[] | undefined {
  if (depth === 0) return isPosition(value) ? [value] : undefined
  if (!Array.isArray(value)) return undefined
  const found = value.map((item) => positionsIn(item, depth - 1))
  return found.every((item) => item !== undefined) ? found.flat() : undefined
}

/** The lists of positions `depth` lists deep. */
function listsIn(value: unknown, depth: number): Position[][] {
  if (depth === 0) return [listOf(value).filter(isPosition)]
  return listOf(value).flatMap((item) => listsIn(item, depth - 1))
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** Longitude, latitude, and perhaps a height, which does not count. */
function isPosition(value: unknown): value is Position {
  if (!Array.isArray(value) || value.length < 2 || value.length > 3) return false
  const [longitude, latitude]: unknown[] = value
  return isWithin(longitude, 180) && isWithin(latitude, 90)
}

function isWithin(value: unknown, limit: number): boolean {
  return typeof value === 'number' && Math.abs(value) <= limit
}

/** What a geography is in an answer. */
export function toGeoJson({type, coordinates}: Geometry): {type: string; coordinates: unknown} {
  return {type, coordinates}
}

/** Whether a value is a pair of type and coordinates, as queries hand geographies over. */
export function readGeometry(text: string): Geometry | undefined {
  const value: unknown = JSON.parse(text)
  if (!isRecord(value) || !isGeometryType(value['type'])) return undefined
  return geometry(value['type'], value['coordinates'])
}

import type {Geometry} from './geometry.ts'
import {
  isInside,
  isOn,
  meet,
  middlesBetween,
  placeInside,
  segmentsOf,
  type Position,
  type Segment,
} from './planar.ts'

/** The radius of the sphere on which distances are measured, in metres: the Earth's at the equator. */
const RADIUS = 6_378_137

/** How far two points are from each other along the surface, in metres; `null` for what is no point. */
export function distance(a: Geometry, b: Geometry): number | null {
  const [from, to] = [a.points[0], b.points[0]]
  if (a.type !== 'Point' || b.type !== 'Point' || !from || !to) return null
  const [fromLatitude, toLatitude] = [radians(from[1]), radians(to[1])]
  const half =
    Math.sin((toLatitude - fromLatitude) / 2) ** 2 +
    Math.cos(fromLatitude) * Math.cos(toLatitude) * Math.sin(radians(to[0] - from[0]) / 2) ** 2
  return 2 * RADIUS * Math.atan2(Math.sqrt(half), Math.sqrt(1 - half))
}

/** Whether two geographies have any place in common, be it on their edges. */
export function intersects(a: Geometry, b: Geometry): boolean {
  const others = edgesOf(b)
  return (
    edgesOf(a).some((edge) => others.some((other) => meet(edge, other))) ||
    positionsOf(b).some((position) => covers(a, position)) ||
    positionsOf(a).some((position) => covers(b, position))
  )
}

/** Whether every place of `b` is one of `a`; the edges of `a` are part of it. */
export function contains(a: Geometry, b: Geometry): boolean {
  const edges = edgesOf(a)
  return (
    positionsOf(b).every((position) => covers(a, position)) &&
    edgesOf(b).every((edge) =>
      middlesBetween(edge, edges).every((position) => covers(a, position)),
    ) &&
    (b.polygons.length === 0 || isFilled(a, b))
  )
}

/**
 * Whether the areas of `b`, whose edges are all part of `a`, are too: no edge of `a` bounds it within
 * them, and one place in each of them is part of `a`.
 */
function isFilled(a: Geometry, b: Geometry): boolean {
  const edges = edgesOf(b)
  return (
    b.polygons.every((rings) => {
      const place = placeInside(rings)
      return place !== undefined && a.polygons.some((one) => isInside(place, one))
    }) &&
    a.polygons.every((polygon) =>
      polygon.flatMap(segmentsOf).every((edge) =>
        middlesBetween(edge, edges).every((position) => {
          if (edges.some((other) => isOn(position, other))) return true
          const isWithin = b.polygons.some((rings) => isInside(position, rings))
          const others = a.polygons.filter((one) => one !== polygon)
          return !isWithin || others.some((rings) => isInside(position, rings))
        }),
      ),
    )
  )
}

function covers({points, lines, polygons}: Geometry, position: Position): boolean {
  return (
    points.some(([x, y]) => x === position[0] && y === position[1]) ||
    lines.some((line) => isOnLine(position, line)) ||
    polygons.some(
      (rings) => isInside(position, rings) || rings.some((ring) => isOnLine(position, ring)),
    )
  )
}

function isOnLine(position: Position, line: readonly Position[]): boolean {
  return segmentsOf(line).some((segment) => isOn(position, segment))
}

function edgesOf({lines, polygons}: Geometry): Segment[] {
  return [...lines, ...polygons.flat()].flatMap(segmentsOf)
}

function positionsOf({points, lines, polygons}: Geometry): Position[] {
  return [...points, ...lines.flat(), ...polygons.flat(2)]
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180
}

/** Longitude and latitude in degrees. */
export type Position = readonly [longitude: number, latitude: number]

/** A straight piece of a line or ring: straight on a map whose degrees are all of one size. */
export type Segment = readonly [from: Position, to: Position]

/** What stays between two numbers that are equal but for rounding, relative to their size. */
const ROUNDING = 1e-12

/** The pieces of a line, in its order. */
export function segmentsOf(line: readonly Position[]): Segment[] {
  return line.slice(1).flatMap((to, index): Segment[] => {
    const from = line[index]
    return from ? [[from, to]] : []
  })
}

/** Whether two of these go right through each other; touching is allowed. */
export function haveCrossing(segments: readonly Segment[]): boolean {
  const sorted = segments.toSorted((a, b) => west(a) - west(b))
  return sorted.some((segment, index) => {
    for (let next = index + 1; next < sorted.length; next++) {
      const other = sorted[next]
      if (!other || west(other) > east(segment)) return false
      if (cross(segment, other)) return true
    }
    return false
  })
}

/** Whether two segments have a point in common. */
export function meet(a: Segment, b: Segment): boolean {
  if (west(a) > east(b) || west(b) > east(a)) return false
  return cross(a, b) || isOn(a[0], b) || isOn(a[1], b) || isOn(b[0], a) || isOn(b[1], a)
}

/** Whether a position lies on a segment, its ends included. */
export function isOn([x, y]: Position, [[ax, ay], [bx, by]]: Segment): boolean {
  if (x < Math.min(ax, bx) || x > Math.max(ax, bx)) return false
  if (y < Math.min(ay, by) || y > Math.max(ay, by)) return false
  return (
    side(
      [x, y],
      [
        [ax, ay],
        [bx, by],
      ],
    ) === 0
  )
}

/** Whether a position lies inside of rings, holes being rings too; on a ring is neither nor. */
export function isInside([x, y]: Position, rings: readonly (readonly Position[])[]): boolean {
  let inside = false
  for (const ring of rings) {
    for (const [[ax, ay], [bx, by]] of segmentsOf(ring)) {
      if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside
    }
  }
  return inside
}

/** A position inside of rings: in the middle of where they are entered and left at some latitude. */
export function placeInside(rings: readonly (readonly Position[])[]): Position | undefined {
  const [lowest, next] = [...new Set(rings.flat().map(([, y]) => y))].sort((a, b) => a - b)
  if (lowest === undefined || next === undefined) return undefined
  const y = (lowest + next) / 2
  const [enter, leave] = rings
    .flatMap(segmentsOf)
    .filter(([[, ay], [, by]]) => ay > y !== by > y)
    .map(([[ax, ay], [bx, by]]) => ax + ((y - ay) / (by - ay)) * (bx - ax))
    .sort((a, b) => a - b)
  return enter === undefined || leave === undefined ? undefined : [(enter + leave) / 2, y]
}

/** A position in the middle of each part of a segment between the places where others meet it. */
export function middlesBetween(segment: Segment, others: readonly Segment[]): Position[] {
  const cuts = [0, 1]
  for (const other of others) {
    if (meet(segment, other)) cuts.push(...sharesAt(segment, other))
  }
  cuts.sort((a, b) => a - b)
  const [[ax, ay], [bx, by]] = segment
  return cuts.slice(1).flatMap((cut, index): Position[] => {
    const before = cuts[index] ?? 0
    if (cut - before <= ROUNDING) return []
    const share = (cut + before) / 2
    return [[ax + share * (bx - ax), ay + share * (by - ay)]]
  })
}

/** How far along a segment another one meets it, from 0 to 1: once, or at the ends of what they share. */
function sharesAt(segment: Segment, other: Segment): number[] {
  const [from, to] = segment
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
  const [ox, oy] = [other[1][0] - other[0][0], other[1][1] - other[0][1]]
  const turn = dx * oy - dy * ox
  const touching = other
    .filter((end) => isOn(end, segment))
    .map((end) => ((end[0] - from[0]) * dx + (end[1] - from[1]) * dy) / (dx * dx + dy * dy))
  if (turn === 0 || touching.length > 0) return touching
  return [((other[0][0] - from[0]) * oy - (other[0][1] - from[1]) * ox) / turn]
}

function cross(a: Segment, b: Segment): boolean {
  return side(a[0], b) * side(a[1], b) < 0 && side(b[0], a) * side(b[1], a) < 0
}

/** 1 to the left of a segment, -1 to its right, 0 on the line that it is part of. */
function side([x, y]: Position, [[ax, ay], [bx, by]]: Segment): number {
  const left = (bx - ax) * (y - ay)
  const right = (by - ay) * (x - ax)
  const size = Math.max(Math.abs(left), Math.abs(right))
  return Math.abs(left - right) <= ROUNDING * size ? 0 : Math.sign(left - right)
}

function west([[ax], [bx]]: Segment): number {
  return Math.min(ax, bx)
}

function east([[ax], [bx]]: Segment): number {
  return Math.max(ax, bx)
}

/** A point of the picture; y grows downwards. */
export interface Point {
  x: number
  y: number
}

/** A rectangle around its centre. */
export interface Box extends Point {
  width: number
  height: number
}

/** A line from one box to another, bent towards `control`. */
export interface Curve {
  start: Point
  control: Point
  end: Point
}

/** How far a line stays away from the box it leads to. */
const GAP = 3

/** A line between the edges of two boxes: straight, or through a point on its way. */
export function connect(from: Box, to: Box, through?: Point): Curve {
  const middle = {x: (from.x + to.x) / 2, y: (from.y + to.y) / 2}
  // The control point of a curve lies twice as far out as its middle.
  const control = through ? {x: 2 * through.x - middle.x, y: 2 * through.y - middle.y} : middle
  return {start: edgeTowards(from, control), control, end: edgeTowards(to, control)}
}

/** How far two boxes reach into each other on each axis; negative where they are apart. */
export function overlap(a: Box, b: Box, margin = 0): {x: number; y: number} {
  return {
    x: (a.width + b.width) / 2 + margin - Math.abs(a.x - b.x),
    y: (a.height + b.height) / 2 + margin - Math.abs(a.y - b.y),
  }
}

function edgeTowards(box: Box, target: Point): Point {
  const [dx, dy] = [target.x - box.x, target.y - box.y]
  const scale = Math.min(
    (box.width / 2 + GAP) / Math.abs(dx || 1e-9),
    (box.height / 2 + GAP) / Math.abs(dy || 1e-9),
  )
  return {x: box.x + dx * scale, y: box.y + dy * scale}
}

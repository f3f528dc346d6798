import {
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type Force,
  type SimulationNodeDatum,
} from 'd3-force'

import {type Box, overlap} from './geometry.ts'
import type {GraphEdge, StoryGraph} from './graphModel.ts'
import {boxSize, labelSize} from './nodeSize.ts'

/** Where the box of each node goes and the words of each line, by their ids. */
export interface Layout {
  boxes: ReadonlyMap<string, Box>
  labels: ReadonlyMap<string, Box>
}

/** The room that boxes leave between them. */
const MARGIN = {node: 20, label: 4}
/** First boxes find their place, as if they had no size; then they make room for each other. */
const TICKS = {place: 300, makeRoom: 120}
/** How far apart lines between the same two boxes run in their middle. */
const SPREAD = 46

/** A box that is pushed about: a node’s, or that of the words on a line. */
type Body = Box & SimulationNodeDatum & {kind: 'label' | 'node'}

interface Link {
  source: Body
  target: Body
  distance: number
  strength: number
}

/** The words on a line belong half-way between its ends. */
interface Middle {
  label: Body
  source: Body
  target: Body
  /** Which of the lines between the two this is: 0 in the middle, then to either side. */
  lane: number
}

/**
 * Lays a graph out: those who have to do with each other come close, no box covers another nor the
 * words on a line, and the whole is wider than high. The same graph always looks the same.
 */
export function layOut({nodes, edges}: StoryGraph, wordsOf: (edge: GraphEdge) => string): Layout {
  const boxes = new Map(
    nodes.map((node, index) => [node._id, body('node', boxSize(node), index)] as const),
  )
  const labels = new Map<string, Body>()
  const lanes = Map.groupBy(edges, pairOf)
  const links: Link[] = []
  const middles: Middle[] = []
  for (const edge of edges) {
    const [source, target] = [boxes.get(edge.from._id), boxes.get(edge.to._id)]
    if (!source || !target) continue
    const words = wordsOf(edge)
    if (words === '') {
      links.push({source, target, distance: 260, strength: 0.03})
      continue
    }
    const label = body('label', labelSize(words), nodes.length + labels.size)
    labels.set(edge.id, label)
    const between = (source.width + target.width) / 2
    links.push({source, target, distance: label.width + between * 0.6 + 30, strength: 0.5})
    const siblings = lanes.get(pairOf(edge)) ?? [edge]
    const lane = siblings.indexOf(edge) - (siblings.length - 1) / 2
    // Seen from the other end, the same side is the opposite one.
    middles.push({label, source, target, lane: edge.from._id < edge.to._id ? lane : -lane})
  }
  simulate([...boxes.values(), ...labels.values()], links, middles)
  return {boxes, labels}
}

/** Everything begins on a spiral, so that no two boxes start in one place; nothing is left to chance. */
function body(kind: Body['kind'], size: {width: number; height: number}, index: number): Body {
  const [distance, angle] = [24 * Math.sqrt(index), 1.6 + index * 2.4]
  return {kind, ...size, x: distance * Math.cos(angle) * 2, y: distance * Math.sin(angle)}
}

function simulate(bodies: Body[], links: Link[], middles: readonly Middle[]): void {
  const simulation = forceSimulation(bodies)
    .force(
      'repel',
      forceManyBody<Body>()
        .strength(({kind}) => (kind === 'node' ? -800 : -90))
        .distanceMax(700),
    )
    .force(
      'link',
      forceLink<Body, Link>(links)
        .distance(({distance}) => distance)
        .strength(({strength}) => strength),
    )
    .force('middle', () => middles.forEach(pullToMiddle))
    .force('x', forceX<Body>(0).strength(0.045))
    .force('y', forceY<Body>(0).strength(0.16))
    .stop()
    .tick(TICKS.place)
  const nodes = bodies.filter(({kind}) => kind === 'node')
  simulation
    .alpha(0.4)
    .force('clear', () => middles.forEach((line) => clearLine(line, nodes)))
    .force('apart', keepApart())
    .tick(TICKS.makeRoom)
  for (let pass = 0; pass < 300 && pushApart(bodies); pass++);
}

function pairOf({from, to}: GraphEdge): string {
  return [from._id, to._id].toSorted().join(' ')
}

function pullToMiddle({label, source, target, lane}: Middle): void {
  const [dx, dy] = [target.x - source.x, target.y - source.y]
  const aside = (lane * SPREAD) / (Math.hypot(dx, dy) || 1)
  label.x += ((source.x + target.x) / 2 - dy * aside - label.x) * 0.7
  label.y += ((source.y + target.y) / 2 + dx * aside - label.y) * 0.7
}

/** Moves the boxes that a line would run through out of its way. */
function clearLine({source, target}: Middle, nodes: readonly Body[]): void {
  const [dx, dy] = [target.x - source.x, target.y - source.y]
  const length = Math.hypot(dx, dy) || 1
  const normal = {x: -dy / length, y: dx / length}
  for (const node of nodes) {
    if (node === source || node === target) continue
    const [x, y] = [node.x - source.x, node.y - source.y]
    const along = (x * dx + y * dy) / length
    const aside = x * normal.x + y * normal.y
    const reach = (Math.abs(normal.x) * node.width + Math.abs(normal.y) * node.height) / 2 + 4
    if (along < 0 || along > length || Math.abs(aside) >= reach) continue
    const way = (reach - Math.abs(aside)) * (aside < 0 ? -0.3 : 0.3)
    node.x += normal.x * way
    node.y += normal.y * way
  }
}

function keepApart(): Force<Body, undefined> {
  let bodies: readonly Body[] = []
  const force: Force<Body, undefined> = () => void pushApart(bodies)
  force.initialize = (all) => {
    bodies = all
  }
  return force
}

/** Moves boxes that cover each other apart, along the shorter way; false when none do. */
function pushApart(bodies: readonly Body[]): boolean {
  let hasMoved = false
  for (const [index, a] of bodies.entries()) {
    for (const b of bodies.slice(index + 1)) {
      const isLabel = a.kind === 'label' || b.kind === 'label'
      const {x, y} = overlap(a, b, isLabel ? MARGIN.label : MARGIN.node)
      if (x <= 0.5 || y <= 0.5) continue
      hasMoved = true
      const axis = x < y ? 'x' : 'y'
      const way = ((a[axis] <= b[axis] ? 1 : -1) * Math.min(x, y)) / 2
      a[axis] -= way
      b[axis] += way
    }
  }
  return hasMoved
}

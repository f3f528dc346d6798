import type {StoryGraphQueryResult} from '../../queries/index.ts'

/** A node as the query yields it. */
export type GraphNode = StoryGraphQueryResult['nodes'][number]

/** What a node is; also what an editor filters by. */
export type Kind = GraphNode['_type']

/** In the order in which an editor reads them. */
export const kinds = [
  'article',
  'person',
  'unit',
  'organisation',
  'place',
  'poll',
] as const satisfies readonly Kind[]

type Relation = StoryGraphQueryResult['relations'][number]
type Appearance = StoryGraphQueryResult['appearances'][number]

/** A line between two nodes: what one has to do with another, or that a story names somebody. */
export type GraphEdge = {id: string; from: GraphNode; to: GraphNode} & (
  | {appearance: 'cites' | 'names' | 'quotes'; relation?: never}
  | {relation: Relation; appearance?: never}
)

/** What is drawn and listed: nodes of the chosen kinds and the lines between two of them. */
export interface StoryGraph {
  nodes: readonly GraphNode[]
  edges: readonly GraphEdge[]
}

/** Keeps the chosen kinds of nodes, and every line whose two ends are kept. */
export function selectKinds(
  {nodes, relations, appearances}: StoryGraphQueryResult,
  chosen: ReadonlySet<Kind>,
): StoryGraph {
  const kept = new Map(nodes.flatMap((node) => (chosen.has(node._type) ? [[node._id, node]] : [])))
  return {
    nodes: [...kept.values()],
    edges: [
      ...relations.flatMap((relation) => relationEdge(relation, kept)),
      ...appearances.flatMap((appearance) => appearanceEdge(appearance, kept)),
    ],
  }
}

function relationEdge(relation: Relation, nodes: ReadonlyMap<string, GraphNode>): GraphEdge[] {
  const [from, to] = [nodes.get(relation.from), nodes.get(relation.to)]
  return from && to ? [{id: `${from._id}.${relation._key}`, from, to, relation}] : []
}

function appearanceEdge(
  {story, subject, quoted}: Appearance,
  nodes: ReadonlyMap<string, GraphNode>,
): GraphEdge[] {
  const [from, to] = [nodes.get(story), nodes.get(subject)]
  if (!from || !to) return []
  const appearance = quoted ? 'quotes' : to._type === 'poll' ? 'cites' : 'names'
  return [{id: `${from._id}.${to._id}`, from, to, appearance}]
}

import {describe, expect, it} from 'vitest'

import type {StoryGraphQueryResult} from '../../queries/index.ts'
import {overlap} from '../../studio/graph/geometry.ts'
import {type GraphEdge, kinds, selectKinds} from '../../studio/graph/graphModel.ts'
import {layOut} from '../../studio/graph/layOut.ts'

const everybody = new Set(kinds)
const names = ['Ana Zell', 'Harbour Guard', 'Port Authority', 'Norholm', 'Heron', 'Jo Lind']

/** A made-up crew in which everybody has to do with everybody, and two of them twice over. */
const crowd: StoryGraphQueryResult = {
  stories: [],
  nodes: names.map((name, index) => ({
    _id: `n${index}`,
    _type: 'person',
    name,
    slug: null,
    isProtected: false,
  })),
  relations: [...names.keys()].flatMap((from) =>
    [...names.keys()].flatMap((to) =>
      from < to || (from === 1 && to === 0)
        ? [
            {
              _key: `r${to}`,
              from: `n${from}`,
              to: `n${to}`,
              type: 'alliedWith' as const,
              role: null,
              status: null,
              negated: false,
              certainty: 'stated' as const,
            },
          ]
        : [],
    ),
  ),
  appearances: [],
}

const graph = selectKinds(crowd, everybody)
const words = ({relation}: GraphEdge): string => relation?.type ?? ''

describe('layOut', () => {
  it('gives every node and every line’s words a place of their own', () => {
    const {boxes, labels} = layOut(graph, words)
    expect([boxes.size, labels.size]).toEqual([6, 16])
    const all = [...boxes.values(), ...labels.values()]
    const covered = all.filter((one, index) =>
      all.slice(index + 1).some((other) => {
        const {x, y} = overlap(one, other)
        return x > 0 && y > 0
      }),
    )
    expect(covered).toEqual([])
  })

  it('lays the same graph out the same way each time', () => {
    expect(layOut(graph, words)).toEqual(layOut(graph, words))
  })

  it('knows a graph of one, and of none', () => {
    const [ana] = crowd.nodes
    if (!ana) throw new Error('The crowd is empty.')
    const {boxes, labels} = layOut({nodes: [ana], edges: []}, words)
    expect([[...boxes.keys()], labels.size]).toEqual([['n0'], 0])
    expect(layOut({nodes: [], edges: []}, words).boxes.size).toBe(0)
  })
})

describe('selectKinds', () => {
  it('keeps only lines whose two ends are kept', () => {
    const mixed: StoryGraphQueryResult = {
      ...crowd,
      nodes: crowd.nodes.map((node, index) =>
        index === 0 ? {...node, _type: 'unit', slug: 'n0', isProtected: false} : node,
      ),
    }
    const {nodes, edges} = selectKinds(mixed, new Set(['person']))
    expect(nodes.map(({_id}) => _id)).toEqual(['n1', 'n2', 'n3', 'n4', 'n5'])
    expect(edges.filter(({from, to}) => from._id === 'n0' || to._id === 'n0')).toEqual([])
    expect(edges).toHaveLength(10)
  })
})

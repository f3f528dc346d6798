import '@xyflow/react/dist/style.css'

import {useTheme_v2} from '@sanity/ui'
import {Controls, MarkerType, ReactFlow, type EdgeTypes, type NodeTypes} from '@xyflow/react'
import {useMemo} from 'react'
import {type TFunction, useColorSchemeValue, useTranslation} from 'sanity'
import {styled} from 'styled-components'

import {NAMESPACE} from '../i18n/locale.ts'
import {type DrawnLine, EdgeLine} from './EdgeLine.tsx'
import {edgeWords} from './edgeWords.ts'
import {connect} from './geometry.ts'
import type {GraphEdge, StoryGraph} from './graphModel.ts'
import {layOut} from './layOut.ts'
import {type LineLook, linePalettes, lookOf} from './lineLooks.ts'
import {type DrawnNode, NodeBox} from './NodeBox.tsx'

const nodeTypes: NodeTypes = {box: NodeBox}
const edgeTypes: EdgeTypes = {line: EdgeLine}

const Canvas = styled.div`
  height: max(420px, calc(100vh - 190px));

  .react-flow {
    --xy-background-color: transparent;
  }
`

/** The graph as a picture: it can be moved and enlarged, and every node leads to its document. */
export function GraphPicture({graph}: {graph: StoryGraph}) {
  const {t} = useTranslation(NAMESPACE)
  const scheme = useColorSchemeValue()
  const {font} = useTheme_v2()
  const {nodes, edges} = useMemo(() => draw(graph, t), [graph, t])
  const palette = linePalettes[scheme]

  return (
    <Canvas style={{fontFamily: font.text.family}}>
      <ReactFlow
        // Another graph is another picture: it is fitted into view again.
        key={graph.nodes.map(({_id}) => _id).join(' ')}
        aria-label={t('graph.picture')}
        nodes={nodes}
        edges={edges.map((line) => withArrow(line, palette))}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        colorMode={scheme}
        fitView
        fitViewOptions={{padding: 0.02, maxZoom: 1.2}}
        minZoom={0.2}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        disableKeyboardA11y
        zoomOnScroll={false}
        preventScrolling={false}
        proOptions={{hideAttribution: true}}
      >
        <Controls showInteractive={false} />
      </ReactFlow>
    </Canvas>
  )
}

function draw(graph: StoryGraph, t: TFunction): {nodes: DrawnNode[]; edges: DrawnLine[]} {
  // That a story names somebody is to be seen from the line itself.
  const wordsOf = (edge: GraphEdge): string => (edge.relation ? edgeWords(edge, t) : '')
  const {boxes, labels} = layOut(graph, wordsOf)
  const nodes = graph.nodes.flatMap((node): DrawnNode[] => {
    const box = boxes.get(node._id)
    if (!box) return []
    const {x, y, width, height} = box
    const position = {x: x - width / 2, y: y - height / 2}
    return [{id: node._id, type: 'box', position, width, height, data: {node}}]
  })
  const edges = graph.edges.flatMap((edge): DrawnLine[] => {
    const [from, to] = [boxes.get(edge.from._id), boxes.get(edge.to._id)]
    if (!from || !to) return []
    const label = labels.get(edge.id)
    const data = {
      edge,
      curve: connect(from, to, label),
      words: wordsOf(edge),
      ...(label && {label}),
    }
    return [{id: edge.id, type: 'line', source: edge.from._id, target: edge.to._id, data}]
  })
  // What is drawn last lies above the rest.
  return {nodes, edges: edges.toSorted((a, b) => Number(!!a.data?.label) - Number(!!b.data?.label))}
}

function withArrow(line: DrawnLine, palette: Readonly<Record<LineLook, string>>): DrawnLine {
  if (!line.data?.edge.relation) return line
  const color = palette[lookOf(line.data.edge)]
  return {...line, markerEnd: {type: MarkerType.ArrowClosed, color}}
}

import {Handle, type Node, type NodeProps, Position} from '@xyflow/react'
import {useColorSchemeValue, useTranslation} from 'sanity'
import {styled} from 'styled-components'

import {NAMESPACE} from '../i18n/locale.ts'
import {EntryLink} from './EntryLink.tsx'
import type {GraphNode} from './graphModel.ts'
import {kindLooks, nodeIcon} from './kindLooks.ts'
import {linePalettes} from './lineLooks.ts'
import {FONT_SIZE, LINE_HEIGHT, wrap} from './nodeSize.ts'

export type DrawnNode = Node<{node: GraphNode}, 'box'>

const Box = styled(EntryLink)`
  display: flex;
  align-items: center;
  gap: 6px;
  box-sizing: border-box;
  width: 100%;
  height: 100%;
  padding: 0 9px;
  border: 1.5px solid var(--node-colour);
  border-radius: var(--node-radius);
  background: var(--node-ground);
  color: var(--node-text);
  text-decoration: none;
  white-space: nowrap;
  pointer-events: all;
  cursor: pointer;

  &[data-kind='article'] {
    border-width: 3px;
    font-weight: 600;
  }
  &[data-kind='poll'] {
    border: 4px double var(--node-colour);
  }
  &:hover {
    text-decoration: underline;
  }
  &:focus-visible {
    outline: 3px solid var(--node-colour);
    outline-offset: 3px;
  }
  svg {
    flex: none;
    font-size: 21px;
    color: var(--node-colour);
  }
`

const Line = styled.span`
  display: block;
`

// React Flow fastens its lines to these; ours are drawn between the edges of the boxes.
const Anchor = styled(Handle)`
  visibility: hidden;
`

/** One node: its icon and name, and as a link the way to its document. */
export function NodeBox({data: {node}}: NodeProps<DrawnNode>) {
  const {t} = useTranslation(NAMESPACE)
  const scheme = useColorSchemeValue()
  const {colour, radius} = kindLooks[node._type]
  const {ground, text} = linePalettes[scheme]
  const Icon = nodeIcon(node)
  const name = node.name || t('graph.untitled')
  const style = {
    '--node-colour': colour[scheme],
    '--node-radius': `${radius}px`,
    '--node-ground': ground,
    '--node-text': text,
    fontSize: FONT_SIZE,
    lineHeight: `${LINE_HEIGHT}px`,
    height: '100%',
  }
  return (
    <div style={style}>
      <Anchor type="target" position={Position.Top} isConnectable={false} />
      <Anchor type="source" position={Position.Bottom} isConnectable={false} />
      <Box
        node={node}
        label={t(`graph.node.${node.isProtected ? 'protected' : node._type}`, {name})}
        className="nopan nodrag"
      >
        <Icon />
        <span>
          {wrap(name).map((line) => (
            <Line key={line}>{line} </Line>
          ))}
        </span>
      </Box>
    </div>
  )
}

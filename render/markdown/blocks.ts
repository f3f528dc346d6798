import {portableTextToMarkdown} from '@portabletext/markdown'

import type {FactBox, Picture, Poll, QuotedWords} from '../article.ts'
import {pictureFiles} from '../parts/picture.ts'
import {pollHeadings, pollRow, pollSource} from '../parts/poll.ts'
import {factParagraphs} from '../parts/text.ts'
import {blockOf, labelOf, paragraph, targetOf} from './escape.ts'

/** A picture, and under it its caption and whoever made it. Nothing while there is no file. */
export function renderPicture({caption, credit, ...picture}: Picture): string {
  const files = pictureFiles(picture)
  const target = targetOf(files?.src)
  if (!files || target === undefined) return ''
  const line = [caption, credit].filter(Boolean).join(' ')
  return sections(`![${labelOf(files.alt)}](${target})`, line && paragraph(line))
}

/** Words of the story once more, as they are printed there, with whoever said them. */
export function renderPullQuote({text, speaker}: QuotedWords): string {
  return portableTextToMarkdown([
    blockOf(text, {style: 'blockquote'}),
    ...(speaker?.name ? [blockOf(`— ${speaker.name}`, {style: 'blockquote'})] : []),
  ])
}

/** A few lines of background, set apart from the story. */
export function renderFactBox(box: FactBox): string {
  const title = box.title.trim()
  return portableTextToMarkdown([
    ...(title ? [blockOf([{text: title, marks: ['strong']}], {style: 'blockquote'})] : []),
    ...factParagraphs(box).map((text) => blockOf(text, {style: 'blockquote'})),
  ])
}

/** What a poll found, in the words of the story, as a table. */
export function renderPoll(poll: Poll): string {
  if (poll.findings.length === 0) return ''
  const rows = poll.findings.map((finding) => {
    const {topic, answer, share} = pollRow(finding)
    return rowOf([topic, answer, share])
  })
  const table = {_type: 'table', headerRows: 1, rows: [rowOf(pollHeadings), ...rows]}
  const title = poll.title.trim()
  return sections(
    title && paragraph([{text: title, marks: ['strong']}]),
    portableTextToMarkdown([table]),
    paragraph(pollSource(poll) ?? ''),
  )
}

/** Parts one under the other; those that are empty are left out. */
export function sections(...parts: readonly string[]): string {
  return parts.filter(Boolean).join('\n\n')
}

function rowOf(cells: readonly string[]) {
  return {_type: 'row', cells: cells.map((cell) => ({_type: 'cell', value: [blockOf(cell)]}))}
}

import {titleOf} from '../../vocabulary/option.ts'
import {stances} from '../../vocabulary/polls.ts'
import type {Poll} from '../article.ts'
import {attributes} from './attributes.ts'
import {escapeText} from './escapeText.ts'

type Finding = Poll['findings'][number]

/** What a poll found, in the words of the story, as a small table. */
export function renderPoll(poll: Poll): string {
  if (poll.findings.length === 0) return ''
  return [
    '<figure class="poll"><table>',
    `<caption>${escapeText(poll.title)}</caption>`,
    '<thead><tr><th scope="col">On</th><th scope="col">Answer</th><th scope="col">Share</th></tr></thead>',
    `<tbody>${poll.findings.map(renderRow).join('')}</tbody>`,
    `</table>${renderSource(poll)}</figure>`,
  ].join('')
}

function renderRow({topic, stance, value, framing}: Finding): string {
  const share = escapeText([framing, value.wording].filter(Boolean).join(' '))
  const number = value.value
  return [
    `<tr><th scope="row">${escapeText(topic)}</th>`,
    `<td>${escapeText(titleOf(stances, stance) ?? '')}</td>`,
    `<td>${number === null ? share : `<data${attributes({value: number})}>${share}</data>`}</td></tr>`,
  ].join('')
}

function renderSource({pollsterWording, fieldStart, fieldEnd}: Poll): string {
  const when = new Set([fieldStart?.wording, fieldEnd?.wording].filter(Boolean))
  const words = [pollsterWording, [...when].join(' – ')].filter(Boolean).join(', ')
  return words ? `<figcaption>Source: ${escapeText(words)}</figcaption>` : ''
}

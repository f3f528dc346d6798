import type {Poll} from '../article.ts'
import {pollHeadings, pollRow, pollSource} from '../parts/poll.ts'
import {attributes} from './attributes.ts'
import {escapeText} from './escapeText.ts'

/** What a poll found, in the words of the story, as a small table. */
export function renderPoll(poll: Poll): string {
  if (poll.findings.length === 0) return ''
  const source = pollSource(poll)
  const headings = pollHeadings.map((heading) => `<th scope="col">${heading}</th>`)
  return [
    '<figure class="poll"><table>',
    `<caption>${escapeText(poll.title)}</caption>`,
    `<thead><tr>${headings.join('')}</tr></thead>`,
    `<tbody>${poll.findings.map(renderRow).join('')}</tbody></table>`,
    source === undefined ? '' : `<figcaption>${escapeText(source)}</figcaption>`,
    '</figure>',
  ].join('')
}

function renderRow(finding: Poll['findings'][number]): string {
  const {topic, answer, share, value} = pollRow(finding)
  const words = escapeText(share)
  return [
    `<tr><th scope="row">${escapeText(topic)}</th>`,
    `<td>${escapeText(answer)}</td>`,
    `<td>${value === null ? words : `<data${attributes({value})}>${words}</data>`}</td></tr>`,
  ].join('')
}

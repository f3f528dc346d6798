import type {PollFinding as FindingObject} from '../../sanity.types.ts'
import type {PollFinding} from '../extract/pollFindings.ts'
import {findingsOf} from '../register/pollFindingsOf.ts'
import type {RegisterPoll} from '../register/registerSchema.ts'
import type {PollDocument} from './documents.ts'
import {citation, citations, fuzzyDate} from './facts.ts'
import {measuredValue} from '../marks/measuredValue.ts'
import {referencesToKeys} from './references.ts'
import {slugOf} from '../../vocabulary/addresses.ts'
import type {Story} from './story.ts'
import {figureKey, paragraphOf} from './story.ts'

/** A poll that the story cites, with the findings that it reports. */
export function pollDocument(story: Story, poll: RegisterPoll): PollDocument {
  const {id, title, slug, pollsterWording, fieldwork, places, passages} = poll
  const findings = findingsOf(story.article, story.register, poll)
  return {
    _id: id,
    _type: 'poll',
    title,
    slug: slugOf(slug ?? title),
    pollsterWording,
    findings: findings.map((found) => finding(story, found)),
    ...(fieldwork && {fieldStart: fuzzyDate(fieldwork), fieldEnd: fuzzyDate(fieldwork)}),
    places: referencesToKeys(story, places, 'l'),
    citations: citations(story, passages),
  }
}

/** A finding has the key of its figure in the text, so that each leads to the other. */
function finding(story: Story, found: PollFinding): FindingObject & {_key: string} {
  const {text} = story.article
  const {figure, stance, topic, start, end} = found
  return {
    _key: figureKey(story, figure),
    _type: 'pollFinding',
    topic: text.slice(topic?.start ?? figure.end, topic?.end ?? end).trim(),
    stance,
    value: measuredValue(text, figure),
    ...(figure.framing && {framing: text.slice(figure.framing.start, figure.framing.end)}),
    certainty: 'stated',
    citations: [citation(story, paragraphOf(story, found) ?? 0, text.slice(start, end))],
  }
}

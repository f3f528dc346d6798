import {noNumber} from '../expected.ts'
import {SEEDED_AT, belarus, cited, listedStory, stated} from './entries.ts'

/** What the poll of the bundled story found, in the order of the text. */
export const findings = {
  p11f0: {
    _key: 'p11f0',
    topic: 'the use of Belarusian infrastructure for Russia’s military operations in Ukraine',
    question: null,
    questionVerbatim: false,
    stance: 'opposed',
    base: null,
    value: {
      ...noNumber,
      wording: 'two-thirds',
      qualifier: 'exact',
      value: 66.7,
      unit: 'percent',
      numerator: 2,
      denominator: 3,
    },
    framing: null,
    ...stated([
      'p11',
      'two-thirds of the country opposed the use of Belarusian infrastructure for Russia’s military operations in Ukraine',
    ]),
  },
  p11f1: {
    _key: 'p11f1',
    topic: 'Russia’s actions in Ukraine',
    question: null,
    questionVerbatim: false,
    stance: 'disapproved',
    base: null,
    value: {
      ...noNumber,
      wording: 'more than 50 per cent',
      qualifier: 'moreThan',
      value: 50,
      unit: 'percent',
    },
    framing: null,
    ...stated(['p11', 'more than 50 per cent disapproved of Russia’s actions in Ukraine']),
  },
  p11f2: {
    _key: 'p11f2',
    topic: 'sending Belarusian troops into Ukraine',
    question: null,
    questionVerbatim: false,
    stance: 'supported',
    base: null,
    value: {...noNumber, wording: '11 per cent', qualifier: 'exact', value: 11, unit: 'percent'},
    framing: 'Only',
    ...stated(['p11', 'Only 11 per cent supported sending Belarusian troops into Ukraine']),
  },
}

/** The poll where a figure links to it. */
export const pollLink = {
  _id: 'poll-ub6en2hmt8',
  title: 'Poll on the war, Belarus, April',
  slug: 'poll-on-the-war-belarus-april',
}

/** The poll as its page and the story show it. */
export const poll = {
  ...pollLink,
  pollsterWording: 'an independent Belarusian sociologist',
  pollster: null,
  disclosure: null,
  publishedOn: null,
  sourceUrl: null,
  fieldStart: {value: 'XXXX-04', wording: 'in April', basis: 'stated'},
  fieldEnd: {value: 'XXXX-04', wording: 'in April', basis: 'stated'},
  places: [belarus],
  findings: [findings.p11f0, findings.p11f1, findings.p11f2],
}

/** The page of the poll. */
export const pollPage = {
  ...poll,
  ...cited(['p11', 'One poll in April by an independent Belarusian sociologist found']),
  storyCount: 1,
  stories: [listedStory],
}

/** The poll as a row of a list. */
export const pollInList = {
  ...pollLink,
  pollsterWording: poll.pollsterWording,
  publishedOn: null,
  findingCount: 3,
  cursor: {at: SEEDED_AT, id: pollLink._id},
}

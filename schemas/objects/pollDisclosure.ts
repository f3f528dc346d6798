import {ClipboardIcon} from '@sanity/icons/Clipboard'
import {defineField, defineType} from '@sanity/types'

import {pollModes, pollSamplings} from '../../vocabulary/polls.ts'
import {joinWords, listLine} from '../preview.ts'
import {checkMarginOfError, checkNumberOfPeople} from '../rules/values.ts'

/**
 * What a poll discloses about itself: the checklist of the profession, as far as it is not answered
 * by fields that readers see anyway (who asked, what, where, when). Empty means not disclosed.
 */
export const pollDisclosure = defineType({
  name: 'pollDisclosure',
  title: 'What the poll discloses',
  type: 'object',
  icon: ClipboardIcon,
  options: {columns: 2},
  fields: [
    defineField({
      name: 'sponsor',
      title: 'Paid for by',
      type: 'string',
      description: 'Who paid for the poll, in the words of the source.',
    }),
    defineField({
      name: 'strategy',
      title: 'Kind of study',
      type: 'string',
      description: 'What kind of study it is: a survey, a panel, an exit poll.',
    }),
    defineField({
      name: 'questionnaire',
      title: 'Questionnaire',
      type: 'url',
      description: 'Where the exact questions can be read, beginning with https.',
      validation: (rule) => rule.uri({scheme: ['https']}).error('Use a full https address.'),
    }),
    defineField({
      name: 'population',
      type: 'string',
      description: 'Whom the poll speaks for: “adults in Norholm”.',
    }),
    defineField({
      name: 'sampling',
      title: 'Sampling',
      type: 'string',
      description: 'How those who were asked were found.',
      options: {list: [...pollSamplings]},
    }),
    defineField({
      name: 'mode',
      title: 'How people were asked',
      type: 'string',
      description: 'By phone, online or face to face.',
      options: {list: [...pollModes]},
    }),
    defineField({
      name: 'sampleSize',
      title: 'Number of people asked',
      type: 'number',
      description: 'How many people answered.',
      validation: (rule) => rule.custom(checkNumberOfPeople),
    }),
    defineField({
      name: 'marginOfError',
      title: 'Margin of error',
      type: 'number',
      description: 'In percentage points, for a random sample.',
      validation: (rule) => [
        rule.min(0).max(50).error('A margin of error lies between 0 and 50 points.'),
        rule.custom(checkMarginOfError).warning(),
      ],
    }),
    defineField({
      name: 'weighting',
      type: 'string',
      description: 'How answers were weighted, in the words of the source.',
    }),
    defineField({
      name: 'dataQuality',
      title: 'Quality checks',
      type: 'string',
      description: 'How the answers were checked and prepared, in the words of the source.',
    }),
    defineField({
      name: 'limitations',
      type: 'string',
      description: 'What the pollster says the poll cannot tell.',
    }),
  ],
  preview: {
    select: {sampleSize: 'sampleSize', population: 'population', sponsor: 'sponsor'},
    prepare: ({sampleSize, population, sponsor}) => ({
      title: listLine('Nothing disclosed', population, sponsor),
      subtitle: joinWords(typeof sampleSize === 'number' ? `${sampleSize} people asked` : ''),
    }),
  },
})

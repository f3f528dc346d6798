import {BlockquoteIcon} from '@sanity/icons/Blockquote'
import {defineArrayMember, defineField} from '@sanity/types'

import {actorTypes} from '../../vocabulary/entityTypes.ts'
import {attributionBases, quotationKinds} from '../../vocabulary/quotations.ts'
import {suggestedMarkField} from '../fields/suggestedField.ts'
import {checkContinues, checkQuotationMarks, checkSpeaker} from '../rules/body.ts'
import {checkLanguage} from '../rules/language.ts'

/** Words between quotation marks in the running text, and who said them. */
export const quotation = defineArrayMember({
  name: 'quotation',
  title: 'Quotation',
  type: 'object',
  icon: BlockquoteIcon,
  fields: [
    defineField({
      name: 'speaker',
      type: 'reference',
      description: 'Who said the marked words.',
      to: actorTypes.map((type) => ({type})),
      validation: (rule) => rule.custom(checkSpeaker),
    }),
    defineField({
      name: 'basis',
      title: 'How we know',
      type: 'string',
      description: 'What in the text tells the reader who is speaking.',
      options: {list: [...attributionBases]},
      initialValue: 'name',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'kind',
      type: 'string',
      description: 'Whether whole sentences are quoted, a few words, or nobody at all.',
      options: {list: [...quotationKinds]},
      initialValue: 'direct',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'continues',
      title: 'Carries on',
      type: 'boolean',
      description: 'Switch on when this is the rest of the quotation just before it.',
      initialValue: false,
      validation: (rule) => rule.custom(checkContinues),
    }),
    defineField({
      name: 'cue',
      title: 'Words that attribute it',
      type: 'string',
      description: 'The words that name the speaker in the text, for instance “he said”.',
    }),
    defineField({
      name: 'nested',
      title: 'Quotations within',
      type: 'array',
      description: 'Words that the speaker puts into somebody else’s mouth.',
      of: [defineArrayMember({type: 'nestedQuotation'})],
    }),
    defineField({
      name: 'translatedFrom',
      title: 'Translated from',
      type: 'string',
      description:
        'The language it was said in, as a tag, when the story prints a translation: uk.',
      validation: (rule) => rule.custom(checkLanguage),
    }),
    suggestedMarkField(),
  ],
  validation: (rule) => rule.custom(checkQuotationMarks).warning(),
})

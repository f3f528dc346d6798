import {defineField} from '@sanity/types'

import {certainties} from '../../vocabulary/facts.ts'
import {checkCertainty} from '../rules/protection.ts'
import {citationsField} from './citationsField.ts'

interface ProvenanceOptions {
  /** What to tell the editor of a certainty that is allowed but should be looked at again. */
  readonly caution?: (certainty: unknown) => true | string
}

/** What every fact carries: whether the story states it, and the passages that show it. */
export function provenanceFields({caution}: ProvenanceOptions = {}) {
  return [
    defineField({
      name: 'certainty',
      type: 'string',
      description:
        'Whether the story says this in so many words, or we conclude it from the story.',
      options: {list: [...certainties], layout: 'radio', direction: 'horizontal'},
      initialValue: 'stated',
      validation: (rule) => [
        rule.required(),
        rule.custom(checkCertainty),
        ...(caution ? [rule.custom(caution).warning()] : []),
      ],
    }),
    citationsField(),
  ]
}

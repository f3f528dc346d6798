import type {BlockProps} from 'sanity'

import {readKey} from '../../schemas/rules/read.ts'
import {QuotedWords} from './PullQuoteInput.tsx'

/** A pull quote in the text, with the words that it repeats. */
export function PullQuoteBlock(props: BlockProps) {
  return (
    <div data-testid="pull-quote">
      {props.renderDefault(props)}
      <div contentEditable={false}>
        <QuotedWords quotationKey={readKey(props.value, 'quotationKey')} />
      </div>
    </div>
  )
}

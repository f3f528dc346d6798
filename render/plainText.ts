import type {Article} from './article.ts'
import {withdrawalNotice} from './parts/notices.ts'

/** Headline and paragraphs as printed, one a line; of a story that was withdrawn, the notice. */
export function plainText({title, withdrawal, body}: Article): string {
  const paragraphs = withdrawal
    ? [withdrawalNotice(withdrawal)]
    : body.flatMap((block) =>
        block._type === 'block' ? [block.children.map(({text}) => text ?? '').join('')] : [],
      )
  return [title, ...paragraphs].filter(Boolean).join('\n')
}

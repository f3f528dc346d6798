import type {Article, RenderArticleOptions} from 'storygraph/render/html'
import {defaultComponents, renderArticle} from 'storygraph/render/html'

import {passageId} from './passages.ts'
import {urlFor} from './site.ts'

/** A story as this site sets it. */
export function renderStory(article: Article): string {
  return renderArticle(article, options())
}

function options(): RenderArticleOptions {
  const linked = new Set<string>()
  return {
    urlFor,
    components: {
      // A name leads to its page where it first stands; further on it is read, not looked up.
      mention: (mention) => {
        const {_id} = mention.value.entity
        const isFirst = !linked.has(_id)
        linked.add(_id)
        return defaultComponents.mention(isFirst ? mention : {...mention, urlFor: () => undefined})
      },
      poll: (poll) => {
        const address = urlFor({...poll, _type: 'poll'})
        const more = address ? `<p class="more"><a href="${address}">The poll in full</a></p>` : ''
        return defaultComponents.poll(poll) + more
      },
    },
    portableText: {
      block: {
        // Each paragraph can be led to; one that begins with a quotation mark lets it hang.
        normal: ({children, value: {_key = '', children: spans}}) => {
          const [first] = spans
          const opens = first && 'text' in first && /^[“„«]/.test(String(first.text))
          return `<p id="${passageId(_key)}"${opens ? ' class="opens"' : ''}>${children}</p>`
        },
      },
    },
  }
}

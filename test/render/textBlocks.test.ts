import {describe, expect, it} from 'vitest'

import {renderArticle, type Article} from '../../render/html/index.ts'
import {richStory, urlFor} from './richStory.ts'

/** What a text can hold beside paragraphs, in full. */
describe('renderArticle', () => {
  it('draws pull quotes, fact boxes and polls where they stand, and no poll twice', () => {
    const html = renderArticle(withBlocks('pullQuote', 'factBox', 'pollEmbed'), {urlFor})
    expect(textOf(html)).toBe(
      '<figure class="pull-quote"><blockquote cite="/person/ana-zell"><p>“We row,”</p></blockquote>' +
        '<figcaption>Ana Zell</figcaption></figure>' +
        '<aside class="fact-box"><h2>Boats</h2><p>They float.</p><p>Mostly.</p></aside>' +
        '<figure class="poll"><table><caption>Poll on the harbour</caption>' +
        '<thead><tr><th scope="col">On</th><th scope="col">Answer</th><th scope="col">Share</th></tr></thead>' +
        '<tbody><tr><th scope="row">a pier</th><td>Supported</td><td>many</td></tr></tbody></table>' +
        '<figcaption>Source: the town, in April</figcaption></figure>',
    )
    expect(html).not.toContain('class="polls"')
  })

  it('shows all findings of a poll in the text when no editor chose some', () => {
    const body = withBlocks('pollEmbed').body.map((block) =>
      block._type === 'pollEmbed' ? {...block, findingKeys: []} : block,
    )
    expect(textOf(renderArticle({...richStory, body}, {urlFor}))).toContain(
      '<tr><th scope="row">a tax | a toll</th><td>Opposed</td><td><data value="66.7">fully two-thirds</data></td></tr>' +
        '<tr><th scope="row">a pier</th><td>Supported</td><td>many</td></tr>',
    )
  })

  it('keeps a split quotation to the letter, marks a foreign name, and puts no link in a link', () => {
    const body = richStory.body.slice(0, 1)
    const html = textOf(renderArticle({...richStory, body}, {urlFor}))
    const quoted =
      '<span class="quotation" data-kind="direct" data-speaker="Ana Zell" data-cite="/person/ana-zell">'
    expect(html).toBe(
      `<p>${quoted}“We row,”</span> said ` +
        '<a class="mention" data-type="person" lang="be-Cyrl" dir="auto" href="/person/ana-zell">Ана [Зел]</a>' +
        `${quoted}. “And *we* <em>stay </em>here.”</span> ` +
        '<a href="https://boats.example/a_(b)?c=1&amp;d=2" rel="noopener noreferrer">Ана</a></p>',
    )
    expect(html.replaceAll(/<[^>]+>/g, '')).toBe(
      '“We row,” said Ана [Зел]. “And *we* stay here.” Ана',
    )
  })

  it('takes another rendering for each of them', () => {
    const html = renderArticle(withBlocks('pullQuote', 'factBox', 'pollEmbed'), {
      urlFor,
      components: {
        pullQuote: ({text, speaker}, {urlFor}) => `<b>${text}${speaker && urlFor(speaker)}</b>`,
        factBox: ({title}) => `<i>${title}</i>`,
        poll: ({findings}) => `<u>${findings.length}</u>`,
      },
    })
    expect(textOf(html)).toBe('<b>“We row,”/person/ana-zell</b><i>Boats</i><u>1</u>')
  })
})

function withBlocks(...types: string[]): Article {
  return {...richStory, body: richStory.body.filter(({_type}) => types.includes(_type))}
}

function textOf(html: string): string {
  return /<div class="text">(.*?)<\/div>/s.exec(html)?.[1] ?? ''
}

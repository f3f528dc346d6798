import {describe, expect, it} from 'vitest'

import {readLayout} from '../../../seed/extract/paragraphs.ts'

function lines(text: string) {
  const {title, paragraphs} = readLayout(text)
  const words = ({start, end}: {start: number; end: number}) => text.slice(start, end)
  return {title: title && words(title), paragraphs: paragraphs.map(words)}
}

describe('the lines of an article', () => {
  it('takes a short first line for the headline', () => {
    expect(lines('\n  Fog over Norland \r\n\r\nIt came at night.\n\tIt stayed.\n')).toEqual({
      title: 'Fog over Norland',
      paragraphs: ['It came at night.', 'It stayed.'],
    })
  })

  it('takes a first line with a full stop, or a long one, for a paragraph', () => {
    expect(lines('It came at night.\nIt stayed.')).toEqual({
      title: null,
      paragraphs: ['It came at night.', 'It stayed.'],
    })
    expect(lines('x'.repeat(151)).title).toBe(null)
    expect(lines('x'.repeat(150)).title).toBe('x'.repeat(150))
  })

  it('finds nothing in nothing', () => {
    expect(lines('\uFEFF \n\t\n')).toEqual({title: null, paragraphs: []})
  })
})

import {describe, expect, it} from 'vitest'

import {citedStory, locatePassage, storiesCitedIn} from '../../studio/citations/citedStory.ts'

describe('a new source', () => {
  it.each([
    ['the story that is open beside it', {open: ['a', 'b'], cited: ['c'], naming: ['d']}, 'b'],
    ['else the one that the other facts cite', {open: [], cited: ['c'], naming: ['d', 'e']}, 'c'],
    ['else the one that names this entry', {open: [], cited: ['c', 'f'], naming: ['d']}, 'd'],
    ['nothing where it could be several', {open: [], cited: ['c', 'f'], naming: []}, undefined],
  ])('is of %s', (_, stories, story) => {
    expect(citedStory(stories)).toBe(story)
  })

  it('knows the stories that facts cite, however deep', () => {
    const citation = (_ref: string) => ({_type: 'storyCitation', article: {_ref}})
    const document = {
      relations: [{citations: [citation('a'), citation('b')]}],
      ageAsReported: {citations: [citation('a')]},
      image: {asset: {_ref: 'image'}},
    }
    expect(storiesCitedIn(document)).toEqual(['a', 'b'])
  })
})

describe('a passage', () => {
  const paragraphs = [
    {key: 'p00', text: 'One waits.'},
    {key: 'p01', text: 'Another waits.'},
  ]

  it('stands in the first paragraph that has its words, or the one that was chosen', () => {
    expect(locatePassage(paragraphs, ' waits', undefined)).toEqual({key: 'p00', number: 1})
    expect(locatePassage(paragraphs, ' waits', 'p01')).toEqual({key: 'p01', number: 2})
    expect(locatePassage(paragraphs, 'Another', 'p00')).toEqual({key: 'p01', number: 2})
    expect(locatePassage(paragraphs, 'Nobody', 'p00')).toBe(undefined)
  })
})

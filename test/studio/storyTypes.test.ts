import {defineType} from 'sanity'
import {describe, expect, it} from 'vitest'

import {storyTypes} from '../../studio/storyTypes.ts'

const own = ['article', 'person', 'seo', 'link'].map((name) =>
  defineType({name, type: 'document', fields: [{name: 'title', type: 'string'}]}),
)

describe('the types of a Studio that has some of its own', () => {
  it('that clash with ours are an error that says whose they are and what to do', () => {
    expect(() => storyTypes(own)).toThrow(
      'This Studio and storygraph both define "article", "person": keep its own with storyTypes(types, {without: ["article", "person"]}), or rename it.',
    )
  })

  it('stand beside those of ours that it does not replace', () => {
    const names = storyTypes(own, {without: ['article', 'person']}).map(({name}) => name)
    expect(names.slice(0, 6)).toEqual(['article', 'person', 'seo', 'link', 'unit', 'organisation'])
    expect(new Set(names).size).toBe(names.length)
  })
})

import {defineArrayMember, defineField} from '@sanity/types'

/** The passages that a fact rests on. */
export function citationsField() {
  return defineField({
    name: 'citations',
    title: 'Sources',
    type: 'array',
    description: 'The passages this rests on, word for word.',
    of: [defineArrayMember({type: 'storyCitation'})],
  })
}

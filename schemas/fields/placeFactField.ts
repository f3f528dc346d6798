import {defineArrayMember, defineField} from '@sanity/types'

interface PlaceFactOptions {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly group: string
}

/** A fact that is one place, with its sources. */
export function placeFactField(options: PlaceFactOptions) {
  return defineField({...options, type: 'placeFact'})
}

/** A fact that can be several places, each with its own sources. */
export function placeFactsField(options: PlaceFactOptions) {
  return defineField({...options, type: 'array', of: [defineArrayMember({type: 'placeFact'})]})
}

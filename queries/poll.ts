import {defineQuery} from 'groq'

import {citationFields, pollFields, storiesOfSubject} from './fragments.ts'

/**
 * One poll’s page by its address: who asked, where and when, what they found, and the stories
 * that report it. \`null\` when there is no such page.
 */
export const pollBySlugQuery = defineQuery(`
  *[_type == "poll" && slug.current == $slug] | order(_id asc) [0] {
    ${pollFields},
    ${citationFields},
    ${storiesOfSubject}
  }
`)

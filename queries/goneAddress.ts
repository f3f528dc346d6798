import {defineQuery} from 'groq'

/**
 * Whether a page was taken down for somebody's safety, and when: what a website asks about an address
 * that it finds nothing under, to answer "410 Gone" in place of "404 Not Found". `$digest` is
 * `await addressDigest("article", slug)`. `null` for an address that never was one, or still is.
 */
export const goneAddressQuery = defineQuery(`
  *[_type == "goneAddress" && digest == $digest] | order(date asc, _id asc) [0] {date}
`)

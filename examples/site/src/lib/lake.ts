import {createStoryClient} from 'storygraph/client'
import {slugsQuery, type QueryParameters} from 'storygraph/queries'

const {SANITY_STUDIO_PROJECT_ID, SANITY_STUDIO_DATASET, SANITY_STUDIO_API_HOST} = process.env

// Without a project of your own it is the lake of `npm start` that answers.
const lake =
  SANITY_STUDIO_API_HOST || (SANITY_STUDIO_PROJECT_ID ? undefined : 'http://127.0.0.1:3334')

/** Reads what is published, as it is now. It has no token: no draft can get into a page. */
export const client = createStoryClient({
  projectId: SANITY_STUDIO_PROJECT_ID || 'storygraph',
  dataset: SANITY_STUDIO_DATASET || 'production',
  purpose: 'build',
  ...(lake !== undefined && {lake}),
})

/** Every row of a list: each page is asked for with the cursor of the last row before it. */
export async function all<Row, Cursor>(
  page: (after: Cursor | null) => Promise<readonly Row[]>,
  cursorOf: (row: Row) => Cursor,
): Promise<Row[]> {
  const rows: Row[] = []
  for (;;) {
    const last = rows.at(-1)
    const next = await page(last === undefined ? null : cursorOf(last))
    if (next.length === 0) return rows
    rows.push(...next)
  }
}

/** The addresses of one type of page, as `getStaticPaths` returns them. */
export async function pathsOf(type: QueryParameters[typeof slugsQuery]['type']) {
  const rows = await all(
    (after: string | null) => client.fetch(slugsQuery, {type, after}),
    ({_id}) => _id,
  )
  // Two stories may share an address, in two languages: it has one page.
  return [...new Set(rows.map(({slug}) => slug))].map((slug) => ({params: {slug}}))
}

/** What a page is about; it fails the build when that has gone since its address was listed. */
export function present<Value>(value: Value | null): Value {
  if (value === null) throw new Error('The document of this page has just gone: build again.')
  return value
}

import type * as queries from '../../queries/index.ts'

/** The name of each shipped query: what is asked of one in a test is asked of the next one too. */
export type QueryName = Extract<keyof typeof queries, `${string}Query`>

import type {ExprNode} from 'groq-js'

import {queryParseError} from '../errors.ts'
import {checkQuery, placeOf} from './checkQuery.ts'
import {correctFunctions} from './corrections.ts'
import {rewriteGeo} from './geo/rewriteGeo.ts'
import {rewriteReleaseFunctions} from './releaseFunctions.ts'
import type {Searches} from './searchedWords.ts'
import {rewriteTextSearch} from './textSearch.ts'

/**
 * Makes GROQ that groq-js can evaluate of what it lacks or gets wrong, and refuses what it would let
 * pass. Changes `tree`; returns the searches that stood in it.
 */
export function rewrite(
  tree: ExprNode,
  request: {query: string; params: Record<string, unknown>},
): Searches {
  checkQuery(tree, request)
  const searches = rewriteTextSearch(tree)
  rewriteReleaseFunctions(tree)
  correctFunctions(tree)
  rewriteGeo(tree, (name) => {
    const at = placeOf(request.query, new RegExp(`\\b${name}(?=\\s*\\()`))
    throw queryParseError(request.query, at, `Incorrect number of arguments to function ${name}()`)
  })
  return searches
}

import {hasStoredParts, storedParts} from '../store/heads.ts'
import {isObject} from './compile/values.ts'

/**
 * The JSON of what a query found. Long parts of documents, such as the text of an article, are taken
 * over as they are stored, where they stand in the result or in a document of its list as they are.
 */
export function jsonOfResult(result: unknown): string {
  if (!Array.isArray(result) || !result.some(hasLongParts)) return jsonOfRow(result)
  return `[${result.map(jsonOfRow).join(',')}]`
}

function hasLongParts(row: unknown): boolean {
  return isObject(row) && hasStoredParts(row)
}

function jsonOfRow(row: unknown): string {
  if (!isObject(row) || !hasStoredParts(row)) return JSON.stringify(row)
  const parts = storedParts(row)
  const attributes = Object.keys(row).map(
    (name) => `${JSON.stringify(name)}:${parts.get(name) ?? JSON.stringify(row[name])}`,
  )
  return `{${attributes.join(',')}}`
}

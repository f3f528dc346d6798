import {hasStoredParts, storedParts} from '../store/heads.ts'
import {isObject} from './compile/values.ts'

/**
 * The JSON of what a query found, in pieces. Long parts of documents, such as the text of an article, are
 * taken over as they are stored, where they stand in the result or in a document of its list as they
 * are: then they are not text that would have to be encoded, but bytes.
 */
export function jsonOfResult(result: unknown): (string | Uint8Array)[] {
  if (hasLongParts(result)) return row(result)
  if (!Array.isArray(result) || !result.some(hasLongParts)) return [plain(result)]
  const rows = result.map((one) => (hasLongParts(one) ? row(one) : [plain(one)]))
  return ['[', ...rows.flatMap((of, index) => (index === 0 ? of : [',', ...of])), ']']
}

function hasLongParts(value: unknown): value is Record<string, unknown> {
  return isObject(value) && hasStoredParts(value)
}

function plain(value: unknown): string {
  return JSON.stringify(value)
}

/** The pieces of an object that has stored parts. */
function row(holder: Record<string, unknown>): (string | Uint8Array)[] {
  const parts = storedParts(holder)
  const pieces: (string | Uint8Array)[] = []
  let text = '{'
  let separator = ''
  for (const name of Object.keys(holder)) {
    text += `${separator}${plain(name)}:`
    separator = ','
    const part = parts.get(name)
    if (part) {
      pieces.push(text, part)
      text = ''
    } else text += plain(holder[name])
  }
  return [...pieces, `${text}}`]
}

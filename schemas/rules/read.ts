/** Whether a value has fields at all: documents in the making are often half empty. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What stands under a key of a value that may not even be an object. */
export function readKey(value: unknown, key: string): unknown {
  return isRecord(value) ? value[key] : undefined
}

/** The id a reference points to; nothing while none is chosen. */
export function refOf(value: unknown): string | undefined {
  const ref = readKey(value, '_ref')
  return typeof ref === 'string' && ref !== '' ? ref : undefined
}

/** Whether a string holds something to read. */
export function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== ''
}

/** Whether an array has anything in it. */
export function isFilled(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0
}

/** The entries of an array that have fields; none of a value that is no array. */
export function itemsOf(value: unknown): Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter(isRecord) : []
}

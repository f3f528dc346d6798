/** Calls `visit` for every object in a JSON value, each before what is inside it. */
export function visitObjects(
  value: unknown,
  visit: (object: Record<string, unknown>) => void,
): void {
  if (Array.isArray(value)) {
    for (const item of value) visitObjects(item, visit)
  } else if (isRecord(value)) {
    visit(value)
    for (const child of Object.values(value)) visitObjects(child, visit)
  }
}

/** Whether a value has attributes; an array has them too. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

import type {PatchOperations} from '@sanity/client'

/** What readers are told about a change. */
export interface Correction {
  readonly date: string
  readonly kind: string
  readonly text: string
  readonly before?: string
  readonly after?: string
}

/** Whether the old wording may be repeated: not where it put somebody in danger. */
export function mayShowOldWording(kind: string): boolean {
  return kind !== 'safety'
}

/** Adds a correction after those that are there; nothing empty, and no old wording that did harm. */
export function correctionPatches(correction: Correction, key: string): PatchOperations[] {
  const {date, kind, text} = correction
  const before = mayShowOldWording(kind) ? correction.before?.trim() : undefined
  const after = correction.after?.trim()
  const item = {
    _type: 'storyCorrection',
    _key: key,
    date,
    kind,
    text: text.trim(),
    ...(before && {before}),
    ...(after && {after}),
  }
  return [{setIfMissing: {corrections: []}}, {insert: {after: 'corrections[-1]', items: [item]}}]
}

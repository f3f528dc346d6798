/** What a key means on a row of the list. */
export type KeyAction =
  | 'next'
  | 'previous'
  | 'select'
  | 'confirm'
  | 'confirmSame'
  | 'reject'
  | 'never'
  | 'choose'
  | 'merge'
  | 'split'
  | 'undo'

/** The keys of the review, as they are shown beside the words for what they do. */
export const keys = {
  confirm: 'Enter',
  confirmSame: 'Shift Enter',
  reject: 'X',
  never: 'N',
  choose: 'E',
  merge: 'M',
  split: 'S',
  undo: 'U',
} as const satisfies Partial<Record<KeyAction, string>>

const actions: Readonly<Record<string, KeyAction>> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  ' ': 'select',
  Enter: 'confirm',
  x: 'reject',
  n: 'never',
  e: 'choose',
  m: 'merge',
  s: 'split',
  u: 'undo',
}

/** What a pressed key means. Keys that the browser or Studio has a use for mean nothing here. */
export function keyAction(event: {
  readonly key: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
}): KeyAction | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined
  const action = actions[event.key.length === 1 ? event.key.toLowerCase() : event.key]
  return action === 'confirm' && event.shiftKey ? 'confirmSame' : action
}

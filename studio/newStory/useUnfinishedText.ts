import {useLayoutEffect, useRef, useState} from 'react'
import {useWorkspace} from 'sanity'

interface Unfinished {
  readonly text: string
  /** Where the caret stood, if it stood in this text at all. */
  readonly caret?: number
}

// In memory and nowhere else: what is pasted here may not be for every reader of this machine.
const unfinished = new Map<string, Unfinished>()

/**
 * A text that outlives the page it is written on. Studio takes its tools off and puts them on again
 * once it knows which features a project has, a moment after it is opened; and an editor may look
 * something up in another tool. The caret stays where it was, too.
 */
export function useUnfinishedText() {
  const {name} = useWorkspace()
  const [text, setText] = useState(() => unfinished.get(name)?.text ?? '')
  const field = useRef<HTMLTextAreaElement>(null)

  useLayoutEffect(() => {
    const element = field.current
    const {caret} = unfinished.get(name) ?? {}
    if (caret !== undefined) {
      element?.focus()
      element?.setSelectionRange(caret, caret)
    }
    return () => {
      const isHere = element !== null && element.ownerDocument.activeElement === element
      const {text: own = ''} = unfinished.get(name) ?? {}
      unfinished.set(name, isHere ? {text: own, caret: element.selectionEnd} : {text: own})
    }
  }, [name])

  return {
    field,
    text,
    write: (next: string) => {
      unfinished.set(name, {text: next})
      setText(next)
    },
    forget: () => unfinished.delete(name),
  }
}

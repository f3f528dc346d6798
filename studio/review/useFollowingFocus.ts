import {type RefObject, useEffect, useRef} from 'react'

/**
 * Keeps the keyboard on the current row: when the row under the focus is decided about and goes, the
 * focus moves to the one that takes its place. Elsewhere on the page the focus is left alone.
 */
export function useFollowingFocus(
  area: RefObject<HTMLElement | null>,
  current: string | undefined,
) {
  const wasInside = useRef(false)
  useEffect(() => {
    const element = area.current
    if (!element) return
    const note = () => {
      wasInside.current = true
    }
    const leave = ({relatedTarget}: FocusEvent) => {
      wasInside.current = !(relatedTarget instanceof Node) || element.contains(relatedTarget)
    }
    element.addEventListener('focusin', note)
    element.addEventListener('focusout', leave)
    return () => {
      element.removeEventListener('focusin', note)
      element.removeEventListener('focusout', leave)
    }
  })
  useEffect(() => {
    if (!wasInside.current) return
    area.current?.querySelector<HTMLElement>('[aria-current="true"]')?.focus()
  }, [area, current])
}

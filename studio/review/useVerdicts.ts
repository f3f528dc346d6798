import {useState} from 'react'

import {newIdLike} from './newEntry.ts'
import {alike} from './openSuggestions.ts'
import type {Suggestion} from './suggestion.ts'
import type {useSteps} from './useSteps.ts'

/** What an editor is about to say of the current suggestion, for which something has to be chosen. */
export type Question = 'choose' | 'merge' | 'split'

/** What an editor can decide about the current suggestion, or about those that are selected. */
export type Verdicts = ReturnType<typeof useVerdicts>

interface Options {
  readonly open: readonly Suggestion[]
  readonly listed: readonly Suggestion[]
  readonly current: Suggestion | undefined
  readonly marked: readonly Suggestion[]
  readonly steps: ReturnType<typeof useSteps>
}

/** Turns decisions into steps. */
export function useVerdicts({open, listed, current, marked, steps}: Options) {
  const [asked, setAsked] = useState<{key: string; question: Question}>()
  const about = marked.length > 0 ? marked : current ? [current] : []
  const marks = about.filter(({kind}) => kind !== 'entry')
  const same = listed.filter(
    (one) => one === current || (one.target !== undefined && one.target === current?.target),
  )
  const entry = current?.kind === 'entry' ? current : undefined
  const ofEntry = open.filter(({target}) => target !== undefined && target === entry?.target)
  const mentions = current?.kind === 'mention' ? alike(open, current) : []

  const canMerge = entry !== undefined && !entry.key.startsWith('poll-')
  const canChoose = marks.length > 0
  const ask = (question: Question) => {
    if (current && (question === 'merge' ? canMerge : canChoose)) {
      setAsked({key: current.key, question})
    }
  }

  return {
    same,
    question: asked?.key === current?.key ? asked?.question : undefined,
    canMerge,
    canChoose,
    canNever: mentions.length > 0,
    ask,
    confirm: () => steps.take({kind: 'confirm', suggestions: about}, about),
    confirmSame: () => same.length > 0 && steps.take({kind: 'confirm', suggestions: same}, same),
    reject: () => {
      if (entry && marked.length === 0) {
        const gone = ofEntry.filter(({kind}) => kind === 'entry' || kind === 'mention')
        steps.take({kind: 'dismiss', entry}, gone)
      } else steps.take({kind: 'reject', suggestions: marks, isForever: false}, marks)
    },
    never: () =>
      mentions.length > 0 &&
      steps.take({kind: 'reject', suggestions: mentions, isForever: true}, mentions),
    choose: (target: string) => steps.take({kind: 'choose', suggestions: marks, target}, marks),
    split: (name: string) => {
      const newId = newIdLike(marks[0]?.target)
      steps.take({kind: 'split', suggestions: marks, name, newId}, marks)
    },
    merge: (into: string, keepsName: boolean) =>
      entry && steps.take({kind: 'merge', from: entry.key, into, keepsName}, ofEntry),
    undo: steps.undo,
  }
}

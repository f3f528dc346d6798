import {useCallback, useRef, useState} from 'react'
import {useClient, useCurrentUser, useTranslation} from 'sanity'

import {API_VERSION} from '../apiVersion.ts'
import {NAMESPACE} from '../i18n/locale.ts'
import {CannotMerge} from './mergeEntries.ts'
import type {Step} from './step.ts'
import type {Suggestion} from './suggestion.ts'
import {takeStep, undoStep, type Undo} from './takeStep.ts'

/** What an editor is told about the last step. */
export interface Report {
  readonly tone: 'positive' | 'caution' | 'critical'
  readonly text: string
}

/** Takes steps one after the other, however fast an editor decides; the last can be taken back. */
export function useSteps() {
  const {t} = useTranslation(NAMESPACE)
  const client = useClient({apiVersion: API_VERSION})
  const user = useCurrentUser()
  const by = user?.name ?? user?.id ?? ''
  const queue = useRef(Promise.resolve())
  const last = useRef<Undo>(undefined)
  const [report, setReport] = useState<Report>()
  const [canUndo, setCanUndo] = useState(false)
  // What was decided leaves the list at once, before the lake has told of it.
  const [decided, setDecided] = useState<ReadonlySet<string>>(new Set())

  const remember = useCallback((undo: Undo | undefined) => {
    last.current = undo
    setCanUndo(undo !== undefined)
  }, [])

  const take = useCallback(
    (step: Step, about: readonly Suggestion[]) => {
      const keys = about.map(({key}) => key)
      setDecided((now) => new Set([...now, ...keys]))
      const run = async () => {
        try {
          const {missed, undo} = await takeStep(client, step, by)
          remember(undo)
          const back = new Set(missed.map(({key}) => key))
          setDecided((now) => new Set([...now].filter((key) => !back.has(key))))
          const count = keys.length - missed.length
          const texts = [
            ...(count > 0 ? [t(`review.done.${step.kind}`, {count})] : []),
            ...(missed.length > 0 ? [t('review.missed', {count: missed.length})] : []),
          ]
          setReport({tone: missed.length > 0 ? 'caution' : 'positive', text: texts.join(' ')})
        } catch (error) {
          const own = new Set(keys)
          setDecided((now) => new Set([...now].filter((key) => !own.has(key))))
          const reason = error instanceof CannotMerge ? `merge.${error.reason}` : 'failed'
          setReport({tone: 'critical', text: t(`review.${reason}`)})
        }
      }
      queue.current = queue.current.then(run)
    },
    [client, by, remember, t],
  )

  const undo = useCallback(() => {
    const run = async () => {
      if (!last.current) return
      try {
        const isDone = await undoStep(client, last.current)
        remember(undefined)
        if (isDone) setDecided(new Set())
        setReport({
          tone: isDone ? 'positive' : 'caution',
          text: t(isDone ? 'review.done.undo' : 'review.undo.late'),
        })
      } catch {
        setReport({tone: 'critical', text: t('review.failed')})
      }
    }
    queue.current = queue.current.then(run)
  }, [client, remember, t])

  return {take, undo, canUndo, report, decided}
}

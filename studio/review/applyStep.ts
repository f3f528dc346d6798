import {isText} from '../../schemas/rules/read.ts'
import {draftIdOf} from '../../seed/documentIds.ts'
import {referenceTo, referenceToDraft} from '../../seed/marks/references.ts'
import {entityTypes} from '../../vocabulary/entityTypes.ts'
import {changeMarks, confirmed, type Outcome, type Stamp} from './changeMarks.ts'
import {dismissEntry} from './dismissEntry.ts'
import {mergeEntries} from './mergeEntries.ts'
import {newEntry} from './newEntry.ts'
import type {Step} from './step.ts'
import type {Documents, Fields, Suggestion} from './suggestion.ts'

/** What the documents that a step needs become by it. Nothing is written. */
export function applyStep(documents: Documents, step: Step, stamp: Stamp): Outcome {
  switch (step.kind) {
    case 'confirm':
      return confirm(documents, step.suggestions, stamp)
    case 'reject':
      return changeMarks(documents, marksIn(step.suggestions), () => undefined, {
        stamp,
        isForever: step.isForever,
      })
    case 'choose':
      return choose(documents, step, stamp)
    case 'split': {
      const [first] = step.suggestions
      const model = first?.target === undefined ? undefined : documentOf(documents, first.target)
      const entry = newEntry(step.newId, step.name, model)
      const withEntry = new Map(documents).set(String(entry['_id']), entry)
      return choose(withEntry, {suggestions: step.suggestions, target: step.newId}, stamp)
    }
    case 'merge':
      return mergeEntries(documents, step, {stamp, reference: referenceIn(documents, step.into)})
    case 'dismiss':
      return dismissEntry(documents, step.entry, stamp)
  }
}

function confirm(documents: Documents, suggestions: readonly Suggestion[], stamp: Stamp): Outcome {
  const outcome = changeMarks(documents, marksIn(suggestions), confirmed, {stamp})
  const after = new Map(outcome.documents)
  const missed = [...outcome.missed]
  for (const entry of suggestions.filter(({kind}) => kind === 'entry')) {
    const id = draftIdOf(entry.key)
    const draft = after.get(id)
    if (draft?.['suggested'] === true) after.set(id, confirmed(draft))
    else missed.push(entry)
  }
  return {documents: after, missed}
}

function choose(
  documents: Documents,
  {suggestions, target}: {suggestions: readonly Suggestion[]; target: string},
  stamp: Stamp,
): Outcome {
  const reference = referenceIn(documents, target)
  // Somebody who is gone by now cannot be meant.
  if (!reference) return {documents, missed: suggestions}
  const change = (mark: Fields) => ({...confirmed(mark), ...meaning(mark, reference)})
  return changeMarks(documents, marksIn(suggestions), change, {stamp})
}

/** The field in which a mark says whom or what it is about. */
function meaning({_type, basis}: Fields, reference: object): Fields {
  if (_type === 'mention') return {entity: reference}
  if (_type === 'figure') return {attributedTo: reference}
  return {speaker: reference, ...(basis === 'unattributed' && {basis: 'context'})}
}

/** A reference to an entry, which waits for it while that is a draft only. */
function referenceIn(documents: Documents, id: string) {
  if (documents.has(id)) return referenceTo(id)
  const draft = documents.get(draftIdOf(id))
  const type = entityTypes.find((one) => one === draft?.['_type'])
  return draft && type && isText(draft['name']) ? referenceToDraft(id, type) : undefined
}

function documentOf(documents: Documents, id: string): Fields | undefined {
  return documents.get(draftIdOf(id)) ?? documents.get(id)
}

function marksIn(suggestions: readonly Suggestion[]): Suggestion[] {
  return suggestions.filter(({kind}) => kind !== 'entry')
}

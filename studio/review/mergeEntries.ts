import {isText, itemsOf} from '../../schemas/rules/read.ts'
import {draftIdOf, isDraftId, publishedIdOf} from '../../seed/documentIds.ts'
import {suggestedMarks} from '../actions/decisions.ts'
import {changeMarks, confirmed, type Outcome, type Stamp} from './changeMarks.ts'
import {moveReferences, type Replacement} from './moveReferences.ts'
import {markSuggestion, targetOf} from './openSuggestions.ts'
import type {Documents, Fields} from './suggestion.ts'

/** Why two entries cannot become one. */
export class CannotMerge extends Error {
  readonly reason: 'gone' | 'published'
  constructor(reason: 'gone' | 'published') {
    super(`These two cannot become one: ${reason}.`)
    this.reason = reason
  }
}

/**
 * Makes a proposed entry one with a known one: whatever refers to it refers to that, the marks of
 * it in drafts are confirmed, and its draft is deleted. What an editor had filled in and the known
 * one lacks goes over with it.
 */
export function mergeEntries(
  documents: Documents,
  {from, into, keepsName}: {from: string; into: string; keepsName: boolean},
  {stamp, reference}: {stamp: Stamp; reference: Replacement},
): Outcome {
  const surplus = documents.get(draftIdOf(from))
  if (!surplus || !reference || from === into) throw new CannotMerge('gone')
  if (documents.has(from)) throw new CannotMerge('published')
  const after = new Map(documents)
  after.delete(draftIdOf(from))
  for (const [id, document] of after) {
    const moved = moveReferences(document, from, reference)
    if (JSON.stringify(moved) === JSON.stringify(document)) continue
    // A reader must not meet what no editor has published.
    if (isPublic(id)) throw new CannotMerge('published')
    after.set(id, moved['_type'] === 'desk' ? withChoices(moved, from, into) : moved)
  }
  takeOver(after, into, surplus, {keepsName, stamp})
  const mine = [...after.values()]
    .filter(({_id, _type}) => _type === 'article' && isDraftId(String(_id)))
    .flatMap((story) => {
      const before = new Set(marksOf(documents.get(String(story['_id'])), from))
      return suggestedMarks(story['body'])
        .filter(({block, mark}) => before.has(`${String(block['_key'])} ${String(mark['_key'])}`))
        .map((marked) => markSuggestion(story, marked))
    })
  return changeMarks(after, mine, confirmed, {stamp})
}

/** The keys of the suggested marks of a story that are about an entry. */
function marksOf(story: Fields | undefined, entry: string): string[] {
  return suggestedMarks(story?.['body'])
    .filter(({mark}) => targetOf(mark) === entry)
    .map(({block, mark}) => `${String(block['_key'])} ${String(mark['_key'])}`)
}

/** What was confirmed for the one entry was confirmed for the other. */
function withChoices(desk: Fields, from: string, into: string): Fields {
  return {
    ...desk,
    items: itemsOf(desk['items']).map((item) => {
      const {choice} = item
      if (!isText(choice)) return item
      return {
        ...item,
        choice: choice
          .split(' ')
          .map((part) => (part === from ? into : part))
          .join(' '),
      }
    }),
  }
}

/** Fields that say what a document is, which are never taken over. */
const own = [
  'suggested',
  'name',
  'alternateNames',
  'naming',
  'slug',
  'sortName',
  'kind',
  'kindWording',
]

function takeOver(
  documents: Map<string, Fields>,
  into: string,
  surplus: Fields,
  {keepsName, stamp}: {keepsName: boolean; stamp: Stamp},
): void {
  const draft = documents.get(draftIdOf(into))
  const known = draft ?? documents.get(into)
  if (!known) return
  const isSameType = known['_type'] === surplus['_type']
  const missing = Object.entries(surplus).filter(
    ([name]) => isSameType && !name.startsWith('_') && !own.includes(name) && !(name in known),
  )
  const alternateNames = keepsName ? otherNames(known, surplus, stamp) : known['alternateNames']
  const isMore = missing.length > 0 || alternateNames !== known['alternateNames']
  if (!isMore) return
  const {_rev, _createdAt, _updatedAt, ...fields} = known
  documents.set(draftIdOf(into), {
    ...(draft ?? fields),
    ...Object.fromEntries(missing),
    ...(alternateNames !== undefined && {alternateNames}),
    _id: draftIdOf(into),
  })
}

/** The names of both, each once. Somebody who is protected gets none: it would say who that is. */
function otherNames(known: Fields, surplus: Fields, {newKey}: Stamp): unknown {
  const listed = itemsOf(known['alternateNames'])
  if (known['identityProtection']) return known['alternateNames']
  const taken = new Set([known['name'], ...listed.map(({name}) => name)])
  const others = itemsOf(surplus['alternateNames'])
  const isShort = (name: unknown) =>
    isText(name) && isText(known['name']) && known['name'].includes(name)
  const added = [
    {name: surplus['name'], kind: isShort(surplus['name']) ? 'shortForm' : 'spelling'},
    ...others,
  ]
    .filter(({name}) => isText(name) && !taken.has(name) && taken.add(name))
    .map(({name, kind}) => ({_key: newKey(), _type: 'nameVariant', name, kind}))
  return added.length === 0 ? known['alternateNames'] : [...listed, ...added]
}

function isPublic(id: string): boolean {
  return !id.includes('.') && publishedIdOf(id) === id
}

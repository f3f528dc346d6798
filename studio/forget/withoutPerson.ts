import {isRecord, isText, itemsOf, refOf} from '../../schemas/rules/read.ts'
import {mentionsName, replaceNames} from './names.ts'

type Fields = Readonly<Record<string, unknown>>

/** Whom to take out of a document, and what stands in their place. */
export interface Removal {
  readonly person: string
  readonly words: readonly string[]
  /** What notes of the desk and to readers say in place of the name. */
  readonly instead: string
  /** Whether the entry itself goes, so that nothing may point to it any longer. */
  readonly isErased: boolean
}

/**
 * A document without what it says about a person beside the printed text: passages that give the
 * name, relations to the person, the name in corrections and in notes of the desk. What is printed
 * (headline, standfirst, text) is an editor’s to change.
 */
export function withoutPerson(document: Fields, removal: Removal): Fields {
  const cleaned = clean(document, removal)
  if (document['_type'] !== 'article' || !removal.isErased || !isRecord(cleaned))
    return asRecord(cleaned)
  const {body} = cleaned
  return body === undefined ? cleaned : {...cleaned, body: withoutMarks(body, removal.person)}
}

/** Articles, entities and desk notes are made of the same few objects: these are looked at one by one. */
function clean(value: unknown, removal: Removal): unknown {
  if (Array.isArray(value)) {
    return value.filter((one) => !isDropped(one, removal)).map((one) => clean(one, removal))
  }
  if (!isRecord(value)) return value
  const entries = Object.entries(value).flatMap(([name, one]) => {
    const next = cleanField(value, name, one, removal)
    return next === undefined ? [] : [[name, next] as const]
  })
  return Object.fromEntries(entries)
}

function cleanField(owner: Fields, name: string, value: unknown, removal: Removal): unknown {
  const {person, words, instead, isErased} = removal
  // The printed text, and what marks it, stays but for a person who goes altogether.
  if (isErased && refOf(value) === person && !isRequiredMark(owner)) return undefined
  if (!isText(value)) return clean(value, removal)
  if (!mentionsName(value, words)) return value
  switch (owner['_type']) {
    case 'storyCorrection':
      return name === 'text' ? replaceNames(value, words, instead) : undefined
    case 'desk':
      return replaceNames(value, words, instead)
    case 'deskItem':
      return undefined
    case 'quotation':
      return name === 'cue' ? undefined : value
    default:
      return value
  }
}

/** Whether an entry of a list is about the person alone, and goes as a whole. */
function isDropped(item: unknown, {person, words, isErased}: Removal): boolean {
  if (!isRecord(item)) return false
  switch (item['_type']) {
    case 'storyCitation':
    case 'deskExclusion':
    case 'nestedQuotation':
      return mentionsName(item, words) || refOf(item['entity']) === person
    case 'storyRelation':
      return refOf(item['to']) === person
    case 'storyCredit':
      return isErased && refOf(item['person']) === person
    case 'reference':
      return isErased && refOf(item) === person
    default:
      return false
  }
}

/** Mentions are nothing without whom they mention: they are taken off together with their mark. */
function isRequiredMark({_type}: Fields): boolean {
  return _type === 'mention'
}

/** Takes marks off that mention somebody who is gone, and says that quotations of them are unattributed. */
function withoutMarks(body: unknown, person: string): unknown {
  return itemsOf(body).map((block) => {
    const marks = itemsOf(block['markDefs'])
    const gone = marks
      .filter((mark) => mark['_type'] === 'mention' && refOf(mark['entity']) === person)
      .map(({_key}) => _key)
    const kept = marks.filter(({_key}) => !gone.includes(_key))
    if (block['_type'] !== 'block') return block
    return {
      ...block,
      markDefs: kept.map((mark) =>
        mark['_type'] === 'quotation' && mark['speaker'] === undefined && mark['kind'] !== 'scare'
          ? {...mark, basis: 'unattributed'}
          : mark,
      ),
      children: itemsOf(block['children']).map((span) => withoutKeys(span, gone)),
    }
  })
}

function withoutKeys(span: Fields, gone: readonly unknown[]): Fields {
  const {marks} = span
  return Array.isArray(marks) ? {...span, marks: marks.filter((key) => !gone.includes(key))} : span
}

function asRecord(value: unknown): Fields {
  return isRecord(value) ? value : {}
}

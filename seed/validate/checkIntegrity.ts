import type {Path, Schema} from 'sanity'

import {isRecord, readDocument} from './readDocument.ts'
import type {Node} from './readDocument.ts'
import {pathLine} from './pathLine.ts'
import type {Problem} from './problem.ts'
import type {CandidateDocument} from './candidateDocument.ts'

interface Finding {
  readonly path: Path
  readonly message: string
}

/** Checks what Sanity's validators pass over: item types, keys, weakness, marks and passages. */
export function checkIntegrity(documents: readonly CandidateDocument[], schema: Schema): Problem[] {
  const blocks = new Map(documents.map((document) => [document._id, blockTexts(document)]))
  return [
    ...repeatedIds(documents),
    ...documents.flatMap((document) =>
      readDocument(document, schema)
        .flatMap((node) => [
          ...unknownItem(node),
          ...repeatedKeys(node),
          ...weakness(node),
          ...marks(node),
          ...passage(node, blocks),
        ])
        .map(({path, message}) => ({
          where: `${document._type} ${document._id}`,
          path: pathLine(path),
          message,
        })),
    ),
  ]
}

function repeatedIds(documents: readonly CandidateDocument[]): Problem[] {
  const seen = new Set<string>()
  return documents.flatMap(({_id, _type}) => {
    const isNew = !seen.has(_id)
    seen.add(_id)
    const message = 'another document has this id; make a new one'
    return isNew ? [] : [{where: `${_type} ${_id}`, path: '_id', message}]
  })
}

/** An item of a type that its array does not take is skipped by every other rule. */
function unknownItem({path, value, type, isItem}: Node): Finding[] {
  if (type || !isItem || !isRecord(value)) return []
  return [{path, message: `“${String(value['_type'])}” is no type that this array takes`}]
}

function repeatedKeys({path, value}: Node): Finding[] {
  if (!Array.isArray(value) || !value.some(isRecord)) return []
  const keys = value.map((item) => (isRecord(item) ? item['_key'] : undefined))
  return keys.flatMap((key, index) => {
    if (typeof key !== 'string' || key === '') {
      return [{path: [...path, index], message: 'has no _key; give it one'}]
    }
    return keys.indexOf(key) < index
      ? [{path: [...path, index], message: `the _key “${key}” is used twice in this array`}]
      : []
  })
}

/** Data and content model must agree whether a reference holds its target fast. */
function weakness({path, value, type}: Node): Finding[] {
  if (!isRecord(value) || typeof value['_ref'] !== 'string' || !type) return []
  const isWeak = value['_weak'] === true
  const mustBeWeak = 'weak' in type && type.weak
  if (isWeak === mustBeWeak) return []
  return [{path, message: mustBeWeak ? 'must be a weak reference' : 'must be a strong reference'}]
}

/** Every mark on the words has its definition, and every definition its words. */
function marks({path, value}: Node): Finding[] {
  if (!isRecord(value) || value['_type'] !== 'block') return []
  const definitions = keysOf(value['markDefs'])
  const used = itemsOf(value['children']).flatMap(({marks: own}) =>
    Array.isArray(own) ? own.map(String) : [],
  )
  const decorators = new Set(['strong', 'em'])
  const undefinedMarks = [...new Set(used)].filter(
    (mark) => !definitions.includes(mark) && !decorators.has(mark),
  )
  const unused = definitions.filter((key) => !used.includes(key))
  return [
    ...undefinedMarks.map((mark) => ({path, message: `the mark “${mark}” is not defined`})),
    ...unused.map((key) => ({path, message: `the annotation “${key}” marks no words`})),
  ]
}

/** A cited passage stands in the block that it names, word for word. */
function passage({path, value}: Node, blocks: ReadonlyMap<string, Map<string, string>>): Finding[] {
  if (!isRecord(value) || value['_type'] !== 'storyCitation' || !isRecord(value['article'])) {
    return []
  }
  const cited = blocks.get(String(value['article']['_ref']))
  if (!cited) return []
  const block = cited.get(String(value['blockKey']))
  if (block === undefined) return [{path, message: 'the cited paragraph is not in the story'}]
  return block.includes(String(value['passage']))
    ? []
    : [{path, message: 'the quoted passage is not in that paragraph of the story'}]
}

function blockTexts(document: CandidateDocument): Map<string, string> {
  return new Map(
    itemsOf(document['body']).map((block) => [
      String(block['_key']),
      itemsOf(block['children'])
        .map(({text}) => String(text))
        .join(''),
    ]),
  )
}

function itemsOf(value: unknown): Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter(isRecord) : []
}

function keysOf(value: unknown): string[] {
  return itemsOf(value).map(({_key}) => String(_key))
}

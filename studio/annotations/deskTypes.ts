import type {SchemaTypeDefinition} from 'sanity'

import {isRecord} from '../../schemas/rules/read.ts'
import {CitationInput} from '../citations/CitationInput.tsx'
import {BodyInput} from './BodyInput.tsx'
import {FindingKeyInput, FindingKeysInput} from './FindingKeysInput.tsx'
import {markedText} from './MarkedText.tsx'
import {MarkInput} from './MarkInput.tsx'
import {PullQuoteBlock} from './PullQuoteBlock.tsx'
import {PullQuoteInput} from './PullQuoteInput.tsx'

/** How the parts of a story and its facts look and are filled in, by the name of their type. */
const components: Readonly<Record<string, object>> = {
  articleBody: {input: BodyInput},
  mention: {annotation: markedText('mention'), input: MarkInput},
  quotation: {annotation: markedText('quotation'), input: MarkInput},
  figure: {annotation: markedText('figure'), input: MarkInput},
  pullQuote: {block: PullQuoteBlock},
  storyCitation: {input: CitationInput},
}

/** The same for fields that would otherwise ask an editor for a key. */
const inputs: Readonly<Record<string, object>> = {
  findingKey: {input: FindingKeyInput},
  findingKeys: {input: FindingKeysInput},
  quotationKey: {input: PullQuoteInput},
}

/**
 * Our schema types with the components that show mentions, quotations and figures in the text. The
 * types themselves stay free of React, for those who use them without this desk.
 */
export function withDeskComponents(types: readonly SchemaTypeDefinition[]): SchemaTypeDefinition[] {
  return types.map(attach)
}

function attach<T>(type: T): T {
  return isRecord(type) ? Object.assign({}, type, withParts(type), componentsOf(type)) : type
}

function withParts(type: Readonly<Record<string, unknown>>): object {
  const {of, marks, fields} = type
  return {
    ...(Array.isArray(of) && {of: of.map((one) => attach(one))}),
    ...(Array.isArray(fields) && {fields: fields.map((one) => attach(one))}),
    ...(isRecord(marks) &&
      Array.isArray(marks['annotations']) && {
        marks: {...marks, annotations: marks['annotations'].map((one) => attach(one))},
      }),
  }
}

function componentsOf({name, components: own}: Readonly<Record<string, unknown>>): object {
  const found = typeof name === 'string' ? (components[name] ?? inputs[name]) : undefined
  return found ? {components: {...found, ...(isRecord(own) && own)}} : {}
}

import * as fc from 'fast-check'
import type {Arbitrary} from 'fast-check'
import {parse} from 'groq-js'

const attributes = ['title', 'n', 'slug', 'ref', 'refs', 'body', 'names', 'current', '_ref', 'text']
const attribute = fc.constantFrom(...attributes)

const leaf = fc.oneof(
  attribute,
  fc.constantFrom('@', '^', '^.^', '_id', '_type', 'missing', '^._id', '^.n', '^.^.title'),
  fc.constantFrom('true', 'false', 'null', '0', '1', '-2', '1.5', '"a"', '"Minsk"', '"ä b"', '""'),
  fc.constantFrom(
    'coalesce($id)',
    'coalesce($ids)',
    '[]',
    '{}',
    '"2020-01-01T00:00:00Z"',
    'publishedAt',
    '_createdAt',
  ),
  fc.constantFrom('dateTime("2020-01-01T00:00:00Z")', 'dateTime(publishedAt)', 'path("a.**")'),
)

const operators = ['==', '!=', '<', '<=', '>', '>=', '+', '-', '*', '/', '%', '**', 'in', 'match']
const ofOne = ['count', 'defined', 'length', 'lower', 'upper', 'string', 'references', 'dateTime']
const spaced = ['array::compact', 'array::unique', 'pt::text', 'round', 'math::sum', 'math::max']
const functions = fc.constantFrom(...ofOne, ...spaced, 'math::min', 'math::avg', 'string::lower')
const ofTwo = [
  'coalesce',
  'array::intersects',
  'array::join',
  'string::split',
  'string::startsWith',
]

const {expression} = fc.letrec<{expression: string}>((tie) => {
  const any = fc.oneof({maxDepth: 4, depthSize: 'small'}, leaf, made(tie('expression')))
  return {expression: any}
})

/** An expression that is put together from others. */
function made(one: Arbitrary<string>): Arbitrary<string> {
  const put = (count: number, how: (...parts: string[]) => string): Arbitrary<string> =>
    fc.tuple(...Array.from({length: count}, () => one)).map((parts) => how(...parts))
  const word = <T extends string>(words: readonly T[], how: (word: T) => Arbitrary<string>) =>
    fc.constantFrom(...words).chain(how)
  return fc.oneof(
    word(operators, (op) => put(2, (a, b) => `((${a}) ${op} (${b}))`)),
    word(['&&', '||'], (op) => put(2, (a, b) => `((${a}) ${op} (${b}))`)),
    word(['!', '-', '+'], (op) => put(1, (a) => `(${op}(${a}))`)),
    word(['..', '...'], (dots) => put(3, (a, b, c) => `((${a}) in (${b})${dots}(${c}))`)),
    functions.chain((name) => put(1, (a) => `${name}(${a})`)),
    word(ofTwo, (name) => put(2, (a, b) => `${name}(${a}, ${b})`)),
    put(3, (a, b, c) => `select(${a} => ${b}, ${c})`),
    put(2, (a, b) => `select(${a} => ${b})`),
    put(2, (a, b) => `[${a}, ...${b}]`),
    put(3, (a, b, c) => `{"a": ${a}, ...${b}, defined(${c}) => {"c": ${c}}, n > 1 => ${a}}`),
    fc.tuple(one, attribute).map(([a, name]) => `(${a}).${name}`),
    word(['[0]', '[-1]', '[]', '[0..1]', '[1...-1]', '[-2..9]', '->', '[]->'], (end) =>
      put(1, (a) => `(${a})${end}`),
    ),
    fc.tuple(one, attribute).map(([a, name]) => `(${a})[].${name}`),
    put(2, (a, b) => `(${a})[${b} == true || defined(${b})]`),
    put(2, (a, b) => `(${a}){..., "up": ${b}}`),
    put(2, (a, b) => `(${a})[]{"b": ${b}, "is": @}`),
    put(3, (a, b, c) => `(${a})[] | order(${b} desc, ${c})`),
    put(2, (a, b) => `[@, ^, ${a}] | score(boost(${b}, 2), ${a}, title match ${b} && ${a})`),
    put(1, (a) => `count(*[_type == ^._type && ${a}])`),
    put(1, (a) => `*[${a}]{_id, "a": ${a}}`),
  )
}

/** Queries that evaluate whatever GROQ can say, for documents and for what is in them. */
export const expressionQueries = fc
  .oneof(
    expression.map((one) => `*{"x": ${one}}`),
    expression.map((one) => `*[${one}]{_id}`),
    expression.map(
      (one) => `*[_type == "article"]{"inner": refs[]{"x": ${one}}, ${'"y": ' + one}}`,
    ),
    expression.map((one) => `*[_type in ["article", "note"]] | order(${one}, _id) {_id}`),
  )
  .filter(isGroq)

/** Some of what is put together cannot be parsed: a list, say, in brackets behind another. */
function isGroq(query: string): boolean {
  try {
    parse(query)
    return true
  } catch {
    return false
  }
}

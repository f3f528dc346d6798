import type {core} from 'zod'

import {entityTypes} from '../../vocabulary/entityTypes.ts'
import type {Problem} from '../validate/problem.ts'
import {isRecord} from '../validate/readDocument.ts'
import type {Register} from './registerSchema.ts'
import {registerSchema} from './registerSchema.ts'
import {withFoundNames} from './withFoundNames.ts'

export type ParsedRegister =
  | {readonly register: Register; readonly problems?: never}
  | {readonly register?: never; readonly problems: readonly Problem[]}

/**
 * Reads a register file, or says what is wrong with it, one problem for each place. `text` is the
 * article that it belongs to, in which the names stand that the register leaves out.
 */
export function parseRegister(json: string, file: string, text: string): ParsedRegister {
  let input: unknown
  try {
    input = JSON.parse(json.replace(/^\uFEFF/, ''))
  } catch (error) {
    return {problems: [{where: file, path: '', message: `is not valid JSON: ${reason(error)}`}]}
  }
  input = withFoundNames(input, text)
  const parsed = registerSchema.safeParse(input, {reportInput: true})
  if (parsed.success) return {register: parsed.data}
  return {
    problems: parsed.error.issues.map((issue) => ({
      where: file,
      path: pathOf(issue.path, input),
      message: messageOf(issue),
    })),
  }
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** `entities[prokopiev].relations[0].to`: an entity is called by its key where it has one. */
function pathOf(path: readonly PropertyKey[], input: unknown): string {
  let value = input
  let shown = ''
  for (const step of path) {
    value = Array.isArray(value) || isRecord(value) ? Reflect.get(value, step) : undefined
    const key = typeof step === 'number' && isRecord(value) ? value['key'] : undefined
    if (typeof step === 'number') shown += `[${typeof key === 'string' ? key : step}]`
    else shown += shown === '' ? String(step) : `.${String(step)}`
  }
  return shown
}

function messageOf(issue: core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.map((key) => `"${key}"`).join(', ')
    return `unknown key ${keys}; correct the spelling or remove it`
  }
  if (issue.code === 'invalid_value') {
    const given = issue.input === undefined ? 'is missing' : `${shown(issue.input)} is not allowed`
    return `${given}; use ${choice(issue.values)}`
  }
  if (issue.code === 'invalid_union') {
    return isRecord(issue.input) && !('type' in issue.input)
      ? 'is missing, and the article names nothing by this key; give a type and a name'
      : `is no known type; use ${choice(entityTypes)}`
  }
  if (issue.code === 'invalid_type') {
    const expected = `${/^[aeiou]/.test(issue.expected) ? 'an' : 'a'} ${issue.expected}`
    return issue.input === undefined ? `is missing; add ${expected}` : `must be ${expected}`
  }
  return issue.message
}

function shown(value: unknown): string {
  return JSON.stringify(value) ?? String(value)
}

function choice(values: readonly unknown[]): string {
  const shown = values.map(String)
  const last = shown.pop()
  return shown.length === 0 ? `${last}` : `${shown.join(', ')} or ${last}`
}

import {everyField} from '../../vocabulary/seedMemory.ts'
import {fieldHash, fieldsOf} from './fieldHash.ts'

/** For each field the hash of what the seed wrote last. */
export type Memory = ReadonlyMap<string, string>

/** What one document needs so that it holds the seed's news and the editors' changes. */
export interface Merge {
  set: Record<string, unknown>
  unset: string[]
  /** Fields an editor changed and the seed did not: left as they are. */
  edited: string[]
  /** Fields changed on both sides: left as the editor has them, unless overwriting was asked for. */
  conflicts: string[]
  /** What is to be remembered from now on. */
  memory: Map<string, string>
}

/**
 * Merges a seeded document field by field, the last written state being the common ancestor.
 * Without a memory of it every difference counts as an editor's. Closed fields are left out, by
 * force too.
 */
export function mergeDocument(
  next: object,
  current: object,
  memory: Memory,
  {force = false, closed = []}: {force?: boolean; closed?: readonly string[]} = {},
): Merge {
  const wanted = fieldsOf(next)
  const found = fieldsOf(current)
  const merge: Merge = {set: {}, unset: [], edited: [], conflicts: [], memory: new Map()}
  if (closed.includes(everyField)) return merge
  for (const name of new Set([...wanted.keys(), ...found.keys(), ...memory.keys()])) {
    if (closed.includes(name)) continue
    const base = memory.get(name)
    const ours = hashOf(wanted, name)
    const theirs = hashOf(found, name)
    const kept = theirs !== ours && theirs !== base
    if (kept && !force) {
      // A field that the seed never had is the editor's own business.
      if (ours === undefined && base === undefined) continue
      merge[ours === base ? 'edited' : 'conflicts'].push(name)
      if (base !== undefined) merge.memory.set(name, base)
      continue
    }
    if (ours !== undefined) merge.memory.set(name, ours)
    if (theirs === ours) continue
    if (ours === undefined) merge.unset.push(name)
    else merge.set[name] = wanted.get(name)
  }
  return merge
}

function hashOf(fields: Map<string, unknown>, name: string): string | undefined {
  const value = fields.get(name)
  return value === undefined ? undefined : fieldHash(value)
}

import type {Gazetteer} from '../extract/gazetteer.ts'
import type {Register} from './registerSchema.ts'

/**
 * The names to look for in the register's own article. Mentions then carry document ids. A codename
 * or a description ("the government") holds for this article alone: neither belongs in a gazetteer
 * for others.
 */
export function gazetteerOf(register: Register): Gazetteer {
  return register.entities.map((entity) => ({
    entity: entity.id,
    type: entity.type,
    names: [
      entity.name,
      ...('otherNames' in entity ? entity.otherNames.map(({name}) => name) : []),
    ],
    codename: entity.type === 'person' && entity.naming === 'codename',
  }))
}

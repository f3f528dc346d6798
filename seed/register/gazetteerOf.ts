import type {Gazetteer} from '../extract/gazetteer.ts'
import type {Register} from './registerSchema.ts'

/**
 * The names to look for in the register's own article. Mentions then carry document ids. A codename
 * or a description ("the government") holds for this article alone: neither belongs in a gazetteer
 * for others.
 */
export function gazetteerOf({entities, known}: Register): Gazetteer {
  return [
    ...entities.map((entity) => ({
      entity: entity.id,
      type: entity.type,
      names: [entity.name, ...entity.otherNames.map(({name}) => name)],
      codename: entity.type === 'person' && entity.naming === 'codename',
    })),
    ...known.map(({id, type, name, otherNames}) => ({
      entity: id,
      type,
      names: [name, ...otherNames],
    })),
  ]
}

import {isText, itemsOf} from '../../schemas/rules/read.ts'
import type {Gazetteer} from '../../seed/extract/gazetteer.ts'
import {entityTypes} from '../../vocabulary/entityTypes.ts'

/**
 * The names to look for. A codename means somebody in its own story only, and so does a description:
 * neither is looked for in others.
 */
export function gazetteerOfDataset(
  entities: readonly Readonly<Record<string, unknown>>[],
): Gazetteer {
  return entities.flatMap(({_id, _type, name, naming, alternateNames}) => {
    const type = entityTypes.find((one) => one === _type)
    const isNamed = ['fullName', 'mononym', 'named', undefined, null].some((one) => one === naming)
    if (!type || !isText(_id) || !isText(name) || !isNamed) return []
    const others = itemsOf(alternateNames).flatMap((variant) =>
      isText(variant['name']) && !['codename', 'callSign'].some((kind) => kind === variant['kind'])
        ? [variant['name']]
        : [],
    )
    return [{entity: _id, type, names: [name, ...others]}]
  })
}

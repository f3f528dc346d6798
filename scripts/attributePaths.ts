/** A node of the type tree that `sanity schema extract` writes, as far as paths depend on it. */
type Node = Readonly<Record<string, unknown>>

/**
 * Every attribute path that documents of a model can have, each once however many types share it:
 * what a dataset’s limit on attributes counts. Items of an array are `[]`.
 */
export function pathsOfModel(extracted: readonly Node[]): Set<string> {
  const named = new Map(extracted.map((type) => [type['name'], type]))
  const paths = new Set<string>()
  const visit = (node: unknown, path: string, within: readonly unknown[]): void => {
    if (!isNode(node)) return
    if (path !== '') paths.add(path)
    switch (node['type']) {
      case 'inline': {
        const name = node['name']
        if (!within.includes(name)) visit(named.get(name)?.['value'], path, [...within, name])
        break
      }
      case 'array': {
        visit(node['of'], `${path}[]`, within)
        // What is extracted of an array of references to several types leaves their keys out.
        if (paths.has(`${path}[]._type`)) paths.add(`${path}[]._key`)
        break
      }
      case 'union': {
        for (const one of listOf(node['of'])) visit(one, path, within)
        break
      }
      case 'object': {
        for (const [name, value] of attributesOf(node)) visit(value, join(path, name), within)
        visit(node['rest'], path, within)
        break
      }
    }
  }
  for (const type of extracted.filter((one) => one['type'] === 'document')) {
    for (const [name, value] of attributesOf(type)) visit(value, name, [])
  }
  return paths
}

/** Every attribute path that some documents do have. */
export function pathsOfDocuments(documents: readonly object[]): Set<string> {
  const paths = new Set<string>()
  const visit = (value: unknown, path: string): void => {
    if (path !== '') paths.add(path)
    if (Array.isArray(value)) for (const item of value) visit(item, `${path}[]`)
    else if (isNode(value)) {
      for (const [name, own] of Object.entries(value)) visit(own, join(path, name))
    }
  }
  for (const document of documents) visit(document, '')
  return paths
}

/** How many attributes and arrays lie inside each other on the way to an attribute. */
export function depthOf(path: string): number {
  return path.split('.').length + path.split('[]').length - 1
}

function attributesOf(node: Node): [string, unknown][] {
  const {attributes} = node
  if (!isNode(attributes)) return []
  return Object.entries(attributes).map(([name, attribute]) => [
    name,
    isNode(attribute) ? attribute['value'] : undefined,
  ])
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A node of the type tree that `sanity schema extract` writes, as far as paths depend on it. */
type Node = Readonly<Record<string, unknown>>

/**
 * Every attribute that documents of a model can have, by path and kind of value (`title: string`),
 * each once however many types share it: what the limits on a dataset’s attributes count. Items of
 * an array are `[]`.
 */
export function attributesOfModel(extracted: readonly Node[]): Set<string> {
  const documents = extracted.filter((one) => one['type'] === 'document')
  return new Set(documents.flatMap((one) => [...attributesOfType(one, extracted)]))
}

/** Every attribute that one document of a type can have. */
export function attributesOfType(document: Node, extracted: readonly Node[]): Set<string> {
  const named = new Map(extracted.map((type) => [type['name'], type]))
  const attributes = new Set<string>()
  const visit = (node: unknown, path: string, within: readonly unknown[]): void => {
    if (!isNode(node)) return
    switch (node['type']) {
      case 'inline': {
        const name = node['name']
        if (!within.includes(name)) visit(named.get(name)?.['value'], path, [...within, name])
        return
      }
      case 'union': {
        for (const one of listOf(node['of'])) visit(one, path, within)
        return
      }
      case 'array': {
        visit(node['of'], `${path}[]`, within)
        // What is extracted of an array of references to several types leaves their keys out.
        if (attributes.has(`${path}[]: object`)) attributes.add(`${path}[]._key: string`)
        break
      }
      case 'object': {
        for (const [name, value] of fieldsOf(node)) visit(value, join(path, name), within)
        visit(node['rest'], path, within)
        break
      }
    }
    attributes.add(`${path}: ${String(node['type'])}`)
  }
  for (const [name, value] of fieldsOf(document)) visit(value, name, [])
  return attributes
}

/** Every attribute that some documents do have. */
export function attributesOfDocuments(documents: readonly object[]): Set<string> {
  const attributes = new Set<string>()
  const visit = (value: unknown, path: string): void => {
    if (path !== '') attributes.add(`${path}: ${kindOf(value)}`)
    if (Array.isArray(value)) for (const item of value) visit(item, `${path}[]`)
    else if (isNode(value)) {
      for (const [name, own] of Object.entries(value)) visit(own, join(path, name))
    }
  }
  for (const document of documents) visit(document, '')
  return attributes
}

/** How many attributes and arrays lie inside each other on the way to an attribute. */
export function depthOf(attribute: string): number {
  return attribute.split('.').length + attribute.split('[]').length - 1
}

function kindOf(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}

function fieldsOf(node: Node): [string, unknown][] {
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

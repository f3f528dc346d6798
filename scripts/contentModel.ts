import {
  createSchema,
  isReferenceSchemaType,
  type ObjectSchemaType,
  type Rule as RuleType,
  type SchemaType,
} from 'sanity'
import {Rule} from '@sanity/validation/_internal'

import {relationTypes} from '../vocabulary/relationTypes.ts'
import {
  confidentialTypes,
  documentTypes,
  objectTypes,
  recordTypes,
  schemaTypes,
} from '../schemas/index.ts'

const schema = createSchema({name: 'default', types: schemaTypes})
const named = new Set<string>(schemaTypes.map(({name}) => name))

/** The content model as Markdown: a table for each type, read from the schema that Studio compiles. */
export function contentModelTables(): string {
  return [
    ...section('Documents that readers see', compiled(documentTypes)),
    ...section('Records that the desk writes', compiled(recordTypes)),
    ...section('Documents that readers never see', compiled(confidentialTypes)),
    ...section('Marks on the words of a text', annotationTypes()),
    ...section('Objects', compiled(objectTypes)),
    ...relations(),
  ].join('\n\n')
}

function section(title: string, types: readonly SchemaType[]): string[] {
  return [
    `## ${title}`,
    ...types.map((type) => (type.jsonType === 'object' ? table(type) : list(type))),
  ]
}

/** How each relation reads from both sides, and how it reads when the story denies it. */
function relations(): string[] {
  const rows = relationTypes.map(
    ({value, title, denial, inverseTitle, inverseDenial, from, to}) =>
      `| \`${value}\` | ${from.join(', ')} | ${title}; ${denial} | ${to.join(', ')} | ${inverseTitle}; ${inverseDenial} |`,
  )
  return [
    '## Relations',
    [
      '| `type` | of | reads; denied | to | from the other side; denied |',
      '| --- | --- | --- | --- | --- |',
      ...rows,
    ].join('\n'),
  ]
}

function list(type: SchemaType): string {
  const kinds = arrayItems(type).map(
    (item) => `- ${item.name === 'block' ? 'paragraphs' : kindOf(item)}`,
  )
  return [`### ${type.name}`, '', ...kinds].join('\n')
}

function table(type: ObjectSchemaType): string {
  // The parts of a picture that Sanity adds are alike in every model.
  const own = type.fields.filter(({type: {description}}) => description !== undefined)
  return [
    `### ${type.name}`,
    '',
    '| field | editors see | holds | what for |',
    '| --- | --- | --- | --- |',
    ...own.map(({name, type: {title, description}, type: fieldType}) => {
      const holds = `${kindOf(fieldType)}${isRequired(fieldType) ? ', required' : ''}`
      return `| \`${name}\` | ${title ?? name} | ${holds} | ${String(description)} |`
    }),
  ].join('\n')
}

/** What a field holds, in a few words; a type that has a table of its own is a link to it. */
function kindOf(type: SchemaType): string {
  const known = nameInModel(type)
  if (known !== undefined) return `[${known}](#${known.toLowerCase()})`
  if (isReferenceSchemaType(type)) {
    const targets = type.to.map(({name}) => `[${name}](#${name})`).join(', ')
    return `${type.weak === true ? 'weak ' : ''}reference to ${targets}`
  }
  if (type.jsonType === 'array') return `list of ${type.of.map(kindOf).join(', ')}`
  const choices = choicesOf(type)
  return choices.length > 0 ? `one of: ${choices.join(', ')}` : (type.type?.name ?? type.name)
}

/** The name of the model’s own type that a field is of, however many steps it is derived from it. */
function nameInModel(type: SchemaType | undefined): string | undefined {
  if (!type) return undefined
  return named.has(type.name) ? type.name : nameInModel(type.type)
}

function choicesOf({options}: SchemaType): string[] {
  const list: unknown = options && 'list' in options ? options.list : []
  return Array.isArray(list) ? list.map(({value}: {value: string}) => `\`${value}\``) : []
}

function isRequired({validation}: SchemaType): boolean {
  const rules: unknown =
    typeof validation === 'function'
      ? Reflect.apply(validation, undefined, [new Rule()])
      : validation
  return [rules].flat().some((rule) => isRule(rule) && rule.isRequired())
}

function isRule(value: unknown): value is RuleType {
  return value instanceof Rule
}

/** The annotations are declared inside the text’s blocks; there they are found once compiled. */
function annotationTypes(): readonly SchemaType[] {
  const [block] = arrayItems(schema.get('articleBody'))
  const marks = block?.jsonType === 'object' && block.fields.find(({name}) => name === 'markDefs')
  return marks ? arrayItems(marks.type) : []
}

function arrayItems(type: SchemaType | undefined): readonly SchemaType[] {
  return type?.jsonType === 'array' ? type.of : []
}

function compiled(types: readonly {readonly name: string}[]): SchemaType[] {
  return types.flatMap(({name}) => schema.get(name) ?? [])
}

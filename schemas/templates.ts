import type {Template} from 'sanity'

type Parameters = Readonly<Record<string, string>>

/** Ways to begin a document with something filled in, for a Studio’s `schema.templates`. */
export const initialValueTemplates: Template[] = [
  {
    id: 'article-translation',
    title: 'Translation of…',
    schemaType: 'article',
    parameters: [
      {name: 'language', title: 'Language', type: 'string'},
      {name: 'source', title: 'Story', type: 'string'},
    ],
    value: ({language, source}: Parameters) => ({
      language,
      translationOf: {_type: 'reference', _ref: source, _weak: true},
    }),
  },
  {
    id: 'person-named',
    title: 'Person named…',
    schemaType: 'person',
    parameters: [{name: 'name', title: 'Name', type: 'string'}],
    value: ({name}: Parameters) => ({name, naming: 'fullName'}),
  },
]

import {ClipboardIcon} from '@sanity/icons/Clipboard'
import {defineArrayMember, defineField, defineType} from '@sanity/types'

import {listLine} from '../preview.ts'
import {checkConfidentialId} from '../rules/confidential.ts'

/**
 * What the desk knows about a story, a person or another document and readers must not see: how
 * its marks came about, who confirmed them, internal notes. Its id begins with `desk.`, and the dot
 * keeps it from readers.
 */
export const desk = defineType({
  name: 'desk',
  title: 'Desk notes',
  type: 'document',
  icon: ClipboardIcon,
  __experimental_omnisearch_visibility: false,
  groups: [
    {name: 'notes', title: 'Notes', default: true},
    {name: 'marks', title: 'Marks'},
    {name: 'import', title: 'Import'},
  ],
  fields: [
    defineField({
      name: 'subject',
      title: 'About',
      type: 'reference',
      description: 'What these notes are about. It can be deleted without them.',
      group: 'notes',
      to: ['article', 'person', 'unit', 'organisation', 'poll', 'place'].map((type) => ({type})),
      weak: true,
      validation: (rule) => rule.required().custom(checkConfidentialId('desk')),
    }),
    defineField({
      name: 'notes',
      type: 'text',
      rows: 6,
      description: 'What colleagues should know. Never a protected person’s real name.',
      group: 'notes',
    }),
    defineField({
      name: 'imageCleared',
      title: 'The picture may be shown',
      type: 'boolean',
      description: 'For a protected person: the picture was checked, and identifies nobody.',
      group: 'notes',
    }),
    defineField({
      name: 'items',
      title: 'Marks',
      type: 'array',
      description: 'How each mark of the story came about, and what was decided about it.',
      group: 'marks',
      of: [defineArrayMember({type: 'deskItem'})],
    }),
    defineField({
      name: 'notThis',
      title: 'Never suggest again',
      type: 'array',
      description: 'Words that were taken for somebody and do not mean them.',
      group: 'marks',
      of: [defineArrayMember({type: 'deskExclusion'})],
    }),
    defineField({
      name: 'importInfo',
      title: 'Where it came from',
      type: 'deskImport',
      description: 'The file that this document was made from.',
      group: 'import',
    }),
  ],
  preview: {
    select: {name: 'subject.name', title: 'subject.title', notes: 'notes'},
    prepare: ({name, title, notes}) => ({
      title: listLine('Desk notes', title ?? name),
      subtitle: listLine('No notes', notes),
    }),
  },
  orderings: [
    {name: 'edited', title: 'Last edited', by: [{field: '_updatedAt', direction: 'desc'}]},
    {name: 'created', title: 'Newest', by: [{field: '_createdAt', direction: 'desc'}]},
  ],
})

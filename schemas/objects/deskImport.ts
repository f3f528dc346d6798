import {UploadIcon} from '@sanity/icons/Upload'
import {defineField, defineType} from '@sanity/types'

import {joinWords, listLine} from '../preview.ts'

/** Which file a story came from, and what read it. */
export const deskImport = defineType({
  name: 'deskImport',
  title: 'Import',
  type: 'object',
  icon: UploadIcon,
  readOnly: true,
  fields: [
    defineField({
      name: 'fileName',
      title: 'File',
      type: 'string',
      description: 'The name of the file that the story was read from.',
    }),
    defineField({
      name: 'sha256',
      title: 'Fingerprint of the file',
      type: 'string',
      description: 'Tells whether a file is the same one (SHA-256).',
    }),
    defineField({
      name: 'importerVersion',
      title: 'Read by',
      type: 'string',
      description: 'Which version of the software read it.',
    }),
    defineField({
      name: 'importedAt',
      title: 'Read at',
      type: 'datetime',
      description: 'When the file was read.',
    }),
  ],
  preview: {
    select: {fileName: 'fileName', importedAt: 'importedAt'},
    prepare: ({fileName, importedAt}) => ({
      title: listLine('No file', fileName),
      subtitle: joinWords(typeof importedAt === 'string' ? importedAt.slice(0, 10) : ''),
    }),
  },
})

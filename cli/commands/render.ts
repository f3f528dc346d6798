import {mkdir, writeFile} from 'node:fs/promises'
import path from 'node:path'

import {defineCommand} from 'citty'

import {lakeArgs, resolveTarget} from '../config.ts'
import {connect} from '../connect.ts'
import {knownFlags} from '../knownFlags.ts'
import {writeWhole} from '../outputFile.ts'
import {renderStory, storyFormats, type StoryFormat} from '../renderStory.ts'
import {BUNDLED_SLUG} from '../storyFiles.ts'
import {UserError} from '../userError.ts'

const formatNames = Object.keys(storyFormats).filter(isFormat)

export const render = defineCommand({
  plugins: [knownFlags],
  meta: {name: 'render', description: 'Print a story as a page, document or feed'},
  args: {
    slug: {
      type: 'positional',
      required: false,
      default: BUNDLED_SLUG,
      description:
        'The end of the story’s address, that of the bundled one unless another is named',
    },
    to: {
      type: 'string',
      default: 'html',
      description: `${formatNames.join(', ')}; several with commas between them, or all`,
      valueHint: 'FORMAT',
    },
    out: {
      type: 'string',
      description: 'Write a file for each format into this folder in place of printing them',
      valueHint: 'DIR',
    },
    overwrite: {type: 'boolean', default: false, description: 'Replace such files if they exist'},
    language: {
      type: 'string',
      description: 'Which story is meant where two languages share an address, such as en',
      valueHint: 'TAG',
    },
    'site-url': {
      type: 'string',
      default: 'http://localhost:3000',
      description: 'Where the site is that links lead to',
      valueHint: 'URL',
    },
    'site-name': {
      type: 'string',
      description: 'What the site is called, its host unless told otherwise',
      valueHint: 'NAME',
    },
    perspective: {
      type: 'string',
      default: 'published',
      description: 'published, drafts, raw or a release name',
      valueHint: 'P',
    },
    ...lakeArgs,
  },
  run: async ({args}) => {
    const {slug, to, out, overwrite, language = null} = args
    const formats = parseFormats(to)
    const url = parseSiteUrl(args['site-url'])
    const site = {
      name: args['site-name'] ?? url.host,
      siteUrl: url.origin,
      urlFor: ({_type, slug}: {_type: string; slug: string | null}) =>
        slug === null ? undefined : `/${_type}/${slug}`,
    }
    const connection = await connect(resolveTarget(args), {readOnly: true})
    try {
      const perspective = args.perspective === 'raw' ? 'raw' : args.perspective.split(',')
      const story = {client: connection.client, slug, language, perspective} as const
      const rendered = await renderStory(story, formats, site)
      if (out !== undefined) await writeFiles(rendered, {folder: out, slug, overwrite})
      else for (const one of rendered) print(one, {headed: rendered.length > 1})
    } finally {
      await connection.close()
    }
  },
})

interface Rendered {
  readonly format: StoryFormat
  readonly text: string
}

/** Prints a rendered story; of several each under its name, as `head` and `tail` do it. */
function print({format, text}: Rendered, {headed}: {headed: boolean}): void {
  console.log(headed ? `==> ${format} <==\n${text}\n` : text)
}

async function writeFiles(
  rendered: readonly Rendered[],
  {folder, slug, overwrite}: {folder: string; slug: string; overwrite: boolean},
): Promise<void> {
  await mkdir(folder, {recursive: true})
  for (const {format, text} of rendered) {
    const file = path.join(folder, `${encodeURIComponent(slug)}.${storyFormats[format]}`)
    await writeWhole(file, {overwrite}, (unfinished) => writeFile(unfinished, `${text}\n`))
    console.log(file)
  }
}

function parseFormats(to: string): readonly StoryFormat[] {
  if (to === 'all') return formatNames
  return to.split(',').map((name) => {
    if (isFormat(name)) return name
    throw new UserError(`--to takes all or some of ${formatNames.join(', ')}, not "${name}".`)
  })
}

function isFormat(name: string): name is StoryFormat {
  return Object.hasOwn(storyFormats, name)
}

function parseSiteUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url && /^https?:$/.test(url.protocol)) return url
  throw new UserError(`--site-url takes an address such as https://news.example, not "${text}".`)
}

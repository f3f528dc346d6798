import {defineCommand} from 'citty'

import {lakeArgs, resolveTarget} from '../config.ts'
import {connect} from '../connect.ts'
import {knownFlags} from '../knownFlags.ts'
import {renderStory, storyFormats} from '../renderStory.ts'
import {UserError} from '../userError.ts'

export const render = defineCommand({
  plugins: [knownFlags],
  meta: {name: 'render', description: 'Print a story as a page, document or feed'},
  args: {
    slug: {
      type: 'positional',
      required: true,
      description: 'The end of the story’s address, such as rain-over-minsk',
    },
    to: {
      type: 'string',
      default: 'html',
      description: storyFormats.join(', '),
      valueHint: 'FORMAT',
    },
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
    const {slug, to, language = null} = args
    const format = storyFormats.find((name) => name === to)
    if (format === undefined) {
      throw new UserError(`--to takes one of ${storyFormats.join(', ')}, not "${to}".`)
    }
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
      console.log(await renderStory(story, format, site))
    } finally {
      await connection.close()
    }
  },
})

function parseSiteUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url && /^https?:$/.test(url.protocol)) return url
  throw new UserError(`--site-url takes an address such as https://news.example, not "${text}".`)
}

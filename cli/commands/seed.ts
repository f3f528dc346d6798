import type {SanityClient} from '@sanity/client'
import {defineCommand} from 'citty'

import {asDrafts} from '../../seed/compose/asDrafts.ts'
import {loadKnown} from '../../seed/known/loadKnown.ts'
import {lakeArgs, resolveTarget} from '../config.ts'
import {connect} from '../connect.ts'
import {draftFromText} from '../draftFromText.ts'
import {knownFlags} from '../knownFlags.ts'
import {
  describeReport,
  readArticle,
  type ReadStory,
  seedStory,
  storyWithRegister,
} from '../seedStory.ts'
import {findRegister, readStoryFile} from '../storyFiles.ts'
import {UserError} from '../userError.ts'

export const seed = defineCommand({
  plugins: [knownFlags],
  meta: {
    name: 'seed',
    description: 'Turn an article into documents and write them to the dataset',
  },
  args: {
    article: {
      type: 'positional',
      required: false,
      description: 'Text file; the bundled story when left out',
    },
    register: {
      type: 'string',
      valueHint: 'FILE|none',
      description: 'What editors know about the article; register.json beside it by default',
    },
    'register-out': {
      type: 'string',
      valueHint: 'FILE',
      description: 'Write what was found in an article without a register as one, to be corrected',
    },
    'dry-run': {type: 'boolean', default: false, description: 'Say what would be done, do nothing'},
    force: {
      type: 'boolean',
      default: false,
      description: 'Overwrite what editors changed (what they deleted stays deleted)',
    },
    drafts: {
      type: 'boolean',
      default: false,
      description: 'Write drafts; an article without a register always arrives as one',
    },
    publish: {
      type: 'boolean',
      default: false,
      description: 'Publish on the hosted Content Lake too, where drafts are the default',
    },
    json: {type: 'boolean', default: false, description: 'Print the report as JSON'},
    ...lakeArgs,
  },
  run: async ({args}) => {
    const target = resolveTarget(args)
    const dryRun = args['dry-run']
    const article = await readArticle(args.article)
    const registerFile = findRegister(article.file, args.register)
    checkFlags(args, registerFile)
    const register = registerFile === undefined ? undefined : await readStoryFile(registerFile)
    const composed = register && storyWithRegister(article, register)
    const connection = await connect(target, {readOnly: dryRun})
    const {client} = connection
    try {
      const progress = (step: string): void => console.error(`${step} (${connection.where}) …`)
      const story =
        composed ??
        (await draftFromText(client, article, {dryRun, registerOut: args['register-out']}))
      const isDraft = args.drafts || (target.kind === 'remote' && !args.publish)
      const wanted = composed && isDraft ? await asDraft(client, composed) : story
      const report = await seedStory(client, wanted, {dryRun, force: args.force}, progress)
      console.log(args.json ? JSON.stringify(report, null, 2) : describeReport(report))
    } finally {
      await connection.close()
    }
  },
})

interface Flags {
  readonly drafts: boolean
  readonly publish: boolean
  readonly 'register-out'?: string | undefined
}

function checkFlags(args: Flags, register: string | undefined): void {
  const registerOut = args['register-out']
  if (args.drafts && args.publish) {
    throw new UserError('--drafts and --publish exclude each other: give one of them.')
  }
  if (register !== undefined && registerOut !== undefined) {
    throw new UserError(
      `The article has a register, ${register}: give --register none to have another drafted.`,
    )
  }
  if (register === undefined && args.publish) {
    throw new UserError(
      'An article without a register holds suggestions, which are for an editor to publish: leave --publish out, or give a --register that was looked through.',
    )
  }
}

/** A story that editors have looked through, to be published by hand. */
async function asDraft(client: SanityClient, story: ReadStory): Promise<ReadStory> {
  const known = await loadKnown(client)
  return {...story, documents: asDrafts(story.documents, {...known, isSuggested: false})}
}

import {existsSync, statSync} from 'node:fs'

import {defineCommand} from 'citty'

import type {DraftedStory} from '../../seed/compose/draftStory.ts'
import {newRunId} from '../../seed/write/runs.ts'
import {archiveTable, undoTable} from '../archiveTable.ts'
import {STANDARD_INPUT} from '../articleSources.ts'
import {lakeArgs, resolveTarget, type Target} from '../config.ts'
import {connect, type Connection} from '../connect.ts'
import {knownFlags} from '../knownFlags.ts'
import {seedArticles} from '../seedArticles.ts'
import {asConfirmedDrafts, describeReport, readStory, seedStory} from '../seedStory.ts'
import {articlePath, registerPath} from '../storyFiles.ts'
import {UserError} from '../userError.ts'
import {writeRegister} from '../writeRegister.ts'

const writing = {
  drafts: {
    type: 'boolean',
    default: false,
    description: 'Write drafts, that editors publish; the default on the hosted Content Lake',
  },
  publish: {
    type: 'boolean',
    default: false,
    description: 'Write what readers see at once; only for a story with a register',
  },
  'dry-run': {type: 'boolean', default: false, description: 'Say what would be done, do nothing'},
  force: {
    type: 'boolean',
    default: false,
    description: 'Overwrite what editors changed (what they deleted stays deleted)',
  },
  again: {
    type: 'boolean',
    default: false,
    description: 'Read articles again that have not changed since they were seeded',
  },
  undo: {
    type: 'string',
    valueHint: 'RUN',
    description: 'Take a run back, where nobody edited since',
  },
} as const

export const seed = defineCommand({
  plugins: [knownFlags],
  meta: {
    name: 'seed',
    description: 'Turn articles into documents and write them to the dataset',
  },
  args: {
    article: {
      type: 'positional',
      required: false,
      description:
        'Text files, JSON Lines files, folders of them, or - for standard input; the bundled story when left out',
    },
    register: {
      type: 'string',
      valueHint: 'FILE|none',
      description: 'What editors know about the article; register.json beside it by default',
    },
    'register-out': {
      type: 'string',
      valueHint: 'FILE',
      description: 'Write what was found in one article as a register too, to be corrected',
    },
    title: {
      type: 'string',
      valueHint: 'HEADLINE',
      description: 'The headline of one article whose text has none',
    },
    language: {
      type: 'string',
      valueHint: 'TAG',
      description: 'The language of articles that name none; told from the text when left out',
    },
    ...writing,
    json: {type: 'boolean', default: false, description: 'Print the report as JSON'},
    ...lakeArgs,
  },
  run: async ({args}) => {
    const target = resolveTarget(args)
    const dryRun = args['dry-run']
    const {undo, drafts, publish} = args
    if (drafts && publish) throw new UserError('--drafts and --publish exclude each other.')
    const print = <Report>(report: Report, describe: (report: Report) => string): void =>
      console.log(args.json ? JSON.stringify(report, null, 2) : describe(report))

    if (undo !== undefined) {
      const {undoRun} = await import('../../seed/write/undoRun.ts')
      const {sender} = await import('../../seed/write/sendMutations.ts')
      await using(target, dryRun, async ({client, where}) => {
        const send = sender(client, paceOf(target))
        const report = await undoRun(client, undo, {dryRun, send})
        if (!report) throw new UserError(`${where} knows of no run ${undo}: check its name.`)
        print(report, undoTable)
      })
      return
    }

    const articles: string[] = args._
    const [first] = articles
    const run = newRunId()
    const registerOut = args['register-out']
    if (articles.length <= 1 && isStory(first, args.register)) {
      if (registerOut !== undefined) {
        throw new UserError(
          'The article has a register: give --register none to have another drafted.',
        )
      }
      const read = await readStory({article: first, register: args.register})
      await using(target, dryRun, async ({client, where}) => {
        const isDraft = drafts || (target.kind === 'remote' && !publish)
        const story = isDraft ? await asConfirmedDrafts(client, read) : read
        const progress = (step: string): void => console.error(`${step} (${where}) …`)
        const options = {dryRun, force: args.force, run}
        print(await seedStory(client, story, options, progress), describeReport)
      })
      return
    }
    refuseForArticles(args, articles)
    await using(target, dryRun, async ({client, where}) => {
      const {force, title, language} = args
      const again = args.again || registerOut !== undefined
      const drafted: DraftedStory[] = []
      const onDrafted = registerOut === undefined ? {} : {onDrafted: keepIn(drafted)}
      const options = {run, dryRun, force, again, ...paceOf(target), ...onDrafted}
      const inputs = articles.length > 0 ? articles : [articlePath(undefined)]
      const report = await seedArticles(client, inputs, {title, language}, options, where)
      const [only] = drafted
      if (registerOut !== undefined && only) await writeRegister(registerOut, only.register)
      print(report, archiveTable)
      if (report.articles.failed > 0) process.exitCode = 1
    })
  },
})

/** Whether an article has a register, and so editors who confirmed it. */
function isStory(article: string | undefined, register: string | undefined): boolean {
  if (register === 'none') return false
  if (article === undefined || register !== undefined) return true
  if (article === STANDARD_INPUT) return false
  if (!existsSync(article)) return true
  return statSync(article).isFile() && existsSync(registerPath(articlePath(article), undefined))
}

function refuseForArticles(
  args: {
    publish: boolean
    title?: string | undefined
    register?: string | undefined
    'register-out'?: string | undefined
  },
  articles: readonly string[],
): void {
  if (args.publish) {
    throw new UserError(
      'An article without a register has suggestions that wait for its editors, so it arrives as a draft: leave --publish out, or give its register.',
    )
  }
  if (args.register !== undefined && args.register !== 'none') {
    throw new UserError('--register belongs to one article: seed that article by itself.')
  }
  const [only = articlePath(undefined)] = articles
  const isOne = articles.length <= 1 && !/\.(?:jsonl|ndjson)$/i.test(only)
  const isFolder = isOne && only !== STANDARD_INPUT && statSync(only).isDirectory()
  if (args.title !== undefined && (!isOne || isFolder)) {
    throw new UserError('--title belongs to one article: seed that article by itself.')
  }
  if (args['register-out'] !== undefined && (!isOne || isFolder)) {
    throw new UserError('--register-out belongs to one article: seed that article by itself.')
  }
}

function keepIn<Item>(items: Item[]): (item: Item) => void {
  return (item) => void items.push(item)
}

/** The hosted Content Lake takes 25 transactions a second from one address; others may need some. */
function paceOf(target: Target): {perSecond?: number} {
  return target.kind === 'remote' ? {perSecond: 20} : {}
}

async function using(
  target: Target,
  readOnly: boolean,
  work: (connection: Connection) => Promise<void>,
): Promise<void> {
  const connection = await connect(target, {readOnly})
  try {
    await work(connection)
  } finally {
    await connection.close()
  }
}

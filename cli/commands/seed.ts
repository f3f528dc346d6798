import {defineCommand} from 'citty'

import {lakeArgs, resolveTarget} from '../config.ts'
import {connect} from '../connect.ts'
import {knownFlags} from '../knownFlags.ts'
import {describeReport, readStory, seedStory} from '../seedStory.ts'
import {UserError} from '../userError.ts'

export const seed = defineCommand({
  plugins: [knownFlags],
  meta: {
    name: 'seed',
    description: 'Turn an article and its register into documents and write them to the dataset',
  },
  args: {
    article: {
      type: 'positional',
      required: false,
      description: 'Text file; the bundled story when left out',
    },
    register: {
      type: 'string',
      valueHint: 'FILE',
      description: 'What editors know about the article; register.json beside it by default',
    },
    'dry-run': {type: 'boolean', default: false, description: 'Say what would be done, do nothing'},
    force: {
      type: 'boolean',
      default: false,
      description: 'Overwrite what editors changed (what they deleted stays deleted)',
    },
    publish: {
      type: 'boolean',
      default: false,
      description: 'Needed to write to the hosted Content Lake: the documents are public at once',
    },
    json: {type: 'boolean', default: false, description: 'Print the report as JSON'},
    ...lakeArgs,
  },
  run: async ({args}) => {
    const target = resolveTarget(args)
    const dryRun = args['dry-run']
    if (target.kind === 'remote' && !args.publish && !dryRun) {
      throw new UserError(
        `This would publish to project ${target.projectId}, dataset ${target.dataset}: say so with --publish, or look first with --dry-run.`,
      )
    }
    const story = await readStory({article: args.article, register: args.register})
    const connection = await connect(target, {readOnly: dryRun})
    try {
      const progress = (step: string): void => console.error(`${step} (${connection.where}) …`)
      const options = {dryRun, force: args.force}
      const report = await seedStory(connection.client, story, options, progress)
      console.log(args.json ? JSON.stringify(report, null, 2) : describeReport(report))
    } finally {
      await connection.close()
    }
  },
})

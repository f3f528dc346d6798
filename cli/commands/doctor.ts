import {defineCommand} from 'citty'

import {examineDirectory} from '../../lake/index.ts'
import {lakeArgs, resolveEmbedded} from '../config.ts'
import {knownFlags} from '../knownFlags.ts'

export const doctor = defineCommand({
  plugins: [knownFlags],
  meta: {
    name: 'doctor',
    description: 'Examine the files of the embedded lake, which must not be running',
  },
  args: {
    repair: {
      type: 'boolean',
      default: false,
      description: 'Write anew what follows from the documents',
    },
    json: {type: 'boolean', default: false, description: 'Print what was found as JSON'},
    data: lakeArgs.data,
  },
  run: ({args}) => {
    const {directory} = resolveEmbedded(args)
    const {datasets, findings} = examineDirectory(directory, {repair: args.repair})
    const left = findings.filter(({isRepaired}) => !isRepaired)
    if (left.length > 0) process.exitCode = 1
    if (args.json) {
      console.log(JSON.stringify({directory, datasets, findings}, null, 2))
      return
    }
    for (const {name, documents} of datasets) console.log(`${name}: ${documents} document(s)`)
    for (const {file, message, isRepaired} of findings) {
      console.log(`${file}: ${message}${isRepaired ? ' Repaired.' : ''}`)
    }
    console.log(left.length === 0 ? 'All is well.' : `${left.length} problem(s) left.`)
  },
})

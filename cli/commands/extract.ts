import {createInterface} from 'node:readline'

import {defineCommand} from 'citty'
import {z} from 'zod'

import {extract as extractArticle} from '../../seed/extract/extract.ts'
import type {Gazetteer} from '../../seed/extract/gazetteer.ts'
import {toJsonLine} from '../../seed/extract/jsonl.ts'
import {gazetteerOf} from '../../seed/register/gazetteerOf.ts'
import {parseRegister} from '../../seed/register/parseRegister.ts'
import {problemLine} from '../../seed/validate/problem.ts'
import {knownFlags} from '../knownFlags.ts'
import {articlePath, readStoryFile, registerPath} from '../storyFiles.ts'
import {UserError} from '../userError.ts'

const inputLine = z.looseObject({id: z.string(), text: z.string()})

export const extract = defineCommand({
  plugins: [knownFlags],
  meta: {
    name: 'extract',
    description: 'Find mentions, quotations and figures in an article, without writing anything',
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
      description: 'Register whose names are looked for; the one beside the article by default',
    },
    jsonl: {
      type: 'boolean',
      default: false,
      description: 'Read {"id", "text"} lines from standard input, print one line for each',
    },
  },
  run: async ({args}) => {
    if (args.jsonl) {
      const named = args.register !== undefined && args.register !== 'none'
      await extractLines(named ? await readGazetteer(args.register) : [])
      return
    }
    const article = articlePath(args.article)
    const {content} = await readStoryFile(article)
    const gazetteer =
      args.register === 'none' ? [] : await readGazetteer(registerPath(article, args.register))
    const line = toJsonLine(article, extractArticle(content, gazetteer))
    console.log(JSON.stringify(line, null, 2))
  },
})

/** One line at a time, so that an archive of any size needs the memory of one article. */
async function extractLines(gazetteer: Gazetteer): Promise<void> {
  let number = 0
  for await (const line of createInterface({input: process.stdin})) {
    number++
    if (line.trim() === '') continue
    const {id, text} = parseLine(line, number)
    console.log(JSON.stringify(toJsonLine(id, extractArticle(text, gazetteer))))
  }
}

function parseLine(line: string, number: number): {id: string; text: string} {
  try {
    return inputLine.parse(JSON.parse(line))
  } catch {
    throw new UserError(`Line ${number} of the input is not {"id": "…", "text": "…"}: mend it.`)
  }
}

async function readGazetteer(file: string | undefined): Promise<Gazetteer> {
  const {content, file: name} = await readStoryFile(file ?? '')
  const {register, problems = []} = parseRegister(content, name)
  if (register === undefined) throw new UserError(problems.map(problemLine).join('\n'))
  return gazetteerOf(register)
}

import {randomUUID} from 'node:crypto'
import {existsSync} from 'node:fs'
import path from 'node:path'
import {createInterface} from 'node:readline'

import {defineCommand} from 'citty'
import {z} from 'zod'

import {isPlainText} from '../../seed/compose/checkArticleText.ts'
import {draftStory} from '../../seed/compose/draftStory.ts'
import {extract as extractArticle} from '../../seed/extract/extract.ts'
import type {Gazetteer} from '../../seed/extract/gazetteer.ts'
import {toJsonLine} from '../../seed/extract/jsonl.ts'
import {knownFrom} from '../../seed/known/known.ts'
import {articleIdOf, derivedIds} from '../../seed/register/derivedIds.ts'
import type {RegisterFile} from '../../seed/register/draftRegister.ts'
import {gazetteerOf} from '../../seed/register/gazetteerOf.ts'
import {parseRegister} from '../../seed/register/parseRegister.ts'
import {problemLine} from '../../seed/validate/problem.ts'
import {writeRegister} from '../writeRegister.ts'
import {knownFlags} from '../knownFlags.ts'
import {articlePath, findRegister, readStoryFile} from '../storyFiles.ts'
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
    'register-out': {
      type: 'string',
      valueHint: 'FILE',
      description: 'Write what was found as a register too, to be corrected and seeded with',
    },
    jsonl: {
      type: 'boolean',
      default: false,
      description: 'Read {"id", "text"} lines from standard input, print one line for each',
    },
  },
  run: async ({args}) => {
    if (args.jsonl) {
      const {register = 'none'} = args
      await extractLines(register === 'none' ? [] : await readGazetteer(register))
      return
    }
    const article = articlePath(args.article)
    const {content, file} = await readStoryFile(article)
    if (!isPlainText(content)) {
      throw new UserError(`${file} is not a text file in UTF-8: save it as plain text.`)
    }
    const register = findRegister(article, args.register)
    const gazetteer = register === undefined ? [] : await readGazetteer(register, content)
    const registerOut = args['register-out']
    if (registerOut !== undefined) await writeRegister(registerOut, draftFor(content))
    const line = toJsonLine(article, extractArticle(content, gazetteer))
    console.log(JSON.stringify(line, null, 2))
  },
})

/** The register of an article that stands alone: everybody in it is new. */
function draftFor(text: string): RegisterFile {
  const secret = randomUUID()
  const id = articleIdOf(secret, text)
  const newId = derivedIds(secret, id)
  return draftStory({article: {id, text}, known: knownFrom(), newId}).register
}

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

/** The names of a register; those that it leaves to its article are read from that. */
async function readGazetteer(file: string, article?: string): Promise<Gazetteer> {
  const {content, file: name} = await readStoryFile(file)
  const beside = path.join(path.dirname(file), 'article.txt')
  const text = article ?? (existsSync(beside) ? (await readStoryFile(beside)).content : '')
  const {register, problems = []} = parseRegister(content, name, text)
  if (register === undefined) throw new UserError(problems.map(problemLine).join('\n'))
  return gazetteerOf(register)
}

import {createReadStream} from 'node:fs'
import {opendir, stat} from 'node:fs/promises'
import path from 'node:path'
import {createInterface} from 'node:readline'
import type {Readable} from 'node:stream'
import {text as wholeOf} from 'node:stream/consumers'

import {readArticle, readRecord} from '../seed/archive/articleRecord.ts'
import type {Incoming} from '../seed/archive/seedArchive.ts'
import {readStoryFile} from './storyFiles.ts'
import {UserError} from './userError.ts'

/** Articles from files, folders and lines, one after the other. */
export interface ArticleSources {
  readonly articles: AsyncIterable<Incoming>
  /** `undefined` when they come from standard input. */
  readonly totalBytes: number | undefined
  bytesRead: () => number
}

interface Given {
  readonly title?: string | undefined
  readonly language?: string | undefined
}

/** The name that stands for standard input. */
export const STANDARD_INPUT = '-'

/**
 * Opens text files, JSON Lines files and folders of both, and standard input. Only one article is
 * held at a time. `given` counts for articles that say nothing themselves.
 */
export async function openArticles(
  inputs: readonly string[],
  given: Given = {},
  input: Readable = process.stdin,
): Promise<ArticleSources> {
  const files: {file: string; root: string; size: number}[] = []
  for (const name of inputs.filter((one) => one !== STANDARD_INPUT)) {
    files.push(...(await filesOf(name)))
  }
  const hasInput = inputs.includes(STANDARD_INPUT)
  let read = 0
  const onRead = (bytes: number): void => {
    read += bytes
  }
  async function* articles(): AsyncGenerator<Incoming> {
    for (const {file, root} of files) yield* articlesOf(file, root, given, onRead)
    if (hasInput) yield* articlesOfInput(input, given, onRead)
  }
  return {
    articles: articles(),
    totalBytes: hasInput ? undefined : files.reduce((sum, {size}) => sum + size, 0),
    bytesRead: () => read,
  }
}

const textFile = /\.(?:txt|text|md)$/i
const linesFile = /\.(?:jsonl|ndjson)$/i

/** The article files that a name stands for, those of a folder in the order of their names. */
async function filesOf(name: string) {
  const found = await stat(name).catch((error: Error) => {
    throw new UserError(`${name} cannot be read (${error.message}): name an existing file.`)
  })
  if (!found.isDirectory()) return [{file: name, root: path.dirname(name), size: found.size}]
  const files: string[] = []
  for await (const entry of await opendir(name, {recursive: true})) {
    const isArticle = textFile.test(entry.name) || linesFile.test(entry.name)
    if (entry.isFile() && isArticle) files.push(path.join(entry.parentPath, entry.name))
  }
  if (files.length === 0) {
    throw new UserError(`${name} holds no articles: it needs .txt or .jsonl files.`)
  }
  const sized = files.toSorted().map(async (file) => {
    const {size} = await stat(file)
    return {file, root: name, size}
  })
  return Promise.all(sized)
}

async function* articlesOf(
  file: string,
  root: string,
  given: Given,
  onRead: (bytes: number) => void,
): AsyncGenerator<Incoming> {
  if (linesFile.test(file)) {
    yield* recordsOf(createReadStream(file), path.relative('.', file), given, onRead)
    return
  }
  const place = path.relative('.', file)
  const {content} = await readStoryFile(file)
  onRead(Buffer.byteLength(content))
  yield plainArticle(content, place, path.relative(root, file), given)
}

/** Records, a line each, or one article as plain text. */
async function* articlesOfInput(
  input: Readable,
  given: Given,
  onRead: (bytes: number) => void,
): AsyncGenerator<Incoming> {
  const place = 'standard input'
  const start = await startOf(input)
  if (start === undefined) yield {place, problems: ['is empty; it needs articles']}
  else if (start.trimStart().startsWith('{')) yield* recordsOf(input, place, given, onRead)
  else yield plainArticle(await wholeOf(input), place, place, given)
}

/** What a stream begins with; it can still be read from its start. */
async function startOf(input: Readable): Promise<string | undefined> {
  let start: string | Uint8Array | undefined
  for await (const chunk of input.iterator({destroyOnReturn: false})) {
    start = typeof chunk === 'string' || chunk instanceof Uint8Array ? chunk : undefined
    break
  }
  if (start === undefined) return undefined
  input.unshift(start)
  return typeof start === 'string' ? start : Buffer.from(start).toString()
}

async function* recordsOf(
  stream: Readable,
  file: string,
  given: Given,
  onRead: (bytes: number) => void,
): AsyncGenerator<Incoming> {
  let number = 0
  for await (const line of createInterface({input: stream, crlfDelay: Infinity})) {
    number++
    onRead(Buffer.byteLength(line) + 1)
    if (line.trim() === '') continue
    const place = `${file}:${number}`
    const record = parseRecord(line, given)
    if (record) yield {place, ...readRecord(record, place)}
    else yield {place, problems: ['is not JSON like {"id": "…", "text": "…"}']}
  }
}

function parseRecord(line: string, {language}: Given): object | undefined {
  try {
    const record: unknown = JSON.parse(line)
    if (typeof record !== 'object' || record === null) return undefined
    return language === undefined ? record : {language, ...record}
  } catch {
    return undefined
  }
}

/** A file goes by its name and its headline: a corrected text is the same article, another is not. */
function plainArticle(text: string, place: string, name: string, given: Given): Incoming {
  const [headline = ''] = text.trimStart().split(/[\r\n\u2028\u2029]/, 1)
  const source = JSON.stringify([path.basename(name), given.title ?? headline.trim()])
  return {place, ...readArticle({place, source, text, ...given})}
}

import type {Span} from '../span.ts'

/** A word of the text, without its possessive ending, and what stands before it on its line. */
export interface Word extends Span {
  /** Counts the words of the text. */
  readonly index: number
  readonly text: string
  /** The characters since the word before; empty for the first word of a line. */
  readonly gap: string
  /** Begins with a capital, or with a small particle that is tied to one: "al-Amr". */
  readonly isCapital: boolean
  readonly isPossessive: boolean
  /** Would be capitalised whatever it is: it opens a line, a sentence or speech. */
  readonly opensSentence: boolean
  /** Counts the lines of the text. */
  readonly line: number
}

const line = /[^\r\n\u2028\u2029]+/g
const word =
  /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['\u2019.&\u2010\u2011-][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*/gu
/** A hyphen binds the parts of a name, not "Kyiv-based", "Russian-backed" or "anti-Quist". */
const looseHyphen =
  /(?<=^(?!(?:al|el|ul|ad|as|ash|ar|an)[\u2010\u2011-])\p{Ll}+)[\u2010\u2011-](?=\p{Lu})|[\u2010\u2011-](?=(?:based|born|run|held|made|built|era|area|wide|bound|\p{Ll}{3,}(?:ed|ing|ly|style|like))$)/u
const dottedLetters = /^(?:\p{Lu}\.)+\p{Lu}$/u
const possessive = /['\u2019]s$/i
const capital = /^(?:\p{Lu}|(?:al|el|ul|ad|as|ash|ar|an|bin|d['\u2019])-?\p{Lu})/u
/** The first person, and what only begins with a letter: "T-shirt". */
const noName = /^(?:I(?:['\u2019]\p{Ll}+)?|\p{Lu}-\p{Ll}+)$/u
const endsSentence = /[.!?\u2026:;][\s"'\u201C\u201D\u2018\u2019)\]\u00AB\u00BB]*$/
const opensSpeech = /(?:^|\s)'$|["\u201C\u00AB\u2018([\u2022\u2013\u2014]\s*$/
const abbreviation =
  /^(?:\p{Lu}|Mr|Mrs|Ms|Mx|Dr|St|Sr|Jr|Gen|Col|Maj|Capt|Lt|Sgt|Cpl|Cmdr|Adm|Gov|Sen|Rep|Rev|Hon|Prof|Supt|Insp|Pres|No|vs|v|Mt|Ft|(?:\p{Lu}\.)+\p{Lu}\.?)$/u

/** Reads the words of a text, line by line. */
export function readWords(text: string): Word[] {
  const words: Word[] = []
  let lines = 0
  for (const found of text.matchAll(line)) {
    readLine(found[0], found.index, lines, words)
    lines += 1
  }
  return words
}

function readLine(printed: string, offset: number, number: number, words: Word[]): void {
  let last: {text: string; end: number} | undefined
  for (const found of printed.matchAll(word)) {
    for (const piece of pieces(found[0], found.index)) {
      const isDotted = dottedLetters.test(piece.text) && printed[piece.end] === '.'
      const full = isDotted ? `${piece.text}.` : piece.text
      const isPossessive = possessive.test(full) || isPluralPossessive(printed, piece.end, full)
      const text = full.replace(possessive, '')
      const gap = last ? printed.slice(last.end, piece.start) : ''
      words.push({
        index: words.length,
        start: offset + piece.start,
        end: offset + piece.start + text.length,
        text,
        gap,
        isCapital: capital.test(text) && !noName.test(text),
        isPossessive,
        opensSentence: !last || opens(gap, last.text),
        line: number,
      })
      last = {text: full, end: piece.start + text.length}
    }
  }
}

function pieces(text: string, start: number): (Span & {text: string})[] {
  const hyphen = looseHyphen.exec(text)
  if (!hyphen) return [{text, start, end: start + text.length}]
  const after = hyphen.index + 1
  return [
    {text: text.slice(0, hyphen.index), start, end: start + hyphen.index},
    ...pieces(text.slice(after), start + after),
  ]
}

/** "the Quists' house"; a closing quotation mark looks the same, but nothing hangs on it there. */
function isPluralPossessive(printed: string, end: number, text: string): boolean {
  return /s$/i.test(text) && /^['\u2019]\s\S/.test(printed.slice(end, end + 3))
}

function opens(gap: string, before: string): boolean {
  if (opensSpeech.test(gap)) return true
  if (!endsSentence.test(gap)) return false
  return !(/^\.\s*$/.test(gap) && abbreviation.test(before))
}

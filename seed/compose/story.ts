import type {Extraction} from '../extract/extract.ts'
import type {Figure} from '../extract/figures.ts'
import type {Span} from '../extract/span.ts'
import {covers} from '../extract/span.ts'
import type {KnownEntry, Register, RegisterEntity} from '../register/registerSchema.ts'

/** What documents are composed from: what was found in an article, and what its editors know. */
export interface Story {
  readonly article: Extraction
  readonly register: Register
}

/** The entity that a key of the register stands for. A register that was checked has no other keys. */
export function entityOf({register}: Story, key: string): RegisterEntity | KnownEntry {
  const entity = [...register.entities, ...register.known].find((one) => one.key === key)
  if (!entity) throw new Error(`The register has no entity "${key}"; check it before composing.`)
  return entity
}

/** The key of a paragraph's block: `p00` for the first. */
export function blockKey(paragraph: number): string {
  return `p${String(paragraph).padStart(2, '0')}`
}

/** Which paragraph holds a finding; `undefined` for one in the headline. */
export function paragraphOf({article}: Story, finding: Span): number | undefined {
  const index = article.paragraphs.findIndex((paragraph) => covers(paragraph, finding))
  return index === -1 ? undefined : index
}

/** The key of a figure, the same in the text and in the poll that it is a finding of: `p11f0`. */
export function figureKey(story: Story, figure: Figure): string {
  const paragraph = paragraphOf(story, figure) ?? 0
  const span = story.article.paragraphs[paragraph]
  const own = story.article.figures.filter((one) => span && covers(span, one))
  return `${blockKey(paragraph)}f${own.indexOf(figure)}`
}

/** Something that keeps a story from being seeded, told so that its author can mend it. */
export interface Problem {
  /** The file or document it is in. */
  readonly where: string
  /** The place inside it; empty when the whole is meant. */
  readonly path: string
  /** What is wrong and the way out, as one sentence. */
  readonly message: string
}

/** One problem as one line, the place first. */
export function problemLine({where, path, message}: Problem): string {
  return path === '' ? `${where}: ${message}` : `${where} › ${path}: ${message}`
}

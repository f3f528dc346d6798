/** One entry of a list an editor chooses from: what is stored, and what the editor reads. */
export interface Option {
  readonly value: string
  readonly title: string
}

/** The words an editor reads for a stored value; nothing for a value that is not in the list. */
export function titleOf(options: readonly Option[], value: unknown): string | undefined {
  return options.find((option) => option.value === value)?.title
}

import {escapeText} from './escapeText.ts'

/** The attributes of a start tag, escaped; what is undefined is left out. */
export function attributes(
  values: Readonly<Record<string, string | number | null | undefined>>,
): string {
  return Object.entries(values)
    .flatMap(([name, value]) =>
      value === undefined || value === null ? [] : [` ${name}="${escapeText(String(value))}"`],
    )
    .join('')
}

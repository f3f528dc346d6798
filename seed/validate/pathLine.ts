import type {Path} from 'sanity'

/** A path into a document, written as an editor of files would: `findings[p11f0].value`. */
export function pathLine(path: Path): string {
  return path.reduce<string>((line, step) => {
    if (typeof step === 'string') return line === '' ? step : `${line}.${step}`
    if (typeof step === 'number') return `${line}[${step}]`
    return `${line}[${'_key' in step ? step._key : step.join(':')}]`
  }, '')
}

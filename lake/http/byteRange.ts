/**
 * The bytes that a `Range` header asks for, both ends included: `undefined` for all of them, which is
 * also what several ranges at once get.
 */
export function byteRange(
  header: string | undefined,
  size: number,
): {start: number; end: number} | 'outside' | undefined {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '') ?? []
  if (first === '' && last === '') return undefined
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  return start > end ? 'outside' : {start, end}
}

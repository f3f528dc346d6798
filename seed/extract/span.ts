/** A stretch of the untouched text, in UTF-16 code units: `text.slice(start, end)` gives its words. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Why a finding was made, and how far the rule that made it can be trusted (0 to 1). */
export interface Evidence {
  readonly rule: string
  readonly confidence: number
}

/** Whether `inner` lies wholly inside `outer`. */
export function covers(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

/** Whether two stretches share at least one character. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

/** Orders findings as a reader meets them; of two that begin together the longer comes first. */
export function inReadingOrder(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end
}

/** How many of spans in reading order begin before an offset. */
export function countBefore(spans: readonly Span[], offset: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.start ?? offset) < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** Those of spans in reading order that lie wholly inside a stretch. */
export function within<Of extends Span>(spans: readonly Of[], stretch: Span): Of[] {
  return spans
    .slice(countBefore(spans, stretch.start), countBefore(spans, stretch.end))
    .filter((one) => covers(stretch, one))
}

/** Remembers which stretches of a text are taken, however many they are. */
export class Taken {
  readonly #units: Uint8Array

  constructor(text: string, spans: readonly Span[] = []) {
    this.#units = new Uint8Array(text.length)
    for (const span of spans) this.add(span)
  }

  add({start, end}: Span): void {
    this.#units.fill(1, start, end)
  }

  /** Whether any of the stretch is taken. */
  meets({start, end}: Span): boolean {
    return this.#units.subarray(start, end).includes(1)
  }
}

/** Does something at its first call, and answers every call with what came of it. */
export function once<T>(make: () => T): () => T {
  let made: {value: T} | undefined
  return () => (made ??= {value: make()}).value
}

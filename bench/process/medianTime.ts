/** The median time of so many turns, in milliseconds. */
export async function medianTime(
  turns: number,
  work: (number: number) => Promise<void>,
): Promise<number> {
  const times: number[] = []
  for (let number = 0; number < turns; number++) {
    const began = performance.now()
    await work(number)
    times.push(performance.now() - began)
  }
  return medianOf(times)
}

export function medianOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

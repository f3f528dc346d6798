/** How far a long task has come. */
export interface Progress {
  readonly done: number
  readonly failed: number
  /** From 0 to 1; `undefined` when nobody knows how much there is. */
  readonly share: number | undefined
}

/** Shows how a task comes on. */
export interface ProgressBar {
  update(progress: Progress): void
  end(): void
}

const WIDTH = 30

/** A bar that moves where somebody looks on, and a plain line now and then in a log. */
export function progressBar(stream: NodeJS.WriteStream, noun: string): ProgressBar {
  const pause = stream.isTTY ? 100 : 5000
  const began = Date.now()
  let shown = stream.isTTY ? 0 : began
  let latest: Progress | undefined
  const show = (progress: Progress): void => {
    shown = Date.now()
    const line = lineOf(progress, noun, (shown - began) / 1000, stream.isTTY)
    stream.write(stream.isTTY ? `\r\u001B[2K${line}` : `${line}\n`)
  }
  return {
    update: (progress) => {
      latest = progress
      if (Date.now() - shown >= pause) show(progress)
    },
    end: () => {
      if (latest) show(latest)
      if (latest && stream.isTTY) stream.write('\n')
    },
  }
}

function lineOf(
  {done, failed, share}: Progress,
  noun: string,
  seconds: number,
  isDrawn: boolean,
): string {
  const parts = [`${done} ${done === 1 ? noun : `${noun}s`}`]
  if (failed > 0) parts.push(`${failed} failed`)
  if (share !== undefined) parts.push(`${Math.floor(share * 100)} %`)
  if (share !== undefined && share > 0.02 && share < 1) {
    parts.push(`about ${duration((seconds / share) * (1 - share))} left`)
  }
  const text = parts.join(', ')
  if (!isDrawn || share === undefined) return text
  const full = Math.round(share * WIDTH)
  return `${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${text}`
}

/** A length of time as people say it. */
export function duration(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`
  return seconds < 5400 ? `${Math.ceil(seconds / 60)} min` : `${Math.ceil(seconds / 3600)} h`
}

/** Something that keeps a lake from writing, or reading, and that whoever looks after it can mend. */
export interface StorageTrouble {
  /** Temporary, so that Studio keeps what an editor has typed and tries again. */
  statusCode: 503 | 507
  /** What is there is not what was written. */
  isDamage?: true
  /** One sentence with the way out; `place` is the data directory or what stands for it. */
  describe: (place: string) => string
}

const FULL: StorageTrouble = {
  statusCode: 507,
  describe: (place) =>
    `The disk of ${place} is full: nothing was written. Free some space; the lake goes on by itself.`,
}
const FORBIDDEN: StorageTrouble = {
  statusCode: 503,
  describe: (place) =>
    `The lake may not write in ${place}: nothing was written. Make its folders and files writable to the lake's user.`,
}
const FAILING: StorageTrouble = {
  statusCode: 503,
  describe: (place) =>
    `The disk of ${place} fails: nothing was written. See the system's log, and keep the last backup.`,
}
const DAMAGED: StorageTrouble = {
  statusCode: 503,
  isDamage: true,
  describe: (place) =>
    `A file in ${place} is damaged: nothing was written. Stop the lake, run "storygraph doctor" and restore a backup.`,
}

const SYSTEM_CODES: Record<string, StorageTrouble> = {
  ENOSPC: FULL,
  EDQUOT: FULL,
  EFBIG: FULL,
  EROFS: FORBIDDEN,
  EACCES: FORBIDDEN,
  EPERM: FORBIDDEN,
  EIO: FAILING,
}

/** By SQLite's primary result codes. */
const SQLITE_CODES: Record<number, StorageTrouble> = {
  8: FORBIDDEN,
  10: FAILING,
  11: DAMAGED,
  13: FULL,
  14: FORBIDDEN,
  26: DAMAGED,
}

/** What an error of the system or of SQLite says about the disk; `undefined` for any other. */
export function storageTroubleOf(error: unknown): StorageTrouble | undefined {
  if (!(error instanceof Error)) return undefined
  if ('errcode' in error && typeof error.errcode === 'number') {
    return SQLITE_CODES[error.errcode & 0xff]
  }
  const known =
    'code' in error && typeof error.code === 'string' ? SYSTEM_CODES[error.code] : undefined
  return known ?? storageTroubleOf(error.cause)
}

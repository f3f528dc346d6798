/** A mistake that whoever ran the command can mend; the message says how. Exit code 1, no stack. */
export class UserError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'UserError'
  }
}

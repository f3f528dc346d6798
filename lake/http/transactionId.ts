import {z} from 'zod'

/** The id that a client may give a transaction. */
export const transactionId = z
  .string()
  .regex(/^[\w.-]{1,128}$/, 'is not a transaction id')
  .optional()

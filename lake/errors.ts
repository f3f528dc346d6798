/** One thing that went wrong within a mutation or action, as `@sanity/client` lists it in `details.items`. */
export interface ErrorItem {
  error: {type: string; description: string; id?: string; referencingIDs?: string[]}
  index: number
}

type ErrorBody =
  | {statusCode: number; error: string; message: string; errorCode?: string}
  | {error: {type: string; description: string; items?: ErrorItem[]}}
  | {
      error: {
        type: 'queryParseError'
        description: string
        query: string
        start: number
        end: number
      }
    }

/** A failure with the status and JSON body that the HTTP API answers; every error of the lake is one. */
export class LakeError extends Error {
  readonly statusCode: number
  readonly body: ErrorBody

  constructor(statusCode: number, body: ErrorBody, message: string) {
    super(message)
    this.name = 'LakeError'
    this.statusCode = statusCode
    this.body = body
  }
}

const STATUS_NAMES: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  413: 'Payload Too Large',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  501: 'Not Implemented',
  503: 'Service Unavailable',
  507: 'Insufficient Storage',
}

/** The plain error shape: a status, its name and one sentence. */
export function httpError(statusCode: number, message: string, errorCode?: string): LakeError {
  const error = STATUS_NAMES[statusCode] ?? 'Error'
  const body = {statusCode, error, message, ...(errorCode === undefined ? {} : {errorCode})}
  return new LakeError(statusCode, body, message)
}

/** A refused mutation or action; `index` is its place in the request. */
export function writeError(
  kind: 'mutationError' | 'actionError',
  statusCode: number,
  item: ErrorItem,
): LakeError {
  const {description} = item.error
  return new LakeError(statusCode, {error: {type: kind, description, items: [item]}}, description)
}

/** What a user may not do. Studio knows by the type that a button is of no use to them. */
export function permissionError(description: string): LakeError {
  return new LakeError(
    403,
    {error: {type: 'insufficientPermissionsError', description}},
    description,
  )
}

/** GROQ that cannot be parsed; the client prints a code frame from `start` and `end`. */
export function queryParseError(
  query: string,
  place: {start: number; end: number},
  description: string,
): LakeError {
  const start = Math.min(place.start, query.length)
  const end = Math.min(place.end, query.length)
  return new LakeError(
    400,
    {error: {type: 'queryParseError', description, query, start, end}},
    description,
  )
}

/** GROQ that parses but asks for something that cannot be computed here. */
export function queryEvaluationError(description: string): LakeError {
  return new LakeError(400, {error: {type: 'queryEvaluationError', description}}, description)
}

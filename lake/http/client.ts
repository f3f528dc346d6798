import type {LakeRequest} from './context.ts'

/** Who is counted as one: the holders of a token or, without any, all who ask from one address. */
export function clientOf(context: LakeRequest): string {
  return context.get('token') ?? context.env.incoming?.socket.remoteAddress ?? 'this process'
}

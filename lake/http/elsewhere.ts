import type {LakeContext, LakeRequest} from './context.ts'

/** What proxies add; a program on this machine that asks directly sends none of it. */
const FORWARDED = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip']

/**
 * Whether a request may come from another machine: the lake accepts connections from there, or a
 * proxy says that it only passes the request on. Nothing is then taken on trust.
 */
export function comesFromElsewhere(context: LakeRequest, lake: LakeContext): boolean {
  return lake.isExposed() || FORWARDED.some((name) => context.req.header(name) !== undefined)
}

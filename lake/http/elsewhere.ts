import type {Asked} from './asked.ts'
import type {LakeContext} from './context.ts'

/** What proxies add; a program on this machine that asks directly sends none of it. */
const FORWARDED = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip']

/**
 * Whether a request may come from another machine: the lake accepts connections from there, or a
 * proxy says that it only passes the request on. Nothing is then taken on trust.
 */
export function comesFromElsewhere(asked: Pick<Asked, 'header'>, lake: LakeContext): boolean {
  return lake.isExposed() || FORWARDED.some((name) => asked.header(name) !== undefined)
}

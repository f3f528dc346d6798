import {uriLooksSafe} from '@portabletext/to-html'

/** An address that a reader can follow safely; undefined for any other, such as a script. */
export function safeAddress(address: string | null | undefined): string | undefined {
  return address && uriLooksSafe(address) ? address : undefined
}

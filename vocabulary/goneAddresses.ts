/**
 * What stands for a page’s address in the list of those that are gone for good: its SHA-256 digest
 * in hexadecimal digits. The address itself may be what endangers somebody, so nobody can read it
 * off the list; who asks for an address can be told that it is gone. Runs where Web Crypto does:
 * in Node, at the edge, and on pages served by https or from this machine.
 */
export async function addressDigest(type: string, slug: string): Promise<string> {
  const bytes = new TextEncoder().encode(`${type}/${slug}`)
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

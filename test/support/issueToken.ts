import type {SanityClient} from '@sanity/client'

import type {Role} from '../../lake/index.ts'

/** Makes a token that holds until it is revoked, as an administrator. */
export async function issueToken(
  administrator: SanityClient,
  roleName: Role,
  label: string = roleName,
): Promise<string> {
  const {key} = await administrator.request<{key: string}>({
    url: '/projects/storygraph/tokens',
    method: 'POST',
    body: {label, roleName},
  })
  return key
}

import path from 'node:path'

import type {NextConfig} from 'next'

const config: NextConfig = {
  cacheComponents: true,
  partialPrefetching: true,
  // The stylesheet is shared with the other example and lies beside this folder.
  turbopack: {root: path.resolve(import.meta.dirname, '..')},
}

export default config

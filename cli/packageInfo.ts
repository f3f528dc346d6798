import {createRequire} from 'node:module'
import path from 'node:path'

const require = createRequire(import.meta.url)
const manifest = 'storygraph/package.json'

/** The package's own folder, wherever it is installed. */
export const PACKAGE_ROOT = path.dirname(require.resolve(manifest))

/** What package.json says about the package. */
export const {version, description}: {version: string; description: string} = require(manifest)

import {findBrowser} from './browser.ts'

/** Unpacks the browser before there are several that start it: a file half written cannot be run. */
export default async function browserOnce(): Promise<void> {
  await findBrowser()
}

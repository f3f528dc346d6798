import {type Browser, launch} from 'puppeteer-core'

import {findInstalled} from './browser.ts'

/** Starts a real Firefox: that of `FIREFOX_PATH` or of the system, in this order. */
export async function launchFirefox(): Promise<Browser> {
  const executablePath = findInstalled('FIREFOX_PATH', ['firefox', 'firefox-esr'])
  if (executablePath === undefined) {
    throw new Error(
      'No Firefox found: install one (Debian: apt-get install firefox-esr) or name it in FIREFOX_PATH.',
    )
  }
  return launch({
    browser: 'firefox',
    executablePath,
    defaultViewport: {width: 1440, height: 900},
  })
}

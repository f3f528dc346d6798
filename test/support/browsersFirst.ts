import {BaseSequencer, type TestSpecification} from 'vitest/node'

/**
 * Starts with the files that drive a browser, which take longest, so that the workers end together
 * on a first run too. Within each kind the order is that of the runner: by how long the last run took.
 */
export default class BrowsersFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return sorted.toSorted((one, other) => Number(isInBrowser(other)) - Number(isInBrowser(one)))
  }
}

function isInBrowser({moduleId}: TestSpecification): boolean {
  return moduleId.endsWith('.studio.test.ts')
}

import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What takes as long as a third of all files together; begun last, it would run alone beside an idle core. */
const longest = 'accessibility/pages.test.ts'

/** Vitest's own order, which on a clean machine goes by the size of a file, with the longest run before it. */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isLongest = ({ moduleId }: TestSpecification) => moduleId.endsWith(longest)
    return [...sorted.filter(isLongest), ...sorted.filter((file) => !isLongest(file))]
  }
}

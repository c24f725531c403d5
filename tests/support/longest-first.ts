import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What takes minutes, mostly of waiting for news to arrive; begun last, one of them would run alone beside idle cores. */
const longest = [
  'accessibility/pages.test.ts',
  'e2e/family-helping.test.ts',
  'e2e/family.test.ts',
  'e2e/scam-alert.test.ts',
  'e2e/start-together.test.ts',
  'reminders/push.test.ts',
  'e2e/lost-phone.test.ts',
  'e2e/family-presence.test.ts',
  'offline/deeds.test.ts',
]

/** Vitest's own order, which on a clean machine goes by the size of a file, with the longest run before it. */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const first = longest.flatMap((name) => sorted.filter((file) => file.moduleId.endsWith(name)))
    return [...first, ...sorted.filter((file) => !first.includes(file))]
  }
}

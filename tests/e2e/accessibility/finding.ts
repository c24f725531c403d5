/** Something on a page that a person with weak eyes, trembling fingers or a screen reader would stumble over. */
export interface Finding {
  check: string
  /** What on the page: tag and the beginning of its words. */
  where: string
  what: string
}

/** One line each, without repetition, for the message of a failed test. */
export function inLines(findings: readonly Finding[]): string[] {
  return [...new Set(findings.map(({ check, where, what }) => `${check}: ${where}: ${what}`))]
}

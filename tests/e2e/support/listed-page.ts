/**
 * Every page a person can open: the accessibility suite and `npm run shots` walk this list, and a test holds it
 * against app/routes.ts. `as` is who looks: nobody, the woman with 40 days of history, her daughter, the man who
 * starts today.
 */
export interface ListedPage {
  /** Kebab-case; names the picture. */
  name: string
  path: string
  as: 'nobody' | 'senior' | 'daughter' | 'newcomer'
  /** The answer's status, where it is not 200. */
  status?: number
  /** What is done after the page has opened, as far as it is there: fields by label, then buttons by name. */
  fills?: Readonly<Record<string, string>>
  /** Choices to be made, by label, before the first of `taps` that finds them. */
  picks?: readonly string[]
  taps?: readonly string[]
  /** A link that is followed at the end. */
  follows?: string
}

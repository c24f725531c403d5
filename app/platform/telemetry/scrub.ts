const patterns: [RegExp, string][] = [
  [/eyJ[\w-]+\.[\w-]+\.[\w-]+/g, '[token]'],
  [/[\w.+-]+@[\w-]+(\.[\w-]+)+/g, '[email]'],
  [/\+?\d[\d\s()-]{6,}\d/g, '[number]'],
  [/[가-힣][가-힣\s]*/g, '[words]'],
  [/'[^']*'|"[^"]*"/g, '[value]'],
]

/**
 * Takes out of an error's text whatever could be about a person: tokens, addresses, numbers, Korean words
 * (names are written in them) and quoted values (PostgreSQL repeats the offending value in quotes).
 */
export function scrub(text: string): string {
  return patterns.reduce((clean, [pattern, mark]) => clean.replace(pattern, mark), text)
}

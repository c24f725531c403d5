/**
 * Enough of a name to know one's own, too little to learn another's: 김순자 → 김○자, 김순 → 김○.
 * @returns null for a name of one letter, of which nothing could be shown.
 */
export function maskName(name: string): string | null {
  const letters = [...name.trim()]
  const [first] = letters
  if (letters.length < 2) return null
  const hidden = '○'.repeat(Math.max(1, letters.length - 2))
  return `${first}${hidden}${letters.length > 2 ? letters.at(-1) : ''}`
}

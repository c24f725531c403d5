/**
 * Which caches to delete so that this build and the one before it stay: an open page of the last version
 * still finds its parts, and its documents serve until those of this build have been fetched.
 * @param names all caches in the order in which they were made, `<kind>-<build>`.
 */
export function cachesToDelete(names: readonly string[], build: string): string[] {
  const ours = names.filter((name) => /^(assets|shells)-/.test(name))
  const before = ours.map(buildOf).filter((one) => one !== build)
  const previous = before.at(-1)
  return ours.filter((name) => buildOf(name) !== build && buildOf(name) !== previous)
}

export const assetsOf = (build: string) => `assets-${build}`
export const shellsOf = (build: string) => `shells-${build}`

function buildOf(name: string): string {
  return name.slice(name.indexOf('-') + 1)
}

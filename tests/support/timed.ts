/** How long `work` took, in milliseconds: the median of so many tries, since the machine is shared. */
export async function medianMs(
  tries: number,
  work: (index: number) => Promise<unknown>,
): Promise<number> {
  const taken: number[] = []
  for (let index = 0; index < tries; index++) {
    const began = performance.now()
    await work(index)
    taken.push(performance.now() - began)
  }
  taken.sort((a, b) => a - b)
  return taken[Math.floor(tries / 2)] ?? 0
}

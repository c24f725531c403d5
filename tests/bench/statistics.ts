/** The value below which the share `p` (0 to 1) of the values lies, by nearest rank. */
export function percentile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const found = sorted[Math.max(0, Math.ceil(p * sorted.length) - 1)]
  if (found === undefined) throw new Error('no values to take a percentile of')
  return found
}

export const median = (values: readonly number[]) => percentile(values, 0.5)

/** The median of five runs, one after another: these machines are shared and noisy. */
export async function medianOfFive(run: () => Promise<number> | number): Promise<number> {
  const values: number[] = []
  for (let i = 0; i < 5; i++) values.push(await run())
  return median(values)
}

/** Milliseconds for a fixed piece of arithmetic: how fast this machine was while we measured. */
export function calibrate(): number {
  const began = performance.now()
  let x = 1
  for (let i = 0; i < 20_000_000; i++) x = (x * 1_103_515_245 + 12_345) % 2_147_483_648
  if (x < 0) throw new Error('unreachable, and keeps the loop alive')
  return performance.now() - began
}

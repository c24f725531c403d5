/** What `work` comes to; `otherwise` when it fails or takes longer than that. */
export function within<T>(otherwise: T, work: Promise<T>, limitMs: number): Promise<T> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(otherwise), limitMs)
    const settle = (value: T) => {
      clearTimeout(timer)
      resolve(value)
    }
    work.then(settle, () => settle(otherwise))
  })
}

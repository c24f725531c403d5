/** `BENCH_REMINDERS=0.01` measures with a hundredth of the people; goals are promised for all of them. */
const share = Number(process.env.BENCH_REMINDERS ?? 1)
if (!(share > 0 && share <= 1)) throw new Error('BENCH_REMINDERS is a share above 0 and up to 1')

const sized = (count: number) => Math.max(50, Math.round(count * share))

export const sizes = {
  /** With a dose at 08:00. */
  dueAtEight: sized(100_000),
  /** Pushed by the library alone. */
  raw: sized(10_000),
  few: Math.max(100, sized(1_000)),
  many: sized(1_000_000),
  /** Due at one minute while the web side is busy. */
  late: sized(10_000),
}

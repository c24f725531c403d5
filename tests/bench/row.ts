/** One measured figure. `goal` is the most it may be, in `unit`; null where nothing was promised. */
export interface Row {
  area: string
  name: string
  value: number
  unit: string
  goal: number | null
  met: boolean | null
}

export function row(
  area: string,
  name: string,
  value: number,
  unit: string,
  goal: number | null = null,
): Row {
  const rounded = Number(value.toPrecision(3))
  return { area, name, value: rounded, unit, goal, met: goal === null ? null : rounded <= goal }
}

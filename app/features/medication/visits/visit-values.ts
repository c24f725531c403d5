import type { VisitValues } from './plan-visit'

/** The fields of a form as they were typed. */
export function visitValues(form: FormData): VisitValues {
  const one = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value : ''
  }
  return { on: one('on'), time: one('time'), place: one('place'), replaces: one('replaces') }
}

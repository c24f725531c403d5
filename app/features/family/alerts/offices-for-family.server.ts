import lists from '../../../../content/scam/lists.json'

/** Where a relative asks or reports, digits only; the numbers were checked on `checkedOn`, `YYYY-MM-DD`. */
export interface OfficesForFamily {
  offices: { name: string; digits: string }[]
  checkedOn: string
}

const asked = [
  ['1394', '사기 물어보는 곳'],
  ['112', '돈을 보냈으면 경찰'],
] as const

/** By the dated list: a number that is not on it any more is not shown. */
export const officesForFamily: OfficesForFamily = {
  offices: asked
    .filter(([digits]) => lists.officialNumbers.some((known) => known.digits === digits))
    .map(([digits, name]) => ({ digits, name })),
  checkedOn: lists.checkedOn,
}

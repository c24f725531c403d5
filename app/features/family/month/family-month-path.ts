/** @param month `YYYY-MM` */
export const familyMonthPath = (linkId: string, month: string) => `/family/${linkId}/${month}`

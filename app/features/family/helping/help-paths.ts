/** Where a relative changes the medicines of the senior of this link. */
export const helpPath = (linkId: string) => `/family/${linkId}/medication`

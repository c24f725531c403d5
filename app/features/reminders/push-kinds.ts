/** Everything a push may be about. */
export const pushKinds = ['dose', 'warning', 'ladder', 'card', 'test', 'week', 'family'] as const
export type PushKind = (typeof pushKinds)[number]

/**
 * Every page a person can open: the accessibility suite and `npm run shots` walk this list, and a test holds it
 * against app/routes.ts. `as` is who looks: nobody, the woman with 40 days of history, the man who starts today.
 */
export interface ListedPage {
  /** Kebab-case; names the picture. */
  name: string
  path: string
  as: 'nobody' | 'senior' | 'newcomer'
  /** The answer's status, where it is not 200. */
  status?: number
  /** What is done after the page has opened, as far as it is there: fields by label, then buttons by name. */
  fills?: Readonly<Record<string, string>>
  taps?: readonly string[]
}

export const pages: readonly ListedPage[] = [
  { name: 'today-first-visit', path: '/', as: 'nobody' },
  { name: 'today', path: '/', as: 'senior' },
  { name: 'today-newcomer', path: '/', as: 'newcomer' },
  { name: 'learn', path: '/learn', as: 'senior' },
  { name: 'learn-first-visit', path: '/learn', as: 'nobody' },
  { name: 'todays-card', path: '/learn/today', as: 'newcomer' },
  { name: 'card', path: '/learn/fake-voice-check', as: 'nobody' },
  {
    name: 'card-answered',
    path: '/learn/fake-voice-check',
    as: 'nobody',
    taps: ['끊고 손자 번호로 걸어요'],
  },
  { name: 'sign-in', path: '/sign-in', as: 'nobody' },
  {
    name: 'sign-in-wrong',
    path: '/sign-in',
    as: 'nobody',
    fills: { 전화번호: '0101234' },
    taps: ['인증번호 받기'],
  },
  {
    name: 'sign-in-code',
    path: '/sign-in',
    as: 'nobody',
    fills: { 전화번호: '01000000004' },
    taps: ['인증번호 받기'],
  },
  // Without a question it leads to sign-in; the question itself is looked at in recycled-number.test.ts.
  { name: 'sign-in-no-question', path: '/sign-in/name', as: 'nobody' },
  { name: 'me-first-visit', path: '/me', as: 'nobody' },
  { name: 'me', path: '/me', as: 'senior' },
  { name: 'devices', path: '/me/devices', as: 'senior' },
  { name: 'delete-account', path: '/me/delete', as: 'senior' },
  { name: 'sign-out', path: '/me/sign-out', as: 'senior' },
  { name: 'help', path: '/help', as: 'nobody' },
  { name: 'offline', path: '/offline', as: 'nobody' },
  { name: 'not-found', path: '/no-such-page', as: 'nobody', status: 404 },
  { name: 'unavailable', path: '/dev/errors/unavailable', as: 'nobody', status: 503 },
  { name: 'inbox', path: '/dev/inbox', as: 'nobody' },
]

/** Shows every part of the design system; the suite gives it the full matrix. */
export const galleryPage: ListedPage = { name: 'ui', path: '/dev/ui', as: 'nobody' }

import { monthOf } from '../../../app/features/medication/schedule/care-date'
import { demoIdOf, demoLinks, demoPeople } from '../../../app/features/trial/demo-people'
import { dayPathOf, monthPathOf, todayInSeoul } from './medicines'
import { messages } from './messages'

const yesterday = todayInSeoul() - 1
const [senior] = demoPeople
const courseOf = (name: string) => `/medication/courses/${demoIdOf(senior?.id ?? '', name)}`
const helped = `/family/${demoLinks[0].id}`

/**
 * Every page a person can open: the accessibility suite and `npm run shots` walk this list, and a test holds it
 * against app/routes.ts. `as` is who looks: nobody, the woman with 40 days of history, her daughter, the man who
 * starts today.
 */
export interface ListedPage {
  /** Kebab-case; names the picture. */
  name: string
  path: string
  as: 'nobody' | 'senior' | 'daughter' | 'newcomer'
  /** The answer's status, where it is not 200. */
  status?: number
  /** What is done after the page has opened, as far as it is there: fields by label, then buttons by name. */
  fills?: Readonly<Record<string, string>>
  /** Choices to be made, by label, once the first of `taps` is done. */
  picks?: readonly string[]
  taps?: readonly string[]
  /** A link that is followed at the end. */
  follows?: string
}

export const pages: readonly ListedPage[] = [
  { name: 'today-first-visit', path: '/', as: 'nobody' },
  { name: 'today', path: '/', as: 'senior' },
  { name: 'today-newcomer', path: '/', as: 'newcomer' },
  { name: 'medication', path: '/medication', as: 'senior' },
  { name: 'medication-first-visit', path: '/medication', as: 'nobody' },
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
  { name: 'medicine-consent', path: '/medication/consent', as: 'nobody' },
  { name: 'medicine-first', path: '/medication/new', as: 'nobody' },
  { name: 'medicine-new', path: '/medication/new', as: 'nobody', taps: ['동의해요'] },
  {
    name: 'medicine-new-days',
    path: '/medication/new',
    as: 'nobody',
    picks: ['아침', '저녁'],
    taps: ['동의해요', '다음'],
  },
  {
    name: 'medicine-new-wrong',
    path: '/medication/new',
    as: 'nobody',
    picks: ['아침', '저녁'],
    taps: ['동의해요', '다음', '적어 두기'],
  },
  { name: 'medicine-refused', path: '/medication/new', as: 'nobody', taps: ['동의 안 해요'] },
  { name: 'medicines-none', path: '/medication/courses', as: 'nobody' },
  {
    name: 'medicine',
    path: '/medication/new',
    as: 'nobody',
    picks: ['아침', '저녁'],
    taps: ['동의해요', '다음', '30일', '적어 두기'],
  },
  { name: 'medicine-pouch', path: courseOf('pouch'), as: 'senior' },
  { name: 'medicine-pouch-edit', path: `${courseOf('pouch')}/edit`, as: 'senior' },
  { name: 'medicine-single-edit', path: `${courseOf('single')}/edit`, as: 'senior' },
  { name: 'medicine-as-needed', path: courseOf('headache'), as: 'senior' },
  { name: 'medicine-as-needed-edit', path: `${courseOf('headache')}/edit`, as: 'senior' },
  // Without a medicine of that name.
  { name: 'medicine-unknown', path: '/medication/courses/none', as: 'nobody' },
  { name: 'medicine-detail', path: '/medication/new/detail', as: 'senior' },
  {
    name: 'medicine-detail-wrong',
    path: '/medication/new/detail',
    as: 'senior',
    taps: ['적어 두기'],
  },
  { name: 'medicines', path: '/medication/courses', as: 'senior' },
  { name: 'medicine-edit-unknown', path: '/medication/courses/none/edit', as: 'nobody' },
  { name: 'medicine-hours', path: '/medication/hours', as: 'senior' },
  { name: 'medicine-pause', path: '/medication/pause', as: 'senior' },
  { name: 'medicine-calendar', path: '/medication/calendar', as: 'senior' },
  { name: 'medicine-calendar-none', path: '/medication/calendar', as: 'nobody' },
  { name: 'medicine-practice', path: '/medication/practice', as: 'nobody' },
  {
    name: 'medicine-practice-done',
    path: '/medication/practice',
    as: 'nobody',
    taps: ['먹었어요'],
  },
  { name: 'medication-history', path: '/medication/history', as: 'senior' },
  { name: 'medication-history-nobody', path: '/medication/history', as: 'nobody' },
  { name: 'medication-history-month', path: monthPathOf(yesterday), as: 'senior' },
  { name: 'medication-history-day', path: dayPathOf(yesterday), as: 'senior' },
  // With something taken when it was needed, three days ago.
  { name: 'medication-history-as-needed', path: dayPathOf(todayInSeoul() - 3), as: 'senior' },
  { name: 'medication-report', path: '/medication/report', as: 'senior' },
  { name: 'medication-report-90', path: '/medication/report?days=90', as: 'senior' },
  { name: 'medication-changes-none', path: '/medication/changes', as: 'nobody' },
  { name: 'medication-visits', path: '/medication/visits', as: 'senior' },
  // With a picture it is looked at in medication-photos.test.ts.
  {
    name: 'course-photo-unknown',
    path: '/medication/courses/00000000-0000-4000-8000-000000000000/photo',
    as: 'nobody',
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
  // With a phone to end they are looked at in lost-phone.test.ts.
  { name: 'new-phone', path: '/me/devices/new-phone', as: 'newcomer' },
  { name: 'lost-phone', path: '/me/devices/lost', as: 'newcomer' },
  { name: 'unknown-device', path: '/me/devices/unknown', as: 'newcomer' },
  { name: 'delete-account', path: '/me/delete', as: 'senior' },
  { name: 'sign-out', path: '/me/sign-out', as: 'senior' },
  { name: 'reminders', path: '/reminders', as: 'senior' },
  { name: 'reminders-nobody', path: '/reminders', as: 'nobody' },
  { name: 'family', path: '/family', as: 'daughter' },
  { name: 'family-none', path: '/family', as: 'newcomer' },
  { name: 'family-nobody', path: '/family', as: 'nobody' },
  { name: 'family-ask', path: '/family/ask', as: 'daughter' },
  {
    name: 'family-ask-wrong',
    path: '/family/ask',
    as: 'daughter',
    fills: { '부모님 전화번호': '0101234' },
    taps: ['물어보기'],
  },
  { name: 'family-join-nobody', path: `/family/join#${'x'.repeat(43)}`, as: 'nobody' },
  { name: 'family-join', path: `/family/join#${'x'.repeat(43)}`, as: 'daughter' },
  { name: 'family-join-old', path: '/family/join', as: 'daughter' },
  {
    name: 'family-month',
    path: `/family/${demoLinks[0].id}/${monthOf(yesterday)}`,
    as: 'daughter',
  },
  {
    name: 'family-month-nothing',
    path: `/family/00000000-0000-4000-8000-000000000000/${monthOf(yesterday)}`,
    as: 'daughter',
    status: 404,
  },
  { name: 'family-week', path: '/family/week', as: 'daughter' },
  { name: 'family-week-none', path: '/family/week', as: 'newcomer' },
  {
    name: 'family-week-wrong',
    path: '/family/week',
    as: 'daughter',
    fills: { '이메일 주소': 'daughter' },
    taps: ['이메일로 받기'],
  },
  // With a token of ours it is looked at in family-week.test.ts.
  { name: 'family-stop-unknown', path: '/family/stop/unknown', as: 'nobody', status: 404 },
  { name: 'helped-medicines', path: `${helped}/medication`, as: 'daughter' },
  { name: 'helped-new', path: `${helped}/medication/new`, as: 'daughter' },
  {
    name: 'helped-new-days',
    path: `${helped}/medication/new`,
    as: 'daughter',
    picks: ['아침', '저녁'],
    taps: ['다음'],
  },
  { name: 'helped-detail', path: `${helped}/medication/new/detail`, as: 'daughter' },
  {
    name: 'helped-detail-wrong',
    path: `${helped}/medication/new/detail`,
    as: 'daughter',
    taps: ['적어 두기'],
  },
  { name: 'helped-hours', path: `${helped}/medication/hours`, as: 'daughter' },
  { name: 'helped-medicine', path: helped + courseOf('single'), as: 'daughter' },
  { name: 'helped-medicine-edit', path: `${helped + courseOf('single')}/edit`, as: 'daughter' },
  {
    name: 'helped-nothing',
    path: '/family/00000000-0000-4000-8000-000000000000/medication',
    as: 'daughter',
    status: 404,
  },
  { name: 'family-lost-phone', path: `${helped}/lost-phone`, as: 'daughter' },
  { name: 'my-family', path: '/me/family', as: 'senior' },
  { name: 'my-family-none', path: '/me/family', as: 'newcomer' },
  { name: 'my-family-nobody', path: '/me/family', as: 'nobody' },
  { name: 'family-invite', path: '/me/family/invite', as: 'senior' },
  { name: 'family-ladder', path: '/me/family/ladder', as: 'senior' },
  {
    name: 'family-ladder-wrong',
    path: '/me/family/ladder',
    as: 'senior',
    taps: ['이대로 알려 주세요'],
  },
  { name: 'family-ladder-none', path: '/me/family/ladder', as: 'newcomer' },
  { name: 'family-code', path: '/me/family/invite', as: 'senior', taps: ['그림 열기'] },
  {
    name: 'family-change',
    path: `/me/family/links/${demoLinks[0].id}`,
    as: 'senior',
  },
  // With somebody who waits it is looked at in family.test.ts.
  {
    name: 'family-waiting-none',
    path: '/me/family/waiting/00000000-0000-4000-8000-000000000000',
    as: 'senior',
  },
  { name: 'emergency', path: '/emergency', as: 'senior' },
  { name: 'emergency-nobody', path: '/emergency', as: 'nobody' },
  { name: 'emergency-edit', path: '/emergency/edit', as: 'senior' },
  { name: 'scam-check', path: '/scam-check', as: 'nobody' },
  { name: 'scam-check-empty', path: '/scam-check', as: 'nobody', taps: ['살펴보기'] },
  {
    name: 'scam-danger',
    path: '/scam-check',
    as: 'nobody',
    fills: { '받은 글': messages.danger },
    taps: ['살펴보기'],
  },
  {
    name: 'scam-caution',
    path: '/scam-check',
    as: 'nobody',
    fills: { '받은 글': messages.caution },
    taps: ['살펴보기'],
  },
  {
    name: 'scam-nothing-found',
    path: '/scam-check',
    as: 'nobody',
    fills: { '받은 글': messages.nothing },
    taps: ['살펴보기'],
  },
  { name: 'scam-call', path: '/scam-check/call', as: 'nobody' },
  {
    name: 'scam-call-danger',
    path: '/scam-check/call',
    as: 'nobody',
    fills: { '더 들은 말': messages.call },
    taps: ['살펴보기'],
  },
  {
    name: 'scam-kept',
    path: '/scam-check',
    as: 'nobody',
    fills: { '받은 글': messages.danger },
    taps: ['살펴보기', '결과 적어 두기'],
  },
  {
    name: 'scam-kept-list',
    path: '/scam-check',
    as: 'nobody',
    fills: { '받은 글': messages.danger },
    taps: ['살펴보기', '결과 적어 두기'],
    follows: '적어 둔 것 보기',
  },
  { name: 'scam-kept-none', path: '/scam-check/kept', as: 'senior' },
  { name: 'scam-now', path: '/scam-check/now', as: 'nobody' },
  { name: 'scam-after', path: '/scam-check/after', as: 'nobody' },
  { name: 'scam-after-hang-up', path: '/scam-check/after?calling=yes', as: 'nobody' },
  { name: 'scam-after-what', path: '/scam-check/after?calling=no', as: 'nobody' },
  { name: 'scam-after-clicked', path: '/scam-check/after/clicked-link', as: 'nobody' },
  { name: 'scam-after-app', path: '/scam-check/after/installed-app', as: 'nobody' },
  { name: 'scam-after-money', path: '/scam-check/after/sent-money', as: 'nobody' },
  { name: 'scam-after-id', path: '/scam-check/after/sent-id', as: 'nobody' },
  { name: 'start-together', path: '/start-together', as: 'nobody' },
  { name: 'start-together-begun', path: '/start-together', as: 'senior' },
  { name: 'start-together-install', path: '/start-together/install', as: 'nobody' },
  { name: 'start-together-number', path: '/start-together/number', as: 'nobody' },
  { name: 'start-together-medicine', path: '/start-together/medicine', as: 'nobody' },
  { name: 'start-together-reminders', path: '/start-together/reminders', as: 'nobody' },
  { name: 'start-together-family', path: '/start-together/family', as: 'senior' },
  { name: 'start-together-unknown', path: '/start-together/none', as: 'nobody', status: 404 },
  { name: 'help', path: '/help', as: 'nobody' },
  { name: 'offline', path: '/offline', as: 'nobody' },
  { name: 'not-found', path: '/no-such-page', as: 'nobody', status: 404 },
  { name: 'unavailable', path: '/dev/errors/unavailable', as: 'nobody', status: 503 },
  { name: 'inbox', path: '/dev/inbox', as: 'nobody' },
]

/** Shows every part of the design system; the suite gives it the full matrix. */
export const galleryPage: ListedPage = { name: 'ui', path: '/dev/ui', as: 'nobody' }

import { monthOf } from '../../../app/features/medication/schedule/care-date'
import { demoLinks } from '../../../app/features/trial/demo-people'
import type { ListedPage } from './listed-page'
import { courseOf, todayInSeoul } from './medicines'

const yesterday = todayInSeoul() - 1
const helped = `/family/${demoLinks[0].id}`

/** The pages of both sides of a family. */
export const familyPages: readonly ListedPage[] = [
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
]

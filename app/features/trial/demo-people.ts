import { v5 as uuidv5 } from 'uuid'

/** The people of the two demo families. Their numbers are in a range that no Korean operator hands out. */
export interface DemoPerson {
  id: string
  name: string
  phone: string
  about: string
  /** Days on which a card was finished before today. */
  historyDays: number
  role: 'senior' | 'relative' | 'operator'
}

export const demoPeople: readonly DemoPerson[] = [
  {
    id: '00000000-0000-4000-8000-000000000001',
    name: '김순자',
    phone: '+821000000001',
    about: '40일 동안 배운 어머니예요',
    historyDays: 40,
    role: 'senior',
  },
  {
    id: '00000000-0000-4000-8000-000000000002',
    name: '김미영',
    phone: '+821000000002',
    about: '김순자 님의 딸이에요',
    historyDays: 0,
    role: 'relative',
  },
  {
    id: '00000000-0000-4000-8000-000000000003',
    name: '한지원',
    phone: '+821000000003',
    about: '곁에를 돌보는 사람이에요',
    historyDays: 0,
    role: 'operator',
  },
  {
    id: '00000000-0000-4000-8000-000000000004',
    name: '박영호',
    phone: '+821000000004',
    about: '오늘 처음 시작하는 분이에요',
    historyDays: 0,
    role: 'senior',
  },
]

export const demoLinks = [
  {
    id: '00000000-0000-4000-8000-000000000101',
    senior: '00000000-0000-4000-8000-000000000001',
    relative: '00000000-0000-4000-8000-000000000002',
    relation: '딸',
  },
] as const

const namespace = '3d0c2c0e-3f4e-4c88-9d0f-6a7d1c7e2f11'

/** The id of something of a demo person's, the same in every trial. */
export const demoIdOf = (personId: string, name: string): string =>
  uuidv5(`${personId} ${name}`, namespace)

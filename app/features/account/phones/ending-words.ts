import type { EndedAs } from '~/platform/session/ended-as'

/** The three ways in, by the last part of their address. */
export const endingWays = {
  'new-phone': {
    as: 'new_phone',
    title: '새 전화기예요',
    lead: '이제 안 쓰시는 휴대폰을 로그아웃해요.',
    pick: '안 쓰시는 휴대폰을 골라 주세요.',
    first: '그 휴대폰이 옆에 있으면, 먼저 거기서 곁에를 한 번 열어 주세요. 적어 둔 것이 다 와요.',
  },
  lost: {
    as: 'lost',
    title: '잃어버렸어요',
    lead: '잃어버린 휴대폰을 바로 로그아웃해요.',
    pick: '잃어버린 휴대폰을 골라 주세요.',
    first: null,
  },
  unknown: {
    as: 'unknown',
    title: '모르는 기기예요',
    lead: '모르는 기기를 바로 로그아웃해요.',
    pick: '모르는 기기를 골라 주세요.',
    first: null,
  },
} as const satisfies Record<string, { as: Exclude<EndedAs, 'family'> } & Record<string, unknown>>

export type EndingWay = keyof typeof endingWays

export const isEndingWay = (why: string | undefined): why is EndingWay =>
  why !== undefined && Object.hasOwn(endingWays, why)

const sentences: Record<EndedAs, string> = {
  new_phone: '안 쓰시는 휴대폰을 로그아웃하셨어요.',
  lost: '잃어버린 휴대폰을 로그아웃하셨어요.',
  unknown: '모르는 기기를 로그아웃하셨어요.',
  family: '휴대폰을 모두 로그아웃했어요.',
}

/** 김미영 님이 휴대폰을 모두 로그아웃했어요. */
export const endingSentence = ({ as, by }: { as: EndedAs; by: string | null }): string =>
  by === null ? sentences[as] : `${by} 님이 ${sentences[as]}`

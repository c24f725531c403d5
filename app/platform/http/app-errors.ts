import type { Explanation } from '../explanation'

/**
 * Every failure a person can meet, in one closed list: what happened, why, what to do now. Pages show
 * these sentences and nothing of the error itself.
 */
export const appErrors = {
  not_found: {
    status: 404,
    title: '찾는 쪽이 없어요',
    what: '여기에는 볼 것이 없어요.',
    why: '주소가 바뀌었거나 지워졌어요.',
    now: '아래 단추로 오늘로 가세요.',
  },
  unknown_card: {
    status: 404,
    title: '카드가 없어요',
    what: '이 카드를 찾지 못했어요.',
    why: '새 카드로 바뀌었을 수 있어요.',
    now: '배움에서 다른 카드를 골라 보세요.',
  },
  needs_sign_in: {
    status: 401,
    title: '들어오기가 필요해요',
    what: '누구신지 아직 몰라요.',
    why: '이 쪽에는 내 기록이 있어요.',
    now: '전화번호로 들어와 주세요.',
  },
  not_allowed: {
    status: 403,
    title: '볼 수 없는 쪽이에요',
    what: '이 쪽은 열어 드릴 수 없어요.',
    why: '다른 분의 기록일 수 있어요.',
    now: '오늘로 돌아가 주세요.',
  },
  held: {
    status: 403,
    title: '며칠만 기다려 주세요',
    what: '아직 적거나 바꿀 수 없어요.',
    why: '번호를 확인한 지 얼마 안 됐어요.',
    now: '일주일이 지난 뒤에 해 주세요.',
  },
  foreign_origin: {
    status: 403,
    title: '받지 않았어요',
    what: '보내신 것을 받지 않았어요.',
    why: '다른 곳에서 온 요청이에요.',
    now: '곁에를 새로 열어 주세요.',
  },
  bad_input: {
    status: 400,
    title: '다시 봐 주세요',
    what: '적으신 것을 읽지 못했어요.',
    why: '빠진 칸이 있을 수 있어요.',
    now: '앞쪽으로 가서 살펴봐 주세요.',
  },
  too_large: {
    status: 413,
    title: '너무 커요',
    what: '보내신 것이 너무 커요.',
    why: '한 번에 받는 크기를 넘었어요.',
    now: '조금씩 나눠 보내 주세요.',
  },
  too_many: {
    status: 429,
    title: '잠시 쉬어 가요',
    what: '짧은 동안 여러 번 누르셨어요.',
    why: '기록을 지키려고 잠깐 멈췄어요.',
    now: '1분쯤 뒤에 이어서 해 주세요.',
  },
  no_network: {
    status: 503,
    title: '인터넷이 없어요',
    what: '이 쪽은 지금 열 수 없어요.',
    why: '인터넷이 있어야 볼 수 있어요.',
    now: '오늘, 약, 배움은 지금도 열려요.',
  },
  unavailable: {
    status: 503,
    title: '잠시 멈췄어요',
    what: '곁에가 지금 대답하지 못해요.',
    why: '저희 컴퓨터에 문제가 있어요.',
    now: '조금 뒤에 다시 열어 주세요. 적은 것은 남아 있어요.',
  },
  unexpected: {
    status: 500,
    title: '문제가 생겼어요',
    what: '이 쪽을 보여 드리지 못했어요.',
    why: '저희 쪽에서 생긴 일이에요.',
    now: '오늘로 갔다가 다시 들어와 주세요.',
  },
} as const satisfies Record<string, AppError>

export interface AppError extends Explanation {
  status: number
  title: string
}

export type AppErrorCode = keyof typeof appErrors

export function isAppErrorCode(code: string): code is AppErrorCode {
  return Object.hasOwn(appErrors, code)
}

/** A response to throw from a loader or action; the error page turns the code into its sentences. */
export function appError(code: AppErrorCode): Response {
  return new Response(JSON.stringify({ code }), {
    status: appErrors[code].status,
    headers: { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' },
  })
}

/** What to show for anything a route threw; never its own text. */
export function findAppError(thrown: unknown): AppError {
  if (isUnfetched(thrown)) return appErrors.no_network
  const data = readCode(thrown)
  if (data) return appErrors[data]
  const status = statusOf(thrown)
  const code = (Object.keys(appErrors) as AppErrorCode[]).find(
    (key) => appErrors[key].status === status,
  )
  return appErrors[code ?? 'unexpected']
}

/** How browsers say that a page or a part of it could not be fetched. */
const unfetched =
  /failed to fetch|networkerror|load(ing)? (failed|dynamically)|module script failed|connection was lost|appears to be offline/i

/** Any other `TypeError` is a mistake of ours, unless there is no network anyway. */
function isUnfetched(thrown: unknown): boolean {
  if (!(thrown instanceof TypeError)) return false
  return unfetched.test(thrown.message) || globalThis.navigator?.onLine === false
}

function readCode(thrown: unknown): AppErrorCode | undefined {
  if (typeof thrown !== 'object' || thrown === null || !('data' in thrown)) return undefined
  const { data } = thrown
  if (typeof data !== 'object' || data === null) return undefined
  // Pages are told `code`, programs `error`.
  const code = String('code' in data ? data.code : 'error' in data ? data.error : '')
  return isAppErrorCode(code) ? code : undefined
}

function statusOf(thrown: unknown): number | undefined {
  return typeof thrown === 'object' && thrown !== null && 'status' in thrown
    ? Number(thrown.status)
    : undefined
}

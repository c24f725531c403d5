import type { RefusalWords } from '~/offline/outbox/refusal'
import type { FactRefusal as RecordRefusal } from './record-facts.server'
import type { FactRefusal as Judgement } from '../schedule/judge-fact'

export const medicationRefusals: Record<RecordRefusal | Judgement, RefusalWords> = {
  no_consent: {
    what: '약 기록을 받지 못했어요.',
    why: '건강 기록을 맡기신다는 동의가 없어요.',
    now: '동의하신 뒤에 다시 보내 주세요.',
    again: true,
  },
  // A number that was silent for long: whoever has it now may be somebody else.
  held: {
    what: '아직 적거나 바꿀 수 없어요.',
    why: '번호를 확인한 지 얼마 안 됐어요.',
    now: '일주일이 지난 뒤 다시 보내 주세요.',
    again: true,
  },
  changed_meanwhile: {
    what: '약을 고치신 것을 받지 못했어요.',
    why: '다른 곳에서 먼저 고쳤어요.',
    now: '그만두고 지금 약을 보며 고쳐 주세요.',
    again: false,
  },
  other_body: {
    what: '약 기록 하나를 받지 못했어요.',
    why: '같은 번호로 적힌 기록이 이미 있어요.',
    now: '그만두고 새로 적어 주세요.',
    again: false,
  },
  unknown_course: {
    what: '약 기록 하나를 받지 못했어요.',
    why: '어느 약인지 저희가 아직 몰라요.',
    now: '그 약이 목록에 보이면 다시 보내 주세요.',
    again: true,
  },
  // With the date set right, sending it once more would answer the dose of a day to come.
  not_yet: {
    what: '아직 오지 않은 날의 약은 받지 못해요.',
    why: '휴대폰 날짜가 앞서 있을 수 있어요.',
    now: '날짜를 보고 맞으면 다시 보내고, 틀리면 그만두세요.',
    again: true,
  },
  // Under a clock that was a day behind; by now the phone has learned the time.
  clock_wrong: {
    what: '약 기록이 다른 날에 적혔을 수 있어요.',
    why: '적으실 때 휴대폰 시계가 틀렸어요.',
    now: '그 날이 맞으면 다시 보내고, 틀리면 그만두세요.',
    again: true,
  },
  not_yours: {
    what: '약 기록을 바꾸지 못했어요.',
    why: '약을 드시는 분이 직접 적은 기록이에요.',
    now: '그분께 먼저 물어봐 주세요.',
    again: false,
  },
}

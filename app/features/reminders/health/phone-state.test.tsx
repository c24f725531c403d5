// @vitest-environment jsdom
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Capped } from './capped'
import { Late } from './late'
import { PhoneState } from './phone-state'

const allow = { ask: () => undefined, isBusy: false, wasPassedOver: false }
const known = { kind: 'known', endpointHash: 'hash' } as const
const said = (
  lastError: string | null,
  subscription: Parameters<typeof PhoneState>[0]['subscription'] = known,
) =>
  renderToStaticMarkup(
    <PhoneState
      situation={{ kind: 'allowed' }}
      hasNumber
      {...{ subscription, allow, lastError }}
    />,
  )

test('a phone whose last push was taken is fine', () => {
  expect(said(null)).toContain('이 휴대폰으로 알림이 와요.')
})

test.each(['no_answer', 'too_many'])('after %s it says that it passes by itself', (error) => {
  expect(said(error)).toContain('지난 알림은 못 보냈어요.')
  expect(said(error)).toContain('다음 알림은 다시 보내요.')
  expect(said(error)).not.toContain('이 휴대폰으로 알림이 와요.')
})

test.each(['refused_403', 'too_large', 'unusable', 'given_up'])(
  'after %s it says whose fault that is',
  (error) => {
    expect(said(error)).toContain('곁에가 고쳐야 해요.')
  },
)

test('what stands in the way now comes before what was', () => {
  expect(said('no_answer', { kind: 'no_network' })).toContain('아직 잇지 못했어요.')
})

test('the end of a day’s pushes is said, and what to do', () => {
  const words = renderToStaticMarkup(<Capped />)
  expect(words).toContain('하루에 40번까지만')
  expect(words).toContain('내일은 다시 와요.')
})

test('of a reminder that was too late it is said that none follows, and where to look', () => {
  const words = renderToStaticMarkup(<Late />)
  expect(words).toContain('늦은 알림은 보내지 않아요.')
  expect(words).toContain('쪽에서 봐 주세요.')
})

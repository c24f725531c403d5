// @vitest-environment jsdom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, onTestFinished } from 'vitest'
import { askWhereItLeads } from './ask-where-it-leads'
import { linkReasons, type LinkAnswer } from './link-answer'
import { WhereItLeads } from './where-it-leads'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
let root: Root
let place: HTMLElement
beforeEach(() => {
  place = document.body.appendChild(document.createElement('div'))
  root = createRoot(place)
})
afterEach(async () => {
  await act(async () => root.unmount())
  place.remove()
})

async function look(answer: Awaited<ReturnType<typeof askWhereItLeads>>) {
  const asked: string[] = []
  const told: LinkAnswer[] = []
  const ask = async (link: string) => {
    asked.push(link)
    return answer
  }
  await act(async () =>
    root.render(
      <WhereItLeads link="https://me2.kr/a" ask={ask} onAnswer={(one) => told.push(one)} />,
    ),
  )
  await act(async () => place.querySelector('button')?.click())
  return { asked, told }
}

it('sends the link alone, and says where it leads without anything to press', async () => {
  const final = { host: 'www.evil.co.kr', registrableDomain: 'evil.co.kr' }
  const answer = { leadsTo: ['go.example', 'www.evil.co.kr'], final, reason: 'arrived' } as const
  const { asked, told } = await look({ ...answer, leadsTo: [...answer.leadsTo] })
  expect(asked).toEqual(['https://me2.kr/a'])
  expect(told).toEqual([answer])
  for (const words of ['evil.co.kr', '전체 주소: www.evil.co.kr', '거쳐 가는 곳: go.example'])
    expect(place.textContent).toContain(words)
  expect(place.querySelector('a, button')).toBeNull()
})

it('a short link that answers in its own name has not shown where it leads: a page may lead on', async () => {
  const final = { host: 'han.gl', registrableDomain: 'han.gl' }
  await look({ leadsTo: [], final, reason: 'arrived' })
  expect(place.textContent).toContain('알 수 없어요')
  expect(place.textContent).not.toContain('옮겨 가지 않아요')
})

it.each(linkReasons)('has words for %s, which never call a place safe', async (reason) => {
  await look({ leadsTo: [], final: null, reason })
  expect(place.querySelector('[role=status]')?.textContent).toMatch(/[요]\./)
  expect(place.textContent).not.toMatch(/안전/)
})

it.each(['too_many', 'no_answer'] as const)('after %s it can be pressed again', async (failure) => {
  await look(failure)
  expect(place.querySelector('[role=status] p')?.textContent).toMatch(/다시 눌러 주세요/)
  expect(place.querySelector('button')?.disabled).toBe(false)
})

it('without a network it cannot be pressed, and says why', async () => {
  Object.defineProperty(navigator, 'onLine', { value: false, configurable: true })
  onTestFinished(() => void Reflect.deleteProperty(navigator, 'onLine'))
  const { asked } = await look('no_answer')
  expect(asked).toEqual([])
  expect(place.querySelector('button')?.disabled).toBe(true)
  expect(place.textContent).toContain('인터넷이 있어야 알아볼 수 있어요.')
})

const json = (body: object, status = 200) => Response.json(body, { status })

it.each([
  ['an answer', json({ v: 1, leadsTo: [], final: null, reason: 'no_answer' }), { leadsTo: [] }],
  ['too many', json({ v: 1, error: 'too_many' }, 429), 'too_many'],
  [
    'a hotel',
    new Response('<h1>Welcome</h1>', { headers: { 'Content-Type': 'text/html' } }),
    'no_answer',
  ],
  ['another version', json({ v: 2, leadsTo: [], final: null, reason: 'arrived' }), 'no_answer'],
  ['a reason nobody knows', json({ v: 1, leadsTo: [], final: null, reason: 'safe' }), 'no_answer'],
])('reads %s', async (_name, response, expected) => {
  const answer = await askWhereItLeads('a.com', async () => response)
  if (typeof expected === 'string') expect(answer).toBe(expected)
  else expect(answer).toMatchObject(expected)
})

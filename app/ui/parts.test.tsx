// @vitest-environment jsdom
import { createRemixStub } from '@remix-run/testing'
import type { ReactElement } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { expect, test } from 'vitest'
import { Button } from './button'
import { buttonClasses, type ButtonVariant } from './button-look'
import { ChoiceGroup } from './choice-group'
import { CodeField, findCode } from './code-field'
import { ErrorSummary } from './error-summary'
import { Field } from './field'
import { Notice } from './notice'
import { SpokenText } from './spoken-text'
import { TabBar } from './tab-bar'

function draw(element: ReactElement): HTMLElement {
  const place = document.createElement('div')
  document.body.replaceChildren(place)
  flushSync(() => createRoot(place).render(element))
  return place
}

test('a field without an error points at its hint only', () => {
  const field = draw(<Field name="name" label="이름" hint="불러 드릴 이름이에요." />)
  const input = field.querySelector('input')
  expect(input?.getAttribute('aria-describedby')).toBe('name-hint')
  expect(input?.hasAttribute('aria-invalid')).toBe(false)
  expect(field.querySelector('label')?.htmlFor).toBe('name')
})

test('a field with an error says so, keeps its value and points at hint and error', () => {
  const field = draw(
    <Field name="n" label="이름" hint="짧게" error="비었어요." defaultValue="순" />,
  )
  const input = field.querySelector('input')
  const described = input?.getAttribute('aria-describedby')?.split(' ') ?? []
  expect(described.map((id) => document.getElementById(id)?.textContent)).toEqual([
    '짧게',
    '비었어요.',
  ])
  expect(input?.getAttribute('aria-invalid')).toBe('true')
  expect(input?.value).toBe('순')
})

test('a busy button keeps its words for its width, says what happens and is not disabled', () => {
  const button = draw(<Button busy="보내는 중이에요">보내기</Button>).querySelector('button')
  expect(button?.disabled).toBe(false)
  expect(button?.getAttribute('aria-disabled')).toBe('true')
  expect(button?.querySelector('[role=status]')?.textContent).toBe('보내는 중이에요')
  expect(button?.querySelector('[aria-hidden]')?.textContent).toBe('보내기')
})

test('a button has one least height: the style sheet’s own order would choose between two', () => {
  const floors = (variant: ButtonVariant, big: boolean) =>
    buttonClasses({ variant, big }).match(/min-h-\w+/g)
  for (const variant of ['primary', 'outlined', 'quiet', 'danger'] as const) {
    expect(floors(variant, false)).toEqual(['min-h-button'])
    expect(floors(variant, true)).toEqual(['min-h-answer'])
  }
  expect(floors('choice', false)).toEqual(['min-h-answer'])
})

test('the code is found in a whole message, with spaces and in too many digits', () => {
  expect(findCode('[곁에] 인증번호 123456. 곁에 직원도 묻지 않아요.')).toBe('123456')
  expect(findCode('123 456')).toBe('123456')
  expect(findCode('12345678')).toBe('123456')
  const input = draw(<CodeField name="code" label="숫자" />).querySelector('input')
  expect(input?.autocomplete).toBe('one-time-code')
  expect(input?.getAttribute('inputmode')).toBe('numeric')
})

test('a group of choices is a fieldset of radios with the chosen one checked', () => {
  const choices = [
    { value: 'a', label: '가' },
    { value: 'b', label: '나' },
  ]
  const group = draw(<ChoiceGroup name="q" legend="무엇" choices={choices} defaultValue="b" />)
  expect(group.querySelector('legend')?.textContent).toBe('무엇')
  const radios = [...group.querySelectorAll('input')]
  expect(radios.map((radio) => radio.checked)).toEqual([false, true])
})

test('an error summary leads to each field and is nothing without errors', () => {
  const errors = [{ fieldId: 'phone', message: '숫자가 모자라요.' }]
  const summary = draw(<ErrorSummary title="고쳐 주세요" errors={errors} />)
  expect(summary.querySelector('[role=alert] a')?.getAttribute('href')).toBe('#phone')
  expect(document.activeElement?.textContent).toContain('고쳐 주세요')
  expect(draw(<ErrorSummary title="고쳐 주세요" errors={[]} />).innerHTML).toBe('')
})

test('a notice speaks only when asked to, and always has its word', () => {
  expect(draw(<Notice kind="danger" />).textContent).toBe('위험')
  expect(
    draw(<Notice kind="danger" live="assertive" />).querySelector('[role=alert]'),
  ).not.toBeNull()
  expect(draw(<Notice kind="waiting" />).querySelector('[role]')).toBeNull()
})

test('only the sentence being read is marked', () => {
  const text = draw(<SpokenText sentences={['하나예요.', '둘이에요.']} current={1} />)
  expect(text.querySelector('[data-reading]')?.textContent).toBe('둘이에요.')
  expect(text.querySelectorAll('[data-reading]')).toHaveLength(1)
})

test.each([
  ['/', '오늘'],
  ['/learn', '배움'],
  ['/learn/read-photo-large', '배움'],
  ['/learning', undefined],
])('at %s the open tab is %s', (path, open) => {
  const tabs = [
    { to: '/', label: '오늘', icon: 'today' },
    { to: '/learn', label: '배움', icon: 'learn' },
  ] as const
  const Stub = createRemixStub([{ path: '*', Component: () => <TabBar tabs={tabs} /> }])
  const bar = draw(<Stub initialEntries={[path]} />)
  expect(bar.querySelector('[aria-current=page]')?.textContent).toBe(open)
})

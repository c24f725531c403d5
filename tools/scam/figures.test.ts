import { expect, test } from 'vitest'
import type { Level } from '../../app/features/scam-check/verdict/verdict'
import { figureLines, type Judged } from './figures'

const judged = (kind: string, scam: boolean | null, ...levels: Level[]): Judged[] =>
  levels.map((level) => ({ kind, scam, level }))
/** Words and numbers, without what lines them up. */
const lines = (rows: Judged[]) => figureLines(rows).map((line) => line.replace(/ +/g, ' ').trim())

test('each kind and each side has its count and its shares, in per cent of its own rows', () => {
  const rows = [
    ...judged('parcel', true, 'danger', 'danger', 'caution'),
    ...judged('family', true, 'nothing_found'),
    ...judged('bank', false, 'caution', ...Array<Level>(7).fill('nothing_found')),
    ...judged('other', null, 'danger', 'nothing_found'),
  ]
  expect(lines(rows)).toEqual([
    '',
    'parcel 3 rows 위험 or 주의 100.0 % 위험 66.7 % 주의 33.3 %',
    'family 1 rows 위험 or 주의 0.0 % 위험 0.0 % 주의 0.0 %',
    'all scam 4 rows 위험 or 주의 75.0 % 위험 50.0 % 주의 25.0 %',
    '',
    'all genuine 8 rows 위험 or 주의 12.5 % 위험 0.0 % 주의 12.5 %',
    '',
    'all not labelled 2 rows 위험 or 주의 50.0 % 위험 50.0 % 주의 0.0 %',
  ])
})

test('kinds of the other side are not counted, and a side without rows has no line', () => {
  const rows = [...judged('bank', true, 'danger'), ...judged('bank', false, 'nothing_found')]
  expect(lines(rows)).toEqual([
    '',
    'all scam 1 rows 위험 or 주의 100.0 % 위험 100.0 % 주의 0.0 %',
    '',
    'all genuine 1 rows 위험 or 주의 0.0 % 위험 0.0 % 주의 0.0 %',
  ])
  expect(lines([])).toEqual([])
})

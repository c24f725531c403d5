import { writeFileSync } from 'node:fs'
import { measureDatabase } from './database/measure-database'
import { measureOutbox } from './outbox/measure-outbox'
import type { Row } from './row'
import { row } from './row'
import { measureReminders } from './reminders/measure-reminders'
import { measurePhone } from './phone/measure-phone'
import { measureScam } from './scam/measure-scam'
import { measurePictures } from './pictures/measure-pictures'
import { measureServer } from './server/measure-server'
import { calibrate, medianOfFive } from './statistics'

/** `npm run bench [-- AREA…] [--json FILE]`: a table of what was measured, beside what was promised. */
const areas: Record<string, () => Promise<Row[]>> = {
  server: measureServer,
  outbox: measureOutbox,
  database: measureDatabase,
  phone: measurePhone,
  scam: measureScam,
  pictures: measurePictures,
  reminders: measureReminders,
}

const { wanted, jsonFile } = readArguments(process.argv.slice(2))
const rows: Row[] = []
for (const area of wanted) {
  process.stdout.write(`\n── ${area} ──\n`)
  const before = await medianOfFive(calibrate)
  const measured = await areas[area]!()
  const after = await medianOfFive(calibrate)
  const all = [
    ...measured,
    row(area, 'calibration loop before', before, 'ms'),
    row(area, 'calibration loop after', after, 'ms'),
  ]
  rows.push(...all)
  for (const one of all) process.stdout.write(`${line(one)}\n`)
}
if (jsonFile) writeFileSync(jsonFile, `${JSON.stringify(rows, null, 2)}\n`)
const missed = rows.filter((one) => one.met === false)
process.stdout.write(`\n${rows.length} figures, ${missed.length} beside their goal\n`)
process.exit(0)

function readArguments(given: string[]) {
  const at = given.indexOf('--json')
  const jsonFile = at < 0 ? null : given[at + 1]
  const names = given.filter((_, i) => at < 0 || (i !== at && i !== at + 1))
  const unknown = names.filter((name) => !(name in areas))
  if (unknown.length > 0 || jsonFile === undefined) {
    process.stderr.write(
      `Usage: npm run bench [-- ${Object.keys(areas).join('|')} …] [--json FILE]\n`,
    )
    process.exit(1)
  }
  return { wanted: names.length > 0 ? names : Object.keys(areas), jsonFile }
}

function line({ name, value, unit, goal, met }: Row): string {
  const verdict = met === null ? ' ' : met ? '✓' : '✗'
  const promised = goal === null ? '' : `(at most ${goal})`
  return `${verdict} ${name.padEnd(58)} ${String(value).padStart(9)} ${unit.padEnd(5)} ${promised}`
}

import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findCycle, listSourceFiles, readImports, type Import } from './support/read-imports'

/** A feature that uses another, and what for. Nothing else may cross, and never in a circle. */
const featureUses: Record<string, string> = {
  'account > look': 'text size and colours are chosen in 내 정보',
  'account > reminders': 'whoever leaves a phone is not reminded on it any more',
  'account > trial': 'the sign-in page offers the people of the demo families',
  'cards > look': 'a card is read aloud at the chosen speed, in the chosen size',
  'emergency > medication': 'the emergency sheet names the medicines',
  'family > account': 'a relative says their name as in 내 정보, and ends a phone that is lost',
  'family > look': 'a word of the family is read aloud at the chosen speed',
  'family > medication': 'the family reads the day of the medicines',
  'family > reminders':
    'a silence and the week reach the family by the phones that reminders go to',
  'medication > install':
    'a calendar file needs the phone’s own browser: the way out of another app',
  'family > scam-check': 'the family reads in the same words why a message was dangerous',
  'reminders > install': 'whoever switches reminders on is offered the home screen',
  'reminders > medication': 'doses are reminded of, and answered by the rules of their card',
  'together > install':
    'a sitting begins with the home screen, and with the way out of another app',
  'together > reminders': 'a sitting ends with a test reminder that really rings',
  'today > cards': 'today is a card',
  'today > emergency': 'whoever opens 오늘 has the emergency sheet on the phone from then on',
  'today > family': 'whoever waits for an answer is announced on the first page',
  'today > install': 'the offer to keep the app stands at the foot of the first page',
  'today > look': 'the text-size control stands on the first page',
  'today > medication': 'the medicine that is due stands first',
  'trial > cards': 'the demo families have a history of cards',
  'trial > scam-check': 'the component page shows what reads pictures, codes and links',
  'trial > reminders': 'the inbox of the trial shows what was pushed',
  'trial > medication': 'the demo families have medicines, and the component page shows photos',
}

/** What a feature may use of the command catalog: the doors to it, never the catalog itself. */
const commandDoors = ['add-command.ts', 'apply-now.server.ts', 'list-deeds.ts', 'use-waiting.ts']

/** Each room, and the rooms it may import from besides itself. */
const roomUses: Record<string, readonly string[]> = {
  server: ['top', 'jobs', 'commands', 'features', 'platform', 'ui'],
  top: ['commands', 'features', 'offline', 'platform', 'ui'],
  jobs: ['features', 'platform'],
  commands: ['features', 'offline', 'platform', 'ui'],
  'service-worker': ['features', 'commands', 'offline', 'platform'],
  features: ['features', 'commands', 'offline', 'platform', 'ui'],
  offline: ['platform'],
  ui: ['platform'],
  platform: [],
}

const forbiddenNames = /(^|[-.])(utils?|helpers?|common|lib|misc|services?|managers?)$/
const longestFile = 300

const isTest = (file: string) => /\.test\.tsx?$/.test(file) || basename(file).startsWith('test-')
const appFiles = listSourceFiles('app')
const source = [...appFiles, ...listSourceFiles('server')].filter((file) => !isTest(file))
const everything = [...appFiles, ...['server', 'tools', 'tests'].flatMap(listSourceFiles)]
const imports = source.flatMap(readImports)

function roomOf(file: string): string {
  const [first = '', second = '', third] = file.split('/')
  if (first !== 'app') return first
  return third === undefined ? 'top' : second
}
const featureOf = (file: string) =>
  file.startsWith('app/features/') ? file.split('/')[2] : undefined
const isInside = ({ to }: Import) => /^(app|server)\//.test(to)
const isRoute = (file: string) => /^app\/(features\/[^/]+|commands)\/routes\//.test(file)
const isServer = (file: string) =>
  file.includes('.server.') || file.startsWith('server/') || file === 'app/entry.server.tsx'
const shown = ({ from, to }: Import) => `${from} imports ${to}`

describe('imports run one way', () => {
  test('the walk sees the whole house', () => {
    expect(source.length).toBeGreaterThan(60)
    expect(imports.filter(isInside).length).toBeGreaterThan(100)
    expect(imports.some((one) => one.typeOnly)).toBe(true)
    expect(new Set(source.map(roomOf))).toEqual(
      new Set(Object.keys(roomUses).filter((room) => source.some((file) => roomOf(file) === room))),
    )
  })

  test('each room imports only from the rooms below it', () => {
    const wrong = imports.filter((one) => {
      const [from, to] = [roomOf(one.from), roomOf(one.to)]
      return isInside(one) && from !== to && !roomUses[from]?.includes(to)
    })
    expect(wrong.map(shown)).toEqual([])
  })

  test('the app imports neither tools nor tests', () => {
    expect(imports.filter(({ to }) => /^(tools|tests)\//.test(to)).map(shown)).toEqual([])
  })

  test('a feature uses another only as listed, and each line of the list is used', () => {
    const used = new Set<string>()
    for (const { from, to } of imports) {
      const [one, other] = [featureOf(from), featureOf(to)]
      if (one && other && one !== other) used.add(`${one} > ${other}`)
    }
    expect([...used].sort()).toEqual(Object.keys(featureUses).sort())
  })

  test('features enter the command catalog by its doors', () => {
    const wrong = imports.filter(
      ({ from, to }) =>
        featureOf(from) && roomOf(to) === 'commands' && !commandDoors.includes(basename(to)),
    )
    expect(wrong.map(shown)).toEqual([])
  })

  test('features are in no circle with each other', () => {
    const between = imports.flatMap(({ from, to }) => {
      const [one, other] = [featureOf(from), featureOf(to)]
      return one && other && one !== other ? [{ from: one, to: other, typeOnly: false }] : []
    })
    expect(findCycle(between)).toBeNull()
  })

  test('no circle of files, in the app and in the server', () => {
    expect(findCycle(imports)).toBeNull()
  })
})

describe('where a file may run', () => {
  test('only the server and routes import server files', () => {
    const wrong = imports.filter(
      ({ from, to, typeOnly }) =>
        !typeOnly &&
        /\.server(\.|$)/.test(to) &&
        !isServer(from) &&
        !isRoute(from) &&
        from !== 'app/root.tsx',
    )
    expect(wrong.map(shown)).toEqual([])
  })

  test('only the server imports node’s modules', () => {
    const wrong = imports.filter(({ from, to }) => to.startsWith('node:') && !isServer(from))
    expect(wrong.map(shown)).toEqual([])
  })

  test('only the service worker imports its own files', () => {
    const wrong = imports.filter(
      ({ from, to }) =>
        (roomOf(to) === 'service-worker' || /\.sw(\.|$)/.test(to)) &&
        roomOf(from) !== 'service-worker',
    )
    expect(wrong.map(shown)).toEqual([])
  })
})

describe('habits', () => {
  test('no file and no folder has a name that says nothing', () => {
    const wrong = everything.filter((file) =>
      file
        .split('/')
        .slice(0, -1)
        .concat(basename(file).replace(/(\.(server|client|sw|job|test))*\.\w+$/, ''))
        .some((part) => forbiddenNames.test(part)),
    )
    expect(wrong).toEqual([])
  })

  test(`no file is longer than ${longestFile} lines`, () => {
    const long = everything.filter(
      (file) => readFileSync(file, 'utf8').trimEnd().split('\n').length > longestFile,
    )
    expect(long).toEqual([])
  })

  test('no file only hands on what others export', () => {
    const barrels = appFiles.filter((file) => /^index\.tsx?$/.test(basename(file)))
    expect(barrels).toEqual([])
  })

  test('no test mocks a module, and nothing silences the tools', () => {
    const silent = ['vi' + '.mock(', '@ts-' + 'ignore', '@ts-' + 'nocheck', 'eslint-' + 'disable']
    const wrong = everything.flatMap((file) => {
      const text = readFileSync(file, 'utf8')
      return silent.filter((one) => text.includes(one)).map((one) => `${file}: ${one}`)
    })
    expect(wrong).toEqual([])
  })
})

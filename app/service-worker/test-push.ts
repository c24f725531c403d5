import { v7 as uuidv7 } from 'uuid'
import { keepFacts } from '~/features/medication/facts/kept-facts'
import { doseAnchor } from '~/features/medication/dose-card/dose-anchor'
import { isoDate } from '~/features/medication/schedule/care-date'
import { doseKey } from '~/features/medication/schedule/keys'
import { momentOf } from '~/features/medication/schedule/moment'
import { course, having, version } from '~/features/medication/schedule/test-facts'
import { pushMessage, type PushAbout } from '~/features/reminders/push-message'
import type { Phone } from '~/offline/phone'
import { createTestDisk, testOutbox } from '~/offline/test-phone'
import { answerClick } from './notification-click'
import { createReceipts } from './receipts'

export const origin = 'https://gyeote.example'
export const anna = '00000000-0000-4000-8000-000000000001'
export const boris = '00000000-0000-4000-8000-000000000002'

/** A phone of Anna's at 08:05, with one medicine for the morning that is on the phone already. */
export async function phoneWithMorningDose(person: string | null = anna) {
  const disk = createTestDisk()
  const phone = disk.open({ now: () => Date.parse('2027-03-01T08:05:00+09:00') })
  if (person !== null) await phone.becomePerson(person)
  const pouch = course({ id: uuidv7() })
  const facts = having({ courses: [pouch], courseVersions: [version(pouch)] })
  await phone.withStore((store) => keepFacts(phone.locks, store, facts))
  const { day } = momentOf(facts, phone.now().getTime())
  const about = { kind: 'dose' as const, day: isoDate(day), slot: 'morning' }
  const path = `/medication#${doseAnchor(about.day, 'morning')}`
  return { phone, about, path, doseKey: doseKey(pouch.id, day, 'morning') }
}

/** The body of a push as the server sends it. */
export const bodyOf = (about: PushAbout, personId = anna) =>
  JSON.stringify(
    pushMessage({
      about,
      title: '아침 약 시간이에요',
      body: '곁에에서 확인하세요.',
      tag: 'a-topic',
      origin,
      personId,
      receipt: 'a-receipt',
    }),
  )

type Shown = NotificationOptions & Record<string, unknown> & { title: string }

/** The worker's surroundings; the server takes everything, unless it is another. */
export function testWorker(phone: Phone, server?: typeof fetch) {
  const shown: Shown[] = []
  const told: string[] = []
  const askWhetherEnded = () => Promise.resolve()
  const takesAll = ((path: string, init: RequestInit) => {
    told.push(`${path} ${String(init.body)}`)
    return Promise.resolve(new Response(null, { status: 204 }))
  }) as typeof fetch
  const opened: string[] = []
  const deaf = (() => Promise.reject(new TypeError('Failed to fetch'))) as typeof fetch
  const outbox = testOutbox(phone, deaf)
  const parts = {
    phone,
    askWhetherEnded,
    receipts: createReceipts({
      phone,
      fetch: server ?? takesAll,
      askWhetherEnded,
      askForSync: () => undefined,
    }),
    registration: {
      showNotification: (title: string, options: NotificationOptions) => {
        shown.push({ title, ...options })
        return Promise.resolve()
      },
    },
  }
  const closed: boolean[] = []
  const click = (
    action: string,
    data: unknown,
    other: Partial<Parameters<typeof answerClick>[1]> = {},
  ) => {
    const notification = { data, close: () => void closed.push(true) }
    const open = (path: string) => Promise.resolve(void opened.push(path))
    return answerClick({ action, notification }, { phone, outbox, open, newId: uuidv7, ...other })
  }
  const deeds = async () =>
    (await (await phone.openStore()).outbox.list()).map(({ command }) => command?.payload)
  return { parts, shown, told, opened, click, closed, outbox, deeds }
}

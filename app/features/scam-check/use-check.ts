import { useCallback, useEffect, useRef, useState } from 'react'
import { addCommand } from '~/commands/add-command'
import { thisPhone } from '~/offline/this-phone'
import type { Checked } from './checked'
import { nothingTyped, type Reading, type Typed } from './reading'
import { newRecord } from './new-record'
import { forgetDraft, keepDraft, readDraft, type CheckRecord, type Draft } from './kept-draft'
import type { CheckKind } from './verdict/verdict'

/** `empty`: there is nothing to check. `not_ready`: the lists are not on this phone yet. */
export type Trouble = 'empty' | 'not_ready'

/** What stands on the page: a form, or what came of it. `isNew` where it was asked for just now. */
export type CheckState =
  | { shows: 'form'; typed: Typed; trouble?: Trouble; busy?: boolean }
  | { shows: 'verdict'; typed: Typed; checked: Checked; isNew: boolean; record: CheckRecord }

export interface Check {
  state: CheckState
  /** Kept on the phone as it is typed: a page that goes away loses nothing. */
  type(typed: Typed): void
  ask(typed: Typed): void
  /** Back to the form; `clear` also forgets what was asked about. */
  again(options: { clear: boolean }): void
  /** Something became of this check; nothing happens when another one stands there by now. */
  note(id: string, change: Partial<Omit<CheckRecord, 'id'>>): void
}

const engine = () => import('./judge-on-phone')

/**
 * A check from the first letter to its verdict, all of it on the phone.
 * @param first what the server answered a form without scripts
 */
export function useCheck(reading: Reading, first: CheckState): Check {
  const { kind } = reading
  const [state, setState] = useState(first)
  const [beganWithForm] = useState(first.shows === 'form')
  const touched = useRef(false)
  const shown = useRef<{ typed: Typed; record: CheckRecord } | null>(
    first.shows === 'verdict' ? first : null,
  )

  const judge = useCallback(
    async (typed: Typed, isNew: boolean, record: CheckRecord) => {
      const fail = (trouble: Trouble) => setState({ shows: 'form', typed, trouble })
      const text = reading.wordsOf(typed)
      if (text.trim() === '') return fail('empty')
      // The fields keep what stands in them, so what they began with stays as well.
      setState((now) => ({ shows: 'form', typed: now.typed, busy: true }))
      try {
        const { judgeOnPhone } = await engine()
        const found = await judgeOnPhone(text, { kind, origin: typed.origin })
        const checked = reading.refine?.(found, typed) ?? found
        shown.current = { typed, record }
        setState({ shows: 'verdict', typed, checked, isNew, record })
        await keepOnPhone(kind, { ...typed, checked: true, record })
        if (isNew) await noteLevel(checked)
      } catch {
        fail('not_ready')
      }
    },
    [kind, reading],
  )

  const note = useCallback(
    (id: string, change: Partial<Omit<CheckRecord, 'id'>>) => {
      if (shown.current?.record.id !== id) return
      const record = { ...shown.current.record, ...change }
      shown.current.record = record
      setState((now) => (now.shows === 'verdict' ? { ...now, record } : now))
      void keepOnPhone(kind, { ...shown.current.typed, checked: true, record })
    },
    [kind],
  )

  useEffect(() => {
    engine().then(
      ({ prepare }) => prepare(),
      () => undefined, // tried once more with the first tap
    )
    if (!beganWithForm) return
    void readOnPhone(kind).then((draft) => {
      // Whoever has begun to type meanwhile is not interrupted.
      if (!draft || touched.current) return
      const { checked, text, picks, picture, origin, record } = draft
      const typed = { text, picks, picture, origin }
      // What an older build judged was nobody's to be told.
      if (checked) return judge(typed, false, record ?? { ...newRecord(), told: false })
      setState({ shows: 'form', typed })
    })
  }, [kind, judge, beganWithForm])

  return {
    state,
    note,
    type(typed) {
      touched.current = true
      void keepOnPhone(kind, { ...typed, checked: false, record: null })
    },
    ask(typed) {
      touched.current = true
      void judge(typed, true, newRecord())
    },
    again({ clear }) {
      const typed = clear ? nothingTyped : state.typed
      shown.current = null
      setState({ shows: 'form', typed })
      if (clear) void thisPhone().withStore((store) => forgetDraft(store, kind))
      else void keepOnPhone(kind, { ...typed, checked: false, record: null })
      scrollTo(0, 0)
    },
  }
}

const readOnPhone = (kind: CheckKind) => thisPhone().withStore((store) => readDraft(store, kind))

const keepOnPhone = (kind: CheckKind, draft: Omit<Draft, 'at'>) =>
  thisPhone().withStore((store) => keepDraft(store, kind, draft))

/** That there was a check and how it ended, never of what. Whoever has no account gets none by it. */
async function noteLevel({ verdict }: Checked): Promise<void> {
  if ((await thisPhone().currentPerson()) === null) return
  await addCommand('record_scam_check', { level: verdict.level })
}

import { useCallback, useEffect, useRef, useState } from 'react'
import { addCommand } from '~/commands/add-command'
import { thisPhone } from '~/offline/this-phone'
import type { Checked } from './checked'
import { nothingTyped, type Reading, type Typed } from './reading'
import { newRecord } from './new-record'
import { changeRecord, forgetDraft, keepDraft, readDraft, type CheckRecord } from './kept-draft'
import { useInTurn } from './use-in-turn'

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
  const [beganEmpty] = useState(first.shows === 'form' && first.typed === nothingTyped)
  const touched = useRef(false)
  const inTurn = useInTurn()

  const judge = useCallback(
    async (typed: Typed, isNew: boolean, record: CheckRecord) => {
      const fail = (trouble: Trouble) => setState({ shows: 'form', typed, trouble })
      const text = reading.wordsOf(typed)
      if (text.trim() === '') return fail('empty')
      // The fields keep what stands in them, so what they began with stays as well.
      setState((now) => ({ shows: 'form', typed: now.typed, busy: true }))
      if (isNew) void inTurn((store) => keepDraft(store, kind, { ...typed, checked: true, record }))
      try {
        const { judgeOnPhone } = await engine()
        const found = await judgeOnPhone(text, { kind, origin: typed.origin })
        const checked = reading.refine?.(found, typed) ?? found
        setState({ shows: 'verdict', typed, checked, isNew, record })
        const before = await inTurn((store) =>
          changeRecord(store, kind, record.id, { isNoted: true }),
        )
        if (before?.isNoted === false) await noteLevel(checked)
      } catch {
        fail('not_ready')
      }
    },
    [kind, reading, inTurn],
  )

  const note = useCallback(
    (id: string, change: Partial<Omit<CheckRecord, 'id'>>) => {
      setState((now) =>
        now.shows === 'verdict' && now.record.id === id
          ? { ...now, record: { ...now.record, ...change } }
          : now,
      )
      void inTurn((store) => changeRecord(store, kind, id, change))
    },
    [kind, inTurn],
  )

  useEffect(() => {
    engine().then(
      ({ prepare }) => prepare(),
      () => undefined, // tried once more with the first tap
    )
    if (!beganEmpty) return
    void inTurn((store) => readDraft(store, kind)).then((draft) => {
      // Whoever has begun to type meanwhile is not interrupted.
      if (!draft || touched.current) return
      const { checked, text, picks, picture, origin, record } = draft
      const typed = { text, picks, picture, origin }
      if (checked && record) return judge(typed, false, record)
      setState({ shows: 'form', typed })
    })
  }, [kind, judge, inTurn, beganEmpty])

  return {
    state,
    note,
    type(typed) {
      touched.current = true
      void inTurn((store) => keepDraft(store, kind, { ...typed, ...unasked }))
    },
    ask(typed) {
      touched.current = true
      void judge(typed, true, newRecord())
    },
    again({ clear }) {
      const typed = clear ? nothingTyped : state.typed
      setState({ shows: 'form', typed })
      void inTurn<unknown>((store) =>
        clear ? forgetDraft(store, kind) : keepDraft(store, kind, { ...typed, ...unasked }),
      )
      scrollTo(0, 0)
    },
  }
}

const unasked = { checked: false, record: null }

/** That there was a check and how it ended, never of what. Whoever has no account gets none by it. */
async function noteLevel({ verdict }: Checked): Promise<void> {
  if ((await thisPhone().currentPerson()) === null) return
  await addCommand('record_scam_check', { level: verdict.level })
}

import { describe, expect, it } from 'vitest'
import { testOutbox } from '../test-phone'
import { anna, start, uuid } from './test-server'

describe('what was sent', () => {
  it('shows in every tab and after a restart, until what is kept tells of it', async () => {
    const { disk, outbox, phone } = await start(['a', 'b'])
    await outbox.flush()
    const shown = async () => {
      const restarted = testOutbox(disk.open(), () => Promise.reject(new TypeError('no network')))
      await restarted.refresh()
      const { waiting, sent } = restarted.view()
      expect(waiting).toEqual([])
      return sent.map(({ command }) => (command?.payload as { cardId: string }).cardId)
    }
    expect(await shown()).toEqual(['a', 'b'])
    const { outbox: drawer, personId } = await phone.openStore()
    expect(personId).toBe(anna)
    // The server may be ten seconds behind itself, so what was asked for just afterwards may be too old.
    await drawer.forgetSent(Date.now() + 9_000)
    expect(await shown()).toEqual(['a', 'b'])
    const isA = ({ payload }: { payload: unknown }) =>
      (payload as { cardId: string }).cardId === 'a'
    await drawer.forgetSent(Date.now() + 11_000, isA)
    expect(await shown()).toEqual(['b'])
  })

  it('does not show for ever when the clock was set back since', async () => {
    const { outbox, phone } = await start(['a'])
    const { outbox: drawer } = await phone.openStore()
    await drawer.markSent([uuid(100)], Date.now() + 60 * 60_000)
    await drawer.forgetSent(Date.now())
    await outbox.refresh()
    expect(outbox.view()).toMatchObject({ waiting: [], sent: [] })
  })

  it('is not sent again, whatever still shows it', async () => {
    const { outbox, server } = await start(['a'])
    await outbox.flush()
    expect(await outbox.flush()).toEqual({ left: 'nothing' })
    expect(server.requests).toHaveLength(1)
  })
})

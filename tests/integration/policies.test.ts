import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { countAffected } from '../support/attempts'
import { actors, createCast, everyone, type Actor, type Cast } from '../support/cast'
import { describeOnEachDatabase, type TestDatabase } from '../support/databases'
import { matrix } from '../support/policy-matrix'
import type { TableRules } from '../support/table-rules'

const rules = Object.entries(matrix)

describeOnEachDatabase('policies', (open) => {
  let base: TestDatabase
  let cast: Cast
  let ownerKeys: Record<string, string>

  async function setTheScene() {
    base = await open()
    cast = await createCast(base.owner)
    const [subject] = await base.owner.query<{ subject_id: string }>(
      'select subject_id from gyeote.audit_subjects where person_id = $1',
      [cast.ids.owner],
    )
    ownerKeys = {
      audit_logs: subject?.subject_id ?? '',
      family_words: cast.links.linkedNone ?? '',
      family_looks: cast.links.linkedNone ?? '',
    }
  }

  const keyOf = (table: string) => ownerKeys[table] ?? cast.ids.owner

  /** The statements of the four verbs on a row of the owner. */
  function verbs(table: string, { whose, changed, newRow }: TableRules) {
    const [column, value] = changed
    const row = newRow(cast)
    const columns = Object.keys(row)
    const places = columns.map((_, index) => `$${index + 1}`).join(', ')
    const where = (place: number) => (whose ? ` where ${whose} = $${place}` : '')
    const key = whose ? [keyOf(table)] : []
    const from = `gyeote.${table}`
    return {
      see: [`select 1 from ${from}${where(1)}`, key],
      add: [
        `insert into ${from} (${columns.map((column) => `"${column}"`).join(', ')}) values (${places})`,
        Object.values(row),
      ],
      change: [`update ${from} set ${column} = $1${where(2)}`, [value, ...key]],
      remove: [`delete from ${from}${where(1)}`, key],
    } as const
  }

  async function whoCan(
    table: string,
    tableRules: TableRules,
    verb: 'see' | 'add' | 'change' | 'remove',
  ): Promise<Actor[]> {
    const able: Actor[] = []
    for (const actor of actors) {
      const [text, parameters] = verbs(table, tableRules)[verb]
      if ((await countAffected(base, cast, actor, text, [...parameters])) > 0) able.push(actor)
    }
    return able
  }

  describe('with the grants as they are', () => {
    beforeAll(setTheScene)
    afterAll(() => base.close())

    test('every table of the schema stands in the matrix', async () => {
      const tables = await base.owner.query<{ relname: string }>(
        `select relname::text from pg_class
         where relnamespace = 'gyeote'::regnamespace and relkind in ('r', 'p', 'f', 'm') order by 1`,
      )
      expect(Object.keys(matrix).sort()).toEqual(tables.map((table) => table.relname))
    })

    describe.each(rules)('%s', (table, tableRules) => {
      test('the scene holds rows of the owner', async () => {
        const [text, key] = verbs(table, tableRules).see
        expect((await base.owner.query(text, [...key])).length).toBeGreaterThan(0)
      })
      for (const verb of ['see', 'add', 'change', 'remove'] as const)
        test(`${verb}: ${tableRules[verb].join(', ') || 'nobody'}`, async () => {
          expect(await whoCan(table, tableRules, verb)).toEqual(
            actors.filter((actor) => tableRules[verb].includes(actor)),
          )
        })
      test.skipIf(!tableRules.whose)('no row moves from one person to another', async () => {
        const text = `update gyeote.${table} set ${tableRules.whose} = $1 where ${tableRules.whose} = $2`
        const { owner, stranger } = cast.ids
        expect(await countAffected(base, cast, 'stranger', text, [owner, stranger])).toBe(0)
        expect(await countAffected(base, cast, 'owner', text, [stranger, owner])).toBe(0)
      })
    })
  })

  // A grant too many is one careless line: the policies must hold by themselves.
  describe('with every right on every table granted', () => {
    beforeAll(async () => {
      await setTheScene()
      await base.owner.run('grant all on all tables in schema gyeote to authenticated, anon')
    })
    afterAll(() => base.close())

    describe.each(rules)('%s', (table, tableRules) => {
      test('is read by the same people', async () => {
        expect(await whoCan(table, tableRules, 'see')).toEqual(
          actors.filter((actor) => tableRules.see.includes(actor)),
        )
      })
      test('nobody else adds, changes or removes a row of the owner', async () => {
        for (const verb of ['add', 'change', 'remove'] as const) {
          const others = (await whoCan(table, tableRules, verb)).filter(
            (actor) => actor !== 'owner',
          )
          expect(others, verb).toEqual([])
        }
      })
      test('a change without a condition reaches the own rows only', async () => {
        const [column, value] = tableRules.changed
        for (const actor of everyone) {
          const touched = await countAffected(
            base,
            cast,
            actor,
            `update gyeote.${table} set ${column} = $1`,
            [value],
          )
          expect(touched, actor).toBeLessThanOrEqual(1)
        }
      })
      test.skipIf(!tableRules.whose)('no row moves from one person to another', async () => {
        const text = `update gyeote.${table} set ${tableRules.whose} = $1 where ${tableRules.whose} = $2`
        const { owner, stranger } = cast.ids
        expect(await countAffected(base, cast, 'stranger', text, [owner, stranger])).toBe(0)
        expect(await countAffected(base, cast, 'owner', text, [stranger, owner])).toBe(0)
        // Without a condition no right to read is needed, so WITH CHECK of the change stands alone.
        const blind = `update gyeote.${table} set ${tableRules.whose} = $1`
        expect(await countAffected(base, cast, 'owner', blind, [stranger])).toBe(0)
      })
    })
  })
})

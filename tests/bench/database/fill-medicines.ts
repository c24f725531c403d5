import type { Client } from 'pg'

/** Numbers in `bench.people` of those with four courses, two doses of each a day. */
export const forFiveYears = { from: 1, to: 40 }
export const asFarAsTodayLooks = { from: 41, to: 80 }
export const forOneMonth = { from: 81, to: 120 }
const daysOfFiveYears = 1_826
export const daysOfOneMonth = 30

/**
 * Everybody takes a pouch three times a day and has done so for a month, but for a hundred and twenty
 * people with eight doses a day: a third of them for five years, with the packs, counts and changes of those.
 * @param days care dates in days since 1970-01-01: nothing is answered on `today` yet
 */
export async function fillMedicines(
  owner: Client,
  { today, opened }: { today: number; opened: number },
): Promise<void> {
  await owner.query(`
    create table bench.courses as
      select person.*, gen_random_uuid() as course_id, k as nth,
        case when person.n > ${forOneMonth.to} then array['morning', 'noon', 'evening']
          when k % 2 = 1 then array['morning', 'evening'] else array['noon', 'bedtime'] end as slots,
        case when person.n <= ${forFiveYears.to} then ${today - daysOfFiveYears}
          when person.n <= ${asFarAsTodayLooks.to} then ${opened}
          else ${today - daysOfOneMonth} end as from_on,
        case when person.n <= ${forFiveYears.to} then 60 else 1 end as months
      from bench.people person,
        generate_series(1, case when person.n > ${forOneMonth.to} then 1 else 4 end) as k;
    create table bench.slots as
      select distinct n, id, device_id, from_on, months, slot from bench.courses, unnest(slots) as slot`)
  await fillSchedules(owner)
  await fillBesides(owner, today)
  const firstOfMonth = today - daysOfOneMonth
  await fillAnswers(owner, today - daysOfFiveYears, firstOfMonth - 1)
  for (let day = firstOfMonth; day < today; day++) await fillAnswers(owner, day, day)
}

/** Ids, who, on which device and when: what every fact begins with. */
const fact = `person_id, id, by_id, device_id, at`
const factOf = (day: string) =>
  `id, gen_random_uuid(), id, device_id, timestamptz '1970-01-01 08:00+09' + make_interval(days => ${day})`

/** Chains with a change each year, and a pack for ninety days at a time. */
async function fillSchedules(owner: Client) {
  const chain = (table: string, columns: string, values: string, rows: string, within: string) => `
    with link as (
      select one.*, gen_random_uuid() as fact_id, nth_change,
        one.from_on + nth_change * 365 as begins
      from ${rows} as one, generate_series(0, one.months / 12) as nth_change
    )
    insert into gyeote.${table} (${fact}, base_id, from_on, ${columns})
    select id, fact_id, id, device_id, now(),
      lag(fact_id) over (partition by ${within} order by nth_change), begins, ${values}
    from link;`
  await owner.query(`
    insert into gyeote.courses (${fact}, kind, label, tracked_from, ends_with_pack)
      select id, course_id, id, device_id, now(), 'pouch', '약 ' || nth, from_on * 1440, false
      from bench.courses order by random();
    ${chain(
      'course_versions',
      'course_id, rule, slots, unit',
      `course_id, '{"kind": "daily"}', (
        select jsonb_agg(jsonb_build_object('slotId', slot, 'amount', 1000)) from unnest(slots) as slot), '포'`,
      'bench.courses',
      'course_id',
    )}
    ${chain('slot_hours', 'slot_id, minute', `slot, 480 + nth_change`, 'bench.slots', 'id, slot')}
    ${chain('zones', 'name', `'Asia/Seoul'`, '(select distinct id, device_id, from_on, months from bench.slots)', 'id')}
    insert into gyeote.packs (${fact}, course_id, first_on, first_slot, days)
      select ${factOf('from_on + 30 * month')}, course_id, from_on + 30 * month, slots[1], 90
      from bench.courses, generate_series(0, months, 3) as month order by random()`)
}

/** Now and then a count or a pause, something taken when needed, and something later. */
async function fillBesides(owner: Client, today: number) {
  const monthly = `bench.courses, generate_series(1, months) as month,
    lateral (select from_on + 30 * month - 1 as day) as at_end where nth = 1 and day < ${today}`
  await owner.query(`
    insert into gyeote.stock_counts (${fact}, course_id, slot_id, counted_wall, "left")
      select ${factOf('day')}, course_id, slots[1], day * 1440 + 600, 5000
      from ${monthly} and month % 3 = 1;
    create table bench.pauses as
      select id, device_id, day, gen_random_uuid() as pause_id from ${monthly} and month % 12 = 6;
    insert into gyeote.pauses (${fact}, from_wall, reason)
      select id, pause_id, id, device_id, now(), day * 1440, 'hospital' from bench.pauses;
    insert into gyeote.pause_ends (${fact}, pause_id, to_wall)
      select ${factOf('day')}, pause_id, (day + 3) * 1440 from bench.pauses;
    insert into gyeote.retractions (${fact}, fact_id)
      select ${factOf('day')}, gen_random_uuid() from bench.pauses;
    insert into gyeote.intakes (${fact}, course_id, taken_wall, offset_min, amount)
      select ${factOf('day')}, course_id, day * 1440 + 900, 540, 1000 from ${monthly};
    insert into gyeote.snoozes (${fact}, care_date, slot_id, until_wall)
      select ${factOf('day')}, day, slots[1], day * 1440 + 540 from ${monthly}`)
}

async function fillAnswers(owner: Client, from: number, to: number) {
  await owner.query(`
    insert into gyeote.answers (${fact}, course_id, care_date, slot_id, kind, taken_wall, offset_min)
      select ${factOf('day')}, course_id, day, slot, 'taken', day * 1440 + 485, 540
      from generate_series(${from}, ${to}) as day, bench.courses, unnest(slots) as slot
      where from_on <= day order by day, random()`)
}

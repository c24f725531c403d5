import * as z from 'zod/mini'
import { thisPhone } from '~/offline/this-phone'
import { familyToShowSchema, keptFamilyToShow, type FamilyToShow } from './family-to-show'

const answerMs = 3_000
const answerSchema = z.object({ personId: z.nullable(z.string()), family: familyToShowSchema })

/** As this phone knows it; nobody for a visitor. */
export async function readFamilyToShow(): Promise<FamilyToShow[]> {
  return (await thisPhone().withStore((store) => store.read(keptFamilyToShow))) ?? []
}

/** Asks who may be told by now, and keeps it; null without an answer for this phone's person. */
export async function renewFamilyToShow(): Promise<FamilyToShow[] | null> {
  const person = await thisPhone().currentPerson()
  if (person === null) return null
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), answerMs)
  try {
    const answer = await fetch('/scam-check/family', {
      cache: 'no-store',
      redirect: 'error',
      signal: abort.signal,
    })
    const read = answerSchema.safeParse(await answer.json())
    if (!read.success || read.data.personId !== person) return null
    const { family } = read.data
    await thisPhone().withStore(async (store, current) => {
      if (current === person) await store.keep(keptFamilyToShow, family)
    })
    return family
  } catch {
    return null // without a network: what is known serves on
  } finally {
    clearTimeout(timer)
  }
}

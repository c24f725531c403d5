import { thisPhone } from '~/offline/this-phone'
import { readKnowledge, type Knowledge } from '../verdict/knowledge'
import { isOlder } from './is-older'
import { keptKnowledge, sentKnowledge } from './kept-knowledge'
import { knowledgeFiles, knowledgeFormat, ownName } from './knowledge-name'

interface Known {
  name: string
  knowledge: Knowledge
}

let known: Promise<Known> | undefined

/** The newest knowledge on this phone: what came since the build, else the build's own files. */
export async function loadKnowledge(): Promise<Knowledge> {
  known ??= readNewer().then((newer) => newer ?? readOwn())
  try {
    return (await known).knowledge
  } catch (error) {
    known = undefined // the next tap tries once more
    throw error
  }
}

/** Asks for newer knowledge, and keeps it for the next check; older or broken it is passed over. Nothing is said then. */
export async function renewKnowledge(): Promise<void> {
  try {
    const before = await known
    const name = before?.name ?? ownName
    const answer = await fetch(`/scam-check/knowledge?have=${encodeURIComponent(name)}`)
    if (answer.status !== 200) return
    const sent = sentKnowledge.safeParse(await answer.json())
    if (!sent.success || sent.data.format !== knowledgeFormat) return
    const { lists, model } = sent.data
    const knowledge = readKnowledge(lists, model) // throws: then the last good one stays
    if (before && isOlder(versionsOf(knowledge), versionsOf(before.knowledge))) return
    const newer = { name: sent.data.name, insteadOf: ownName, lists, model }
    await thisPhone().withStore((store) => store.keep(keptKnowledge, newer))
    known = Promise.resolve({ name: newer.name, knowledge })
  } catch {
    // Without a network, or not to be read: what is known serves on.
  }
}

const versionsOf = ({ lists, modelVersion }: Knowledge) => ({
  lists: lists.version,
  model: modelVersion,
})

async function readNewer(): Promise<Known | null> {
  try {
    const store = await thisPhone().openStore()
    const newer = await store.read(keptKnowledge)
    if (!newer) return null
    if (newer.insteadOf !== ownName) {
      await store.forget(keptKnowledge)
      return null
    }
    return { name: newer.name, knowledge: readKnowledge(newer.lists, newer.model) }
  } catch {
    return null
  }
}

async function readOwn(): Promise<Known> {
  const [lists, model] = await Promise.all([knowledgeFiles.lists, knowledgeFiles.model].map(ask))
  return { name: ownName, knowledge: readKnowledge(lists, model) }
}

async function ask(path: string): Promise<unknown> {
  const answer = await fetch(path)
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
  return answer.json()
}

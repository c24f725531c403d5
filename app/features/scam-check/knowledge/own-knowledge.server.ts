import lists from '../../../../content/scam/lists.json'
import model from '../../../../content/scam/model.json'
import { readKnowledge, type Knowledge } from '../verdict/knowledge'

/** The two files, as they are sent to a phone that knows less. */
export const ownFiles = { lists, model }

let read: Knowledge | undefined

/** What this server knows; unpacked once, when somebody first needs it. */
export const ownKnowledge = (): Knowledge => (read ??= readKnowledge(lists, model))

import lists from '../../../../content/scam/lists.json?url'
import model from '../../../../content/scam/model.json?url'

/** The two files as parts of the build: their names change with what is in them, and the worker keeps them. */
export const knowledgeFiles = { lists, model }

/** Names what this build knows, the same in the page and on the server. */
export const ownName = `${nameOf(lists)} ${nameOf(model)}`

/**
 * Raised whenever lists or model need other code than before: a phone takes nothing newer that its own code
 * would misread.
 */
export const knowledgeFormat = 3

function nameOf(path: string): string {
  return path.split('/').at(-1) ?? path
}

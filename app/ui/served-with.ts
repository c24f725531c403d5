import { createContext } from 'react'
import type { Look } from './look'

/**
 * What the server knows of a document before any route is asked: an error page has no loader's data when the
 * action of its page failed. Null in the browser, where the document has it already.
 */
export const ServedWith = createContext<{ look: Look; nonce: string } | null>(null)

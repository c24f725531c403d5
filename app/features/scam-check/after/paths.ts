import content from '../../../../content/scam/after.json'
import type { AfterPath } from './after-schema'

/** Held against its schema by `npm run content:check`; part of the page, so that it opens without a network. */
export const paths = (content as { paths: AfterPath[] }).paths

export const findPath = (what: string | undefined): AfterPath | undefined =>
  paths.find(({ id }) => id === what)

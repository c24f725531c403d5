import { Router } from 'express'
import { createRequire } from 'node:module'
import {
  readingFiles,
  readingFolder,
  readingRoot,
  type ReadingFile,
} from '~/features/scam-check/pictures/reading-files'

/**
 * A worker goes by the policy of its own file, so that no page has to allow what reading needs: to compile
 * what it fetches from here.
 */
const policy = `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'`
const installed = createRequire(import.meta.url)

/** `/reading/<version>/…`: what phones read pictures with, as the packages bring it. */
export function serveReadingFiles(): Router {
  const router = Router()
  router.get(`${readingFolder}:name`, (req, res, next) => {
    const { name = '' } = req.params
    if (!isReadingFile(name)) return next()
    res.setHeader('Content-Security-Policy', policy)
    res.sendFile(installed.resolve(readingFiles[name].from), { immutable: true, maxAge: '1y' })
  })
  // Of another version than this server's: a page of another build has to be loaded anew.
  router.use(readingRoot, (_req, res) => {
    res.status(404).json({ v: 1, error: 'not_found' })
  })
  return router
}

const isReadingFile = (name: string): name is ReadingFile => Object.hasOwn(readingFiles, name)

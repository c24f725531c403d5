import { shellHeader } from './shell-header'

/**
 * True when the service worker asks for the document without anybody in it, to keep it for offline. The
 * loader then answers `{ shell: true }` before it looks at the session or the database.
 */
export function isShellRequest(request: Request): boolean {
  return request.headers.get(shellHeader) === '1'
}

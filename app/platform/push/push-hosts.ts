/**
 * The push services of browsers. A subscription anywhere else is refused: it would make the server call
 * whatever address somebody names. Samsung Internet uses Google's.
 */
const hosts: readonly string[] = ['fcm.googleapis.com', 'updates.push.services.mozilla.com']
const below: readonly string[] = ['.push.apple.com', '.notify.windows.com']

/** @param testHosts `host:port`, for tests with a push service of their own */
export function isPushEndpoint(endpoint: string, testHosts: readonly string[] = []): boolean {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : null
  if (url?.protocol !== 'https:' || url.username || url.password) return false
  if (testHosts.includes(url.host)) return true
  if (url.port) return false
  return hosts.includes(url.hostname) || below.some((end) => url.hostname.endsWith(end))
}

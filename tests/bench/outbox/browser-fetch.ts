/** `fetch` as a page of that origin has it: relative addresses, cookies kept, and an Origin with each write. */
export function openBrowserFetch(origin: string): { fetch: typeof fetch } {
  const jar = new Map<string, string>()
  return {
    async fetch(input, init) {
      const headers = new Headers(init?.headers)
      headers.set('Cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '))
      headers.set('Origin', origin)
      const address = new URL(String(input), origin)
      const answer = await fetch(address, { ...init, headers, cache: 'default' })
      for (const cookie of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
        jar.set(name, value)
      }
      return answer
    },
  }
}

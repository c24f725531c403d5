import type { Patience } from '~/offline/patience'
import { isGenuine } from './genuine'
import { offlineDocument } from './offline-document'
import type { Shells } from './shells'

interface Navigation {
  path: string
  /** Asks the server. */
  ask(): Promise<Response>
  /** False while a sign-out is still to be told to the server: then it is not asked for anything else. */
  mayAsk(): Promise<boolean>
  shells: Pick<Shells, 'find'>
  patience: Patience
}

/**
 * The document for an address: the server's if it comes in time, else the one kept for that address, else
 * a page that says what works without a network. A document says its own path (see
 * `models` in shells.ts), since the page loads itself anew when its address is another.
 */
export async function answerNavigation(navigation: Navigation): Promise<Response> {
  const { path, ask, mayAsk, shells, patience } = navigation
  const kept = async () => shells.find(path).catch(() => undefined)
  const asked = mayAsk().then(
    async (may) => (may ? await ask() : 'nobody'),
    () => 'nobody' as const,
  )
  const answered = asked.catch(() => 'nobody' as const)
  const first = await Promise.race([answered, after(patience.limitMs())])

  if (first === 'late') patience.wasSilent()
  if (first instanceof Response) {
    patience.answered()
    if (isGenuine(first) && first.status < 500) return first
    return (await kept()) ?? first
  }
  const shell = await kept()
  if (shell) return shell
  const last = await answered
  return last instanceof Response ? last : offlineDocument(await shells.find('/offline'))
}

const after = (ms: number) =>
  new Promise<'late'>((resolve) => {
    setTimeout(() => resolve('late'), ms)
  })

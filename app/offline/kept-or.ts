import type { Outbox } from './outbox/outbox'
import type { Phone } from './phone'
import { createPatience, type Patience } from './patience'
import type { Store } from './store/store'
import { thisOutbox } from './this-outbox'
import { thisPhone } from './this-phone'

/** What a loader answers when the document is to be kept for offline: nothing of anybody. */
export interface Shell {
  shell: true
}

export interface KeptPage<Page> {
  /** The page from what the phone keeps, or null when there is not enough. */
  fromStore(store: Store): Promise<Page | null>
  /**
   * Keeps a copy of what the server answered, for `fromStore`, and forgets the sent deeds that it tells of
   * (`outbox.forgetSent`). `askedMs` is when the server was asked, by the phone's clock.
   */
  keep?(store: Store, page: Page, askedMs: number): Promise<unknown>
}

const patienceOfPage = createPatience()
/** A copy that no page forgets by itself is not kept for longer than this once the server answers. */
const sentForMs = 30 * 24 * 60 * 60_000

/** Every page kept for offline says whose it is; null for a visitor. */
interface OfSomebody {
  personId: string | null
}

/**
 * What a route's `clientLoader` answers: the server's page, of which a copy is kept; or, when the document
 * is a shell, the server cannot be reached, is ill or slow, the page the phone keeps itself.
 * @throws what the server threw, or that there is no network, when the phone has nothing to show instead.
 */
export function keptOr<Page extends OfSomebody>(
  serverLoader: () => Promise<Page | Shell>,
  page: KeptPage<Page>,
): Promise<Page> {
  // The first page of a document was asked for with the document itself.
  const askedMs = documentWasShown ? Date.now() : performance.timeOrigin
  documentWasShown = true
  return keptOrOn(thisPhone(), thisOutbox(), serverLoader, page, patienceOfPage, askedMs)
}

let documentWasShown = false

export async function keptOrOn<Page extends OfSomebody>(
  phone: Phone,
  outbox: Pick<Outbox, 'deliverSignOut' | 'askWhetherEnded'>,
  serverLoader: () => Promise<Page | Shell>,
  { fromStore, keep }: KeptPage<Page>,
  patience: Patience,
  askedMs: number,
): Promise<Page> {
  const { signedOut } = await phone.facts()
  const fromPhone = () => readFromPhone(phone, fromStore)
  // Whoever signed out without a network is not shown again, whatever the cookie still says.
  if (signedOut !== null && !(await outbox.deliverSignOut()))
    return (await fromPhone()) ?? refuse(noNetwork())

  const rememberAnswer = async (answer: Page | Shell) => {
    if (!(await remember(phone, answer, keep, askedMs))) await outbox.askWhetherEnded()
  }
  const asked = serverLoader().then(
    (answer) => ({ answer }),
    (failure: unknown) => ({ failure }),
  )
  const first = await Promise.race([asked, after(patience.limitMs())])
  if (first === 'late') {
    patience.wasSilent()
    const kept = await fromPhone()
    if (kept) {
      void asked.then((late) => ('answer' in late ? rememberAnswer(late.answer) : undefined))
      return kept
    }
  }
  const settled = first === 'late' ? await asked : first
  if (first !== 'late' && 'answer' in settled) patience.answered()
  if ('failure' in settled) {
    if (isAnswerOfServer(settled.failure)) throw settled.failure
    const { failure } = settled
    return (await fromPhone()) ?? refuse(failure instanceof TypeError ? noNetwork() : failure)
  }
  const { answer } = settled
  if (isShell(answer)) return (await fromPhone()) ?? refuse(noNetwork())
  if (signedOut !== null && answer.personId === signedOut) throw reloadDocument()
  void rememberAnswer(answer)
  return answer
}

/** A first contact empties the visitor's store into the person's, perhaps in the middle of this: then read anew. */
async function readFromPhone<Page>(
  phone: Phone,
  fromStore: KeptPage<Page>['fromStore'],
): Promise<Page | null> {
  const store = await phone.openStore()
  const page = await fromStore(store).catch(() => null)
  return (await phone.currentPerson()) === store.personId ? page : readFromPhone(phone, fromStore)
}

/** False when the server answered as to a visitor while the phone is somebody's: their session may be over. */
async function remember<Page extends OfSomebody>(
  phone: Phone,
  answer: Page | Shell,
  keep: KeptPage<Page>['keep'],
  askedMs: number,
): Promise<boolean> {
  if (isShell(answer)) return true
  try {
    if (answer.personId !== null) await phone.becomePerson(answer.personId, { askedMs })
    const store = await phone.openStore()
    if (store.personId !== answer.personId) return answer.personId !== null
    const before = await countSent(store)
    await store.outbox.forgetSent(askedMs - sentForMs)
    if (keep) {
      await keep(store, answer, askedMs)
      phone.channel.tell({ kind: 'kept' })
    }
    if ((await countSent(store)) < before) phone.channel.tell({ kind: 'outbox' })
  } catch {
    // The page is shown all the same; it is only not kept.
  }
  return true
}

const countSent = async (store: Store) =>
  (await store.outbox.list()).filter(({ state }) => state === 'sent').length

function isShell<Page>(answer: Page | Shell): answer is Shell {
  return typeof answer === 'object' && answer !== null && 'shell' in answer && answer.shell === true
}

/** A refusal or redirect that the server itself decided, unlike no network, 5xx or a foreign page. */
export function isAnswerOfServer(failure: unknown): boolean {
  return (
    typeof failure === 'object' &&
    failure !== null &&
    'status' in failure &&
    typeof failure.status === 'number' &&
    failure.status < 500
  )
}

function refuse(failure: unknown): never {
  throw failure
}

const noNetwork = () => Response.json({ code: 'no_network' }, { status: 503 })

const reloadDocument = () =>
  new Response(null, { status: 302, headers: { Location: '/', 'X-Remix-Reload-Document': 'true' } })

const after = (ms: number) =>
  new Promise<'late'>((resolve) => {
    setTimeout(() => resolve('late'), ms)
  })

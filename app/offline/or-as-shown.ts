import { isAnswerOfServer } from './kept-or'

let shown: { pathname: string; page: unknown } | null = null

/**
 * `clientLoader` of a page that looks for news by itself: where the server does not answer, what stands on the
 * screen stays, with what is being written in it. Of what others let one see `useNews` says how long it may be believed.
 * @throws what failed, when another page was on the screen.
 */
export async function orAsShown<Page>(
  request: Request,
  serverLoader: () => Promise<Page>,
): Promise<Page> {
  const { pathname } = new URL(request.url)
  try {
    const page = await serverLoader()
    shown = { pathname, page }
    return page
  } catch (failure) {
    const isOpen = shown?.pathname === pathname && location.pathname === pathname
    if (!shown || !isOpen || isAnswerOfServer(failure)) throw failure
    return shown.page as Page
  }
}

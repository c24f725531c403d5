import { keepDraft } from '~/features/scam-check/kept-draft'
import { newRecord } from '~/features/scam-check/new-record'
import { isScriptless } from '~/features/scam-check/scriptless-mark'
import { readShared } from '~/features/scam-check/read-shared'
import { forgetSharedPicture, keepSharedPicture } from '~/features/scam-check/shared-picture'
import type { Phone } from '~/offline/phone'

export const checkPath = '/scam-check'

/**
 * A message that another app shared, or that was sent before the page had its scripts: it is laid into the
 * phone's store, and the page finds it there. Nothing of it is sent, and nothing stands in an address.
 */
export async function takeShared(
  request: Request,
  phone: Pick<Phone, 'withStore'>,
  ask: (request: Request) => Promise<Response>,
): Promise<Response> {
  const untouched = request.clone()
  try {
    const form = await request.formData()
    if (isScriptless(form)) return await ask(untouched)
    const { text, picture } = readShared(form)
    const keeping = phone.withStore(async (store) => {
      await forgetSharedPicture(store)
      const came = picture && (await keepSharedPicture(store, picture))
      const origin = 'typed' as const
      // Galleries send the name of the file along: what is to be judged stands in the picture.
      const checked = text !== '' && !picture
      const record = checked ? newRecord() : null
      const draft = { text, picks: [], picture: came, origin, checked, record }
      return keepDraft(store, 'message', draft)
    })
    const isKept = await keeping.catch(() => false)
    if (isKept) return Response.redirect(new URL(checkPath, request.url), 303)
    // Not waited for: where it fails, the picture is not to be sent instead.
    if (picture) return ask(withoutPicture(request, form))
  } catch {
    // The server can answer as well.
  }
  return ask(untouched)
}

/** That there was a picture, and nothing of it: the server cannot read one, and it is nobody's. */
function withoutPicture({ url, headers }: Request, form: FormData): Request {
  form.set('picture', new File(['-'], 'picture'))
  const accept = headers.get('accept') ?? '*/*'
  return new Request(url, { method: 'POST', body: form, headers: { Accept: accept } })
}

import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { parseLook, readLook, serialiseLook } from '~/ui/look'

/** The look without JavaScript: what the form left out stays, and the page it came from opens again. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const look = readLook({
    ...parseLook(request.headers.get('cookie')),
    ...Object.fromEntries([...form].filter(([name]) => name !== 'back')),
  })
  const secure = context.env.PUBLIC_URL?.startsWith('https:') ?? false
  const back = String(form.get('back') ?? '')
  return redirect(/^\/(?!\/)/.test(back) ? back : '/me', {
    status: 303,
    headers: { 'Set-Cookie': serialiseLook(look, { secure }) },
  })
}

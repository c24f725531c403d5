import { useLoaderData } from '@remix-run/react'

export const loader = () => ({ greeting: 'hello' })

export default function Hello() {
  return <p>{useLoaderData<typeof loader>().greeting}</p>
}

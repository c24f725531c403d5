import { useActionData, useNavigation } from '@remix-run/react'
import { useState, type FormEvent } from 'react'
import type { FormError } from '~/features/medication/forms/form-values'
import type { Returned } from '~/features/medication/forms/record-form.server'
import { noNetworkWords } from './send-or-stay'

const none: FormError[] = []
const offline: FormError[] = [{ fieldId: 'content', message: noNetworkWords }]

/**
 * A form that goes to the server, unlike those of one's own medicines. A second tap while it is under way
 * does nothing; where there is no network at once, nothing is sent.
 */
export function useHelpedForm() {
  const returned = useActionData<Returned>()
  const { state } = useNavigation()
  const [isOffline, setOffline] = useState(false)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    setOffline(!navigator.onLine)
    if (!navigator.onLine || state === 'submitting') event.preventDefault()
  }
  const errors = isOffline ? offline : (returned?.errors ?? none)
  return { errors, typed: returned?.values ?? {}, submit }
}

import type { FormEvent } from 'react'

/** The value of the button that sent a form; old browsers do not put it into the form's data for a script. */
export function pressedIn(event: FormEvent<HTMLFormElement>): string | undefined {
  const { submitter } = event.nativeEvent as SubmitEvent
  return submitter instanceof HTMLButtonElement ? submitter.value : undefined
}

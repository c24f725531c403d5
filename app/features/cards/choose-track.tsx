import { Form, useRevalidator } from '@remix-run/react'
import type { FormEvent } from 'react'
import { addCommand } from '~/commands/add-command'
import { Button } from '~/ui/button'
import type { TrackId } from './card'

/** From now on today's card comes from this track first; works without a network too. */
export function ChooseTrack({ track }: { track: TrackId }) {
  const { revalidate } = useRevalidator()
  const choose = (event: FormEvent) => {
    event.preventDefault()
    void addCommand('choose_track', { track }).then(({ status }) => {
      if (status === 'sent') revalidate()
    })
  }
  return (
    <Form method="post" onSubmit={choose}>
      <Button variant="outlined" full name="track" value={track}>
        이것부터 배우기
      </Button>
    </Form>
  )
}

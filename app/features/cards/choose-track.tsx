import { Form, useRevalidator } from '@remix-run/react'
import { useState, type FormEvent } from 'react'
import { addCommand } from '~/commands/add-command'
import { Button } from '~/ui/button'
import type { TrackId } from './card'

/** From now on today's card comes from this track first; works without a network too. */
export function ChooseTrack({ track }: { track: TrackId }) {
  const { revalidate } = useRevalidator()
  const [writing, setWriting] = useState(false)
  const choose = (event: FormEvent) => {
    event.preventDefault()
    if (writing) return
    setWriting(true)
    void addCommand('choose_track', { track }, () => setWriting(false)).then(({ status }) => {
      if (status === 'sent') revalidate()
    })
  }
  return (
    <Form method="post" onSubmit={choose}>
      <Button
        variant="outlined"
        full
        name="track"
        value={track}
        busy={writing ? '적는 중이에요' : undefined}
      >
        이것부터 배우기
      </Button>
    </Form>
  )
}

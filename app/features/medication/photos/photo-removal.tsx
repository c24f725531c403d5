import { Form } from '@remix-run/react'
import { useState, type FormEvent } from 'react'
import { Button } from '~/ui/button'
import { ConfirmSection } from '~/ui/confirm-section'

interface PhotoRemovalProps {
  /** Without JavaScript: made with the page, so that a double tap counts once. */
  commandId: string
  /** Without JavaScript: the page came back with the question. */
  asked: boolean
  onRemove(): void
}

/** 「사진 빼기」, which asks first. */
export function PhotoRemoval({ commandId, asked, onRemove }: PhotoRemovalProps) {
  const [asking, setAsking] = useState(asked)
  const instead = (work: () => void) => (event: FormEvent) => {
    event.preventDefault()
    work()
  }
  if (!asking)
    return (
      <Form method="post" onSubmit={instead(() => setAsking(true))}>
        <Button variant="quiet" full name="step" value="ask">
          사진 빼기
        </Button>
      </Form>
    )
  return (
    <ConfirmSection
      title="이 사진을 뺄까요?"
      refuse={
        <Form onSubmit={instead(() => setAsking(false))}>
          <Button variant="outlined" full>
            그대로 두기
          </Button>
        </Form>
      }
      confirm={
        <Form method="post" onSubmit={instead(onRemove)}>
          <input type="hidden" name="commandId" value={commandId} />
          <Button variant="danger" full name="step" value="remove">
            사진 빼기
          </Button>
        </Form>
      }
    >
      사진만 지워져요. 약은 그대로 있어요.
    </ConfirmSection>
  )
}

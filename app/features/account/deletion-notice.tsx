import { Form } from '@remix-run/react'
import { Button } from '~/ui/button'
import { Notice } from '~/ui/notice'
import { inKorean } from './korean-date'

/** While an account waits to be removed: when, and the way back. */
export function DeletionNotice({ removedOn }: { removedOn: string }) {
  return (
    <Notice
      kind="caution"
      word="지우는 중"
      title={`${inKorean(removedOn)}에 계정이 지워져요.`}
      titleAs="h2"
    >
      <Form method="post" action="/me" className="mt-3">
        <Button variant="outlined" full name="intent" value="undo-deletion">
          지우지 않기
        </Button>
      </Form>
    </Notice>
  )
}

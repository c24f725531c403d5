import { useUpdateOffer } from '~/offline/use-update-offer'
import { Button } from '~/ui/button'
import { Notice } from '~/ui/notice'

/** A new version waits: offered at rest, taken only with a tap. */
export function UpdateOffer() {
  const accept = useUpdateOffer()
  if (!accept) return null
  return (
    <div className="mb-4">
      <Notice kind="info" word="새 곁에가 있어요" live="polite">
        <p>지금 쓰셔도 되고 바꾸셔도 돼요.</p>
        <div className="mt-3">
          <Button type="button" variant="outlined" full onClick={accept}>
            새것으로 바꾸기
          </Button>
        </div>
      </Notice>
    </div>
  )
}

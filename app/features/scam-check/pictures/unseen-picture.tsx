import { Button } from '~/ui/button'
import { Notice } from '~/ui/notice'
import { unseenWords } from './came-words'

/** Beside a verdict about words that came with a picture nobody has read. */
export function UnseenPicture({ onLook }: { onLook: () => void }) {
  return (
    <Notice kind="info">
      <p>{unseenWords.text}</p>
      <div className="mt-3">
        <Button type="button" full icon="picture" onClick={onLook}>
          {unseenWords.go}
        </Button>
      </div>
    </Notice>
  )
}

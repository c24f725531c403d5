import { Notice } from '~/ui/notice'
import type { CamePicture } from '../kept-draft'
import { lostWords, otherwiseWords, pickWords, unreadWords } from './came-words'

/** What became of a picture that another app shared. */
export function CameNotice({ picture }: { picture: NonNullable<CamePicture> }) {
  if (picture === 'waiting')
    return (
      <Notice kind="info" live="polite">
        사진이 왔어요. 글자를 읽거나 적어 주세요.
      </Notice>
    )
  if (picture === 'unread')
    return (
      <Notice kind="info" word={`${unreadWords.title}.`} live="polite">
        <p>{unreadWords.now}</p>
      </Notice>
    )
  return (
    <Notice kind="info" word="사진을 못 받았어요" live="polite">
      <p>{lostWords[picture]}</p>
      <p className="needs-script">{pickWords}</p>
      <p>{otherwiseWords}</p>
    </Notice>
  )
}

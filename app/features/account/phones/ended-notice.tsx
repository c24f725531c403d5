import { useEffect, useState } from 'react'
import type { EndedHere } from '~/offline/phone-facts'
import { thisOutbox } from '~/offline/this-outbox'
import { thisPhone } from '~/offline/this-phone'
import { Button } from '~/ui/button'
import { LinkButton } from '~/ui/link-button'
import { Notice } from '~/ui/notice'
import { endedWords } from './ended-words'

/**
 * Above every page of a phone that was ended from another one: what happened, what is gone, how to come back. What a
 * page shows of the person is taken down the moment the phone hears of it.
 * @param isEnded the server said so of this document's session; the phone then asks for the answer it believes
 */
export function EndedNotice({ isEnded }: { isEnded: boolean }) {
  const { ended, isOver, dismiss } = useEndedHere(isEnded)
  if (!isOver) return null
  return (
    <Notice kind="info" title={endedWords.title} titleAs="h2">
      <p>
        다른 휴대폰에서 이 휴대폰을 로그아웃했어요.
        {ended ? ' 여기 있던 기록은 지웠어요.' : null} 전화번호로 들어오시면 기록이 그대로 있어요.
      </p>
      {ended && ended.lost > 0 ? (
        <p className="mt-3 font-bold">보내지 못한 기록 {ended.lost}개는 같이 지워졌어요.</p>
      ) : null}
      <div className="mt-3 grid gap-3">
        <LinkButton to="/sign-in" variant="outlined" full icon="phone">
          들어오기
        </LinkButton>
        {dismiss ? (
          <Button type="button" variant="quiet" full onClick={dismiss}>
            알겠어요
          </Button>
        ) : null}
      </div>
    </Notice>
  )
}

function useEndedHere(isEnded: boolean) {
  const [ended, setEnded] = useState<EndedHere | null>(null)
  const [isOver, setOver] = useState(isEnded)
  const [canDismiss, setCanDismiss] = useState(false)
  useEffect(() => {
    let wasSomebodys: boolean | undefined
    const look = async () => {
      const { person, ended: heard } = await thisPhone().facts()
      const isFirstLook = wasSomebodys === undefined
      // What this page shows is of somebody whose phone it is no longer.
      if (wasSomebodys && person === null && heard) location.replace('/')
      setEnded(heard)
      setCanDismiss(true)
      // Not any more once somebody has signed in since the document came.
      setOver(heard !== null || (isEnded && (isFirstLook || person === null)))
      wasSomebodys ??= person !== null
    }
    void look()
    return thisPhone().channel.listen((news) => {
      if (news.kind === 'person') void look()
    })
  }, [isEnded])
  useEffect(() => {
    if (isEnded) void thisOutbox().askWhetherEnded()
  }, [isEnded])
  const dismiss = () => {
    setOver(false)
    void thisPhone().changeFacts(() => ({ ended: null }))
  }
  return { ended, isOver, dismiss: canDismiss ? dismiss : null }
}

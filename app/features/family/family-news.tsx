import { LinkButton } from '~/ui/link-button'
import { Notice } from '~/ui/notice'
import type { FamilyNews as News } from './find-family-news.server'
import { TellReach } from './tell-reach'

/** On the first page: that somebody waits for an answer. Nothing of them before it is looked at. */
export function FamilyNews({ news }: { news: News | null }) {
  if (!news) return null
  return (
    <>
      {news.linked ? <TellReach /> : null}
      {news.waiting > 0 ? (
        <Notice kind="info" word="가족" title="이어 달라는 분이 있어요." titleAs="h2">
          <div className="mt-3">
            <LinkButton to="/me/family" variant="outlined" full icon="family">
              누구인지 보기
            </LinkButton>
          </div>
        </Notice>
      ) : null}
    </>
  )
}

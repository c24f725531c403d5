import { LinkButton } from '~/ui/link-button'
import { Notice } from '~/ui/notice'
import type { FamilyNews as News } from './find-family-news.server'
import { TellReach } from './tell-reach'
import { SayFine } from './words/say-fine'
import { WordsToHear } from './words/words-to-hear'

/**
 * On the first page: what the family wrote, that all is well, and that somebody waits for an answer. Nothing
 * of whoever waits before it is looked at.
 */
export function FamilyNews({ news, commandId }: { news: News | null; commandId: string }) {
  if (!news) return null
  const { linked, waiting, askAgain } = news
  return (
    <>
      {linked ? <TellReach /> : null}
      {linked ? <WordsToHear words={news.words} commandId={commandId} /> : null}
      {linked ? <SayFine news={news} commandId={commandId} /> : null}
      {waiting > 0 ? (
        <Waiting title="이어 달라는 분이 있어요." button="누구인지 보기" />
      ) : askAgain > 0 ? (
        <Waiting title="가족에게 계속 보여 줄까요?" button="보고 답하기" />
      ) : null}
    </>
  )
}

const Waiting = ({ title, button }: { title: string; button: string }) => (
  <Notice kind="info" word="가족" title={title} titleAs="h2">
    <div className="mt-3">
      <LinkButton to="/me/family" variant="outlined" full icon="family">
        {button}
      </LinkButton>
    </div>
  </Notice>
)

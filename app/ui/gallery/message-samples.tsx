import { useState } from 'react'
import { Button } from '../button'
import { EmptyState } from '../empty-state'
import { LinkButton } from '../link-button'
import { Notice } from '../notice'
import { StatusLine } from '../status-line'
import { Chapter, Sample } from './sample'

export function MessageSamples() {
  const [kept, setKept] = useState('')
  return (
    <Chapter id="messages" title="알리는 말">
      <Sample name="휴대폰에서 기다리는 일">
        <Notice kind="waiting">
          <p>휴대폰에 적어 두었어요. 인터넷이 되면 보낼게요.</p>
        </Notice>
      </Sample>
      <Sample name="인터넷이 없을 때">
        <Notice kind="offline">
          <p>받아 둔 카드는 그대로 읽을 수 있어요.</p>
        </Notice>
      </Sample>
      <Sample name="알려 드릴 때">
        <Notice kind="info">
          <p>글자 크기는 내 정보에서 언제든 바꿀 수 있어요.</p>
        </Notice>
      </Sample>
      <Sample name="마쳤을 때">
        <Notice kind="done" title="오늘 카드를 다 배웠어요">
          <p>점수 10점을 모았어요. 함께한 날 41일이에요.</p>
        </Notice>
      </Sample>
      <Sample name="살펴야 할 때">
        <Notice kind="caution" title="잠깐만요">
          <p>아는 번호로 직접 확인해 보세요.</p>
        </Notice>
      </Sample>
      <Sample name="하면 안 될 때">
        <Notice kind="danger" title="누르지 마세요">
          <p>사기 문자와 아주 비슷해요.</p>
        </Notice>
      </Sample>
      <Sample name="찾지 못했을 때">
        <Notice kind="nothing" word="확인했어요" title="위험 신호를 찾지 못했어요">
          <p>안전하다는 뜻은 아니에요.</p>
        </Notice>
      </Sample>
      <Sample name="방금 있었던 일">
        <div className="grid">
          <StatusLine text={kept} />
          <Button type="button" full onClick={() => setKept('바꾼 것을 적어 두었어요.')}>
            바꾸기
          </Button>
        </div>
      </Sample>
      <Sample name="아직 아무것도 없을 때">
        <EmptyState
          title="다시 읽을 카드가 아직 없어요"
          action={
            <LinkButton to="#cards" full>
              오늘 카드로
            </LinkButton>
          }
        >
          <p>오늘 카드를 배우면 여기에 모여요.</p>
        </EmptyState>
      </Sample>
    </Chapter>
  )
}

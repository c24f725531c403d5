import { useState } from 'react'
import { Button } from '../button'
import { Drawing } from '../drawing'
import { ProgressPath } from '../progress-path'
import { SpokenText } from '../spoken-text'
import { Steps } from '../steps'
import { Chapter, Sample } from './sample'

const pinch = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 256 160">
<rect class="paper" x="82" y="8" width="92" height="144" rx="12"/>
<rect class="tint" x="92" y="22" width="72" height="104" rx="4"/>
<path class="pine" d="M96 116l22-30 16 18 10-12 16 24"/>
<circle class="mark" cx="142" cy="48" r="10"/>
<path class="ink" d="M120 140h16"/>
<circle class="solid-ink" cx="112" cy="98" r="7"/><circle class="solid-ink" cx="146" cy="68" r="7"/>
<path class="ink" d="M62 118L38 136M38 136l3-13M38 136l13-1"/>
<path class="ink" d="M194 46l24-18M218 28l-13 1M218 28l-3 13"/>
</svg>`

const why = ['손주 사진이 작게 보일 때 써요.', '안경이 없어도 얼굴이 또렷해져요.']

export function LearningSamples() {
  const [current, setCurrent] = useState(1)
  return (
    <Chapter id="learning" title="배우는 자리">
      <Sample name="읽는 문장 표시">
        <SpokenText sentences={why} current={current} />
        <div className="mt-3 grid">
          <Button
            type="button"
            icon="speaker"
            full
            onClick={() => setCurrent((at) => (at + 1) % why.length)}
          >
            다음 문장
          </Button>
        </div>
      </Sample>
      <Sample name="차례로 하기">
        <Steps
          steps={[
            <SpokenText key="1" sentences={['사진을 한 번 눌러요.', '화면 가득 열려요.']} />,
            <div key="2">
              <SpokenText sentences={['두 손가락을 사진 위에 놓고 벌려요.']} />
              <Drawing alt="두 손가락을 벌리자 휴대폰 속 사진이 커지는 그림" svg={pinch} />
            </div>,
            <SpokenText key="3" sentences={['다 보았으면 두 손가락을 오므려요.']} />,
          ]}
        />
      </Sample>
      <Sample name="걸어온 길">
        <ProgressPath label="열두 장 가운데 네 장을 배웠어요" done={4} total={12} />
      </Sample>
      <Sample name="이제 시작하는 길">
        <ProgressPath label="첫 장부터 시작해요" done={0} total={10} />
      </Sample>
      <Sample name="다 걸은 길">
        <ProgressPath label="열 장을 모두 배웠어요" done={10} total={10} />
      </Sample>
    </Chapter>
  )
}

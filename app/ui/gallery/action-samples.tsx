import { ArchPlate } from '../arch-plate'
import { Button } from '../button'
import { Card } from '../card'
import { ConfirmSection } from '../confirm-section'
import { LinkButton } from '../link-button'
import { Chapter, Sample } from './sample'

export function ActionSamples() {
  return (
    <>
      <Chapter id="buttons" title="단추">
        <Sample name="한 화면에 하나, 채운 단추">
          <div className="grid gap-3">
            <Button type="button" variant="primary" full big>
              다 배웠어요
            </Button>
            <Button type="button" variant="primary" full icon="speaker">
              들어 보기
            </Button>
          </div>
        </Sample>
        <Sample name="나머지는 테두리 단추">
          <div className="two-columns gap-3">
            <Button type="button">나중에</Button>
            <Button type="button" icon="stop">
              멈추기
            </Button>
          </div>
        </Sample>
        <Sample name="일하는 중">
          <div className="grid gap-3">
            <Button type="button" variant="primary" full busy="보내는 중이에요">
              보내기
            </Button>
            <Button type="button" full busy="찾는 중이에요">
              찾아보기
            </Button>
          </div>
        </Sample>
        <Sample name="조용한 단추와 되돌릴 수 없는 단추">
          <div className="grid gap-3">
            <Button type="button" variant="quiet" full>
              괜찮아요
            </Button>
            <Button type="button" variant="danger" full>
              기록 지우기
            </Button>
          </div>
        </Sample>
        <Sample name="고르는 답">
          <div className="grid gap-3">
            <Button type="button" variant="choice">
              두 손가락을 벌려요
            </Button>
            <Button type="button" variant="choice">
              화면을 세게 눌러요
            </Button>
          </div>
        </Sample>
        <Sample name="다른 곳으로 가는 단추">
          <div className="two-columns gap-3">
            <LinkButton to="#cards" icon="book">
              카드 읽기
            </LinkButton>
            <LinkButton to="#icons" icon="phone">
              전화하기
            </LinkButton>
          </div>
        </Sample>
      </Chapter>
      <Chapter id="cards" title="카드">
        <Sample name="지금 할 일">
          <Card due labelledBy="card-due">
            <div className="marked items-center">
              <ArchPlate icon="learn" />
              <div>
                <p className="text-caption text-soft">오늘의 배움 · 3분</p>
                <h3 id="card-due" className="text-h2 font-bold">
                  사진을 크게 보기
                </h3>
              </div>
            </div>
            <p className="mt-3 text-body">안경이 없어도 얼굴이 또렷해져요.</p>
            <div className="mt-4 grid">
              <Button type="button" variant="primary" full>
                배우기
              </Button>
            </div>
          </Card>
        </Sample>
        <Sample name="여느 카드">
          <Card labelledBy="card-plain">
            <h3 id="card-plain" className="text-h2 font-bold">
              내일은 이 카드예요
            </h3>
            <p className="text-body">수상한 전화는 끊어요</p>
          </Card>
        </Sample>
        <Sample name="한 번만 묻기">
          <ConfirmSection
            title="기록을 모두 지울까요?"
            refuse={
              <Button type="button" full>
                그대로 둘게요
              </Button>
            }
            confirm={
              <Button type="button" variant="danger" full>
                기록 지우기
              </Button>
            }
          >
            <p>배운 카드 서른 장과 점수가 사라져요. 7일 안에는 되돌릴 수 있어요.</p>
          </ConfirmSection>
        </Sample>
      </Chapter>
    </>
  )
}

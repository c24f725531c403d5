import { ArchPlate } from '../arch-plate'
import { ArchWindow } from '../arch-window'
import { Icon, iconNames, type IconName } from '../icon'
import { Chapter, Sample } from './sample'

const colours: readonly { name: string; box: string }[] = [
  { name: '종이', box: 'bg-paper text-ink border-hair' },
  { name: '카드', box: 'bg-card text-ink border-line' },
  { name: '소나무', box: 'bg-pine text-on-pine border-pine' },
  { name: '옅은 솔잎', box: 'bg-tint text-ink border-pine' },
  { name: '읽는 곳', box: 'bg-mark text-ink border-line' },
  { name: '조용한 회색', box: 'bg-quiet text-quiet-ink border-line' },
  { name: '주의', box: 'bg-caution text-ink border-caution-ink' },
  { name: '위험', box: 'bg-danger-block text-on-danger border-danger' },
]

const iconWords: Record<IconName, string> = {
  sign: '곁에',
  today: '오늘',
  learn: '배움',
  pill: '약',
  family: '가족',
  person: '사람',
  help: '도움',
  speaker: '소리',
  stop: '멈춤',
  check: '했어요',
  cross: '달라요',
  clock: '시각',
  hourglass: '기다림',
  offline: '끊김',
  phone: '전화',
  back: '뒤로',
  forward: '앞으로',
  star: '점수',
  book: '공책',
  'text-size': '글자 크기',
  info: '알림',
  danger: '위험',
  caution: '주의',
  pause: '쉼',
  blank: '기록 없음',
  suitcase: '여행',
  emergency: '응급',
  nothing: '없음',
  sun: '밝게',
  sunrise: '아침',
  sunset: '저녁',
  moon: '어둡게',
  contrast: '또렷하게',
  camera: '사진기',
  picture: '사진',
  look: '살펴보기',
  paste: '붙여 넣기',
  device: '휴대폰',
}

export function FoundationSamples() {
  return (
    <>
      <Chapter id="words" title="글자">
        <Sample name="판정과 번호">
          <p className="text-verdict font-bold">누르지 마세요</p>
        </Sample>
        <Sample name="제목">
          <p className="text-h1 font-bold">사진을 크게 보기</p>
        </Sample>
        <Sample name="하루의 창을 둔 인사">
          <div className="page-head">
            <p className="text-h1 font-bold">홍길순 님, 좋은 아침이에요.</p>
            <ArchWindow part="morning" />
          </div>
        </Sample>
        <Sample name="작은 제목">
          <p className="text-h2 font-bold">이렇게 해요</p>
        </Sample>
        <Sample name="본문">
          <p className="text-body">
            손주 사진이 작게 보일 때 써요. 안경이 없어도 얼굴이 또렷해져요.
          </p>
        </Sample>
        <Sample name="곁들이는 말">
          <p className="text-caption text-soft">카카오톡과 사진 · 3분</p>
        </Sample>
      </Chapter>
      <Chapter id="colours" title="빛깔">
        <ul className="two-columns gap-3">
          {colours.map(({ name, box }) => (
            <li key={name} className={`rounded-card border-edge p-4 text-body font-bold ${box}`}>
              {name}
            </li>
          ))}
        </ul>
      </Chapter>
      <Chapter id="icons" title="그림 글자">
        <ul className="icon-grid">
          {iconNames.map((name) => (
            <li key={name} className="grid justify-items-center gap-1 text-center">
              <span className="text-pine">
                <Icon name={name} large />
              </span>
              <span className="text-caption">{iconWords[name]}</span>
            </li>
          ))}
        </ul>
        <Sample name="아치 아래 놓인 것">
          <div className="flex flex-wrap gap-3">
            <ArchPlate icon="learn" />
            <ArchPlate icon="pill" />
            <ArchPlate icon="phone" />
            <ArchPlate icon="book" />
          </div>
        </Sample>
        <Sample name="하루의 창: 아침, 낮, 저녁, 밤">
          <div className="flex flex-wrap gap-3">
            <ArchWindow part="morning" />
            <ArchWindow part="noon" />
            <ArchWindow part="evening" />
            <ArchWindow part="night" />
          </div>
        </Sample>
      </Chapter>
    </>
  )
}

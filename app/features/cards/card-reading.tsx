import { memo } from 'react'
import { useLook } from '~/features/look/use-look'
import { Button } from '~/ui/button'
import { Drawing } from '~/ui/drawing'
import { textSizes } from '~/ui/look'
import { Notice } from '~/ui/notice'
import { PageHead } from '~/ui/page-head'
import { Spoken, SpokenText } from '~/ui/spoken-text'
import { Steps } from '~/ui/steps'
import type { ReadAloud } from '~/ui/use-read-aloud'
import { tracks, type Card } from './card'
import type { SpokenBlock, SpokenBlocks } from './spoken-blocks'

interface CardReadingProps extends Pick<ReadAloud, 'state' | 'start' | 'stop'> {
  card: Card
  blocks: SpokenBlocks
  /** Index among the sentences of `blocks` of the one being read; -1 when none is. */
  current: number
}

/** A card to read and to hear: what is read aloud is exactly what stands here, in the same order. */
export const CardReading = memo(function CardReading({
  card,
  blocks,
  current,
  state,
  start,
  stop,
}: CardReadingProps) {
  const [look, changeLook] = useLook()
  const reading = state === 'reading'
  const larger = textSizes[(textSizes.indexOf(look.textSize) + 1) % textSizes.length] ?? 100

  return (
    <article className="grid gap-6">
      <PageHead
        eyebrow={`${tracks.find((track) => track.id === card.track)?.name} · ${card.minutes}분`}
        title={<Heading block={blocks.title} current={current} />}
      />
      <div className="two-columns gap-2">
        <Button
          type="button"
          variant="outlined"
          full
          icon={reading ? 'stop' : 'speaker'}
          onClick={() => (reading ? stop() : void start())}
        >
          {reading ? '그만 듣기' : '들어 보기'}
        </Button>
        <Button
          type="button"
          variant="outlined"
          full
          icon="text-size"
          onClick={() => changeLook({ textSize: larger })}
        >
          {larger > look.textSize ? '글씨 크게' : '글씨 처음대로'}
        </Button>
      </div>
      {state === 'no_voice' ? (
        <Notice kind="info" live="polite" title="한국어 목소리가 없어요.">
          휴대폰 설정의 돋보기에 음성이라고 써 보세요.
        </Notice>
      ) : null}
      <SpokenText sentences={blocks.why.sentences} current={current - blocks.why.from} />
      <section aria-labelledby="steps" className="grid gap-3">
        <h2 id="steps" className="text-h2 font-bold">
          <Heading block={blocks.stepsHeading} current={current} />
        </h2>
        <Steps
          steps={blocks.steps.map((step, index) => {
            const drawing = card.steps[index]?.drawing
            return (
              <div key={step.from}>
                <SpokenText sentences={step.sentences} current={current - step.from} />
                {drawing ? <Drawing {...drawing} /> : null}
              </div>
            )
          })}
        />
      </section>
      <section aria-labelledby="task" className="grid gap-3">
        <h2 id="task" className="text-h2 font-bold">
          <Heading block={blocks.taskHeading} current={current} />
        </h2>
        <SpokenText sentences={blocks.task.sentences} current={current - blocks.task.from} />
      </section>
    </article>
  )
})

const Heading = ({ block, current }: { block: SpokenBlock; current: number }) => (
  <Spoken now={block.from === current}>{block.sentences[0]}</Spoken>
)

import { useEffect, useRef, type ReactNode } from 'react'
import { Icon, type IconName } from '~/ui/icon'
import { levelWords, trickNames } from '../reason-words'
import type { Checked } from '../checked'
import type { Level } from '../verdict/verdict'

/** By shape first: a solid block with eight sides, a pale one with three, a flat grey one without a tick. */
const looks: Record<Level, { icon: IconName; word?: string; box: string; mark: string }> = {
  danger: {
    icon: 'danger',
    word: '위험',
    box: 'filled border-edge border-danger bg-danger-block text-on-danger',
    mark: 'text-on-danger',
  },
  caution: {
    icon: 'caution',
    word: '주의',
    box: 'border-verdict border-caution-ink bg-caution',
    mark: 'text-caution-ink',
  },
  nothing_found: {
    icon: 'nothing',
    box: 'border-edge border-hair bg-quiet',
    mark: 'text-quiet-ink',
  },
}

interface VerdictBlockProps {
  checked: Pick<Checked, 'kind' | 'verdict'>
  /** It has just come: whoever asked is led to it. */
  isNew: boolean
  children?: ReactNode
}

/** The page's title: what to do, in a verb, before anything is explained. */
export function VerdictBlock({ checked: { kind, verdict }, isNew, children }: VerdictBlockProps) {
  const { icon, word, box, mark } = looks[verdict.level]
  const { title, text } = levelWords[kind][verdict.level]
  const block = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!isNew) return
    block.current?.focus({ preventScroll: true })
    scrollTo(0, 0)
  }, [isNew])
  return (
    <div
      ref={block}
      tabIndex={-1}
      role="group"
      aria-labelledby="verdict"
      data-level={verdict.level}
      className={`marked rounded-card p-gutter ${box}`}
    >
      <span className={mark}>
        <Icon name={icon} large />
      </span>
      <div>
        {word ? <p className={`text-body font-bold ${mark}`}>{word}</p> : null}
        <h1 id="verdict" className={`font-bold ${word ? 'text-verdict' : 'text-h1'}`}>
          {title}
        </h1>
        <p className="text-body">{text}</p>
        {verdict.trick ? (
          <p className="mt-2 text-body">
            닮은 수법: <strong data-name>{trickNames[verdict.trick]}</strong>
          </p>
        ) : null}
        {children}
      </div>
    </div>
  )
}

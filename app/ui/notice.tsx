import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'

export type NoticeKind = 'info' | 'done' | 'waiting' | 'offline' | 'nothing' | 'caution' | 'danger'

interface Kind {
  icon: IconName
  /** The kind in a word: states differ by shape, place and word before they differ by colour. */
  word: string
  box: string
  mark: string
}

const kinds: Record<NoticeKind, Kind> = {
  info: {
    icon: 'info',
    word: '알려 드려요',
    box: 'border-edge border-tint-edge bg-tint',
    mark: 'text-pine',
  },
  done: {
    icon: 'check',
    word: '다 됐어요',
    box: 'border-edge border-pine bg-tint',
    mark: 'text-pine',
  },
  waiting: {
    icon: 'hourglass',
    word: '기다리는 중',
    box: 'border-edge border-dashed border-line bg-quiet',
    mark: 'text-quiet-ink',
  },
  offline: {
    icon: 'offline',
    word: '인터넷이 끊겼어요',
    box: 'border-edge border-dashed border-line bg-quiet',
    mark: 'text-quiet-ink',
  },
  nothing: {
    icon: 'nothing',
    word: '찾지 못했어요',
    box: 'border-edge border-hair bg-quiet',
    mark: 'text-quiet-ink',
  },
  caution: {
    icon: 'caution',
    word: '주의',
    box: 'border-verdict border-caution-ink bg-caution',
    mark: 'text-caution-ink',
  },
  danger: {
    icon: 'danger',
    word: '위험',
    box: 'filled border-edge border-danger bg-danger-block text-on-danger',
    mark: 'text-on-danger',
  },
}

interface NoticeProps {
  kind: NoticeKind
  /** In place of the kind's own word. */
  word?: string
  /** The sentence that matters, large. */
  title?: ReactNode
  titleAs?: 'h1' | 'h2' | 'p'
  /** Said aloud when it appears: `polite` waits for a pause, `assertive` is for danger only. */
  live?: 'polite' | 'assertive'
  children?: ReactNode
}

export function Notice({ kind, word, title, titleAs: Title = 'p', live, children }: NoticeProps) {
  const look = kinds[kind]
  const role = live && { polite: 'status', assertive: 'alert' }[live]
  return (
    <div role={role} className={`marked rounded-card p-gutter ${look.box}`}>
      <span className={look.mark}>
        <Icon name={look.icon} large={title !== undefined} />
      </span>
      <div>
        <p className={`text-body font-bold ${look.mark}`}>{word ?? look.word}</p>
        {title ? (
          <Title
            className={
              kind === 'info' || kind === 'done' ? 'text-h2 font-bold' : 'text-h1 font-bold'
            }
          >
            {title}
          </Title>
        ) : null}
        {children ? <div className="text-body">{children}</div> : null}
      </div>
    </div>
  )
}

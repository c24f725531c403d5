import { useState, type MouseEvent } from 'react'
import type { ButtonVariant } from '~/ui/button-look'
import type { IconName } from '~/ui/icon'
import { LinkButton } from '~/ui/link-button'

interface PassOnProps {
  text: string
  /** To whom a text message is addressed where the phone cannot share; nobody: the person chooses. */
  to?: string
  variant: ButtonVariant
  big?: boolean
  icon: IconName
  /** The words on the button. */
  children: string
  /** Not the phone's share sheet: `sms` writes to `to`, `copy` keeps it for pasting. */
  by?: 'share' | 'sms' | 'copy'
}

type Outcome = 'copied' | 'failed'

/** In the button's own place, so that nothing below it moves. */
const said: Record<Outcome, { short: string; whole: string }> = {
  copied: { short: '복사했어요', whole: '복사했어요. 대화방에 붙여 넣으세요.' },
  failed: { short: '화면을 보여 주세요', whole: '복사하지 못했어요. 이 화면을 보여 주세요.' },
}

/** Hands a text to somebody by the phone's share sheet, else by copying; without scripts by a text message. */
export function PassOn({ text, to = '', variant, big, icon, children, by = 'share' }: PassOnProps) {
  const [outcome, setOutcome] = useState<Outcome>()
  const pass = (event: MouseEvent) => {
    if (by === 'sms') return
    event.preventDefault()
    void handOver(text, by).then(setOutcome)
  }
  return (
    <div>
      <LinkButton
        to={`sms:${to}?&body=${encodeURIComponent(text)}`}
        variant={variant}
        big={big}
        full
        icon={outcome === 'copied' ? 'check' : icon}
        onClick={pass}
      >
        {outcome ? said[outcome].short : children}
      </LinkButton>
      <p role="status" className="sr-only">
        {outcome ? said[outcome].whole : null}
      </p>
    </div>
  )
}

async function handOver(text: string, by: 'share' | 'copy'): Promise<Outcome | undefined> {
  if (by === 'share' && 'share' in navigator) {
    try {
      await navigator.share({ text })
      return undefined
    } catch (error) {
      // Closed again by the person: nothing happened, and nothing is to be said.
      if (error instanceof DOMException && error.name === 'AbortError') return undefined
    }
  }
  try {
    await navigator.clipboard.writeText(text)
    return 'copied'
  } catch {
    return 'failed'
  }
}

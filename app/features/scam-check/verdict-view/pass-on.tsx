import { useState, type MouseEvent } from 'react'
import type { ButtonVariant } from '~/ui/button-look'
import type { IconName } from '~/ui/icon'
import { LinkButton } from '~/ui/link-button'
import { StatusLine } from '~/ui/status-line'

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

/** Hands a text to somebody by the phone's share sheet, else by copying; without scripts by a text message. */
export function PassOn({ text, to = '', variant, big, icon, children, by = 'share' }: PassOnProps) {
  const [said, setSaid] = useState<string>()
  const pass = (event: MouseEvent) => {
    if (by === 'sms') return
    event.preventDefault()
    void handOver(text, by).then(setSaid)
  }
  return (
    <div>
      <LinkButton
        to={`sms:${to}?&body=${encodeURIComponent(text)}`}
        variant={variant}
        big={big}
        full
        icon={icon}
        onClick={pass}
      >
        {children}
      </LinkButton>
      {by === 'sms' ? null : <StatusLine text={said} />}
    </div>
  )
}

async function handOver(text: string, by: 'share' | 'copy'): Promise<string | undefined> {
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
    return '복사했어요. 대화방에 붙여 넣으세요.'
  } catch {
    return '복사하지 못했어요. 이 화면을 보여 주세요.'
  }
}

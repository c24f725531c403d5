import { ArchWindow } from '~/ui/arch-window'
import { PageHead } from '~/ui/page-head'
import { greetingAt } from './greeting'

interface DayHeadProps {
  /** 0 to 23, where the person is. */
  hour: number
  name: string | null
  /** Something is due below: the picture of the hour makes room for it. */
  due?: boolean
}

/** Whose day it is, and the greeting of the hour. */
export function DayHead({ hour, name, due = false }: DayHeadProps) {
  const greeting = greetingAt(hour)
  return (
    <PageHead
      eyebrow={name ? `${name} 님` : undefined}
      title={greeting.words}
      aside={due ? undefined : <ArchWindow part={greeting.part} />}
    />
  )
}

/**
 * - `primary`: filled, at most one on a screen, none where somebody is asked to consent
 * - `outlined`: every other action
 * - `quiet`: words with an underline, for the way out
 * - `danger`: outlined in the colour of danger, for what cannot be undone
 * - `choice`: an answer to a question: 64 px high, full width, words at the left
 */
export type ButtonVariant = 'primary' | 'outlined' | 'quiet' | 'danger' | 'choice'

const base =
  'control-pressed relative inline-flex items-center gap-2 rounded-control py-2 text-button font-bold ' +
  'transition-transform duration-150 aria-disabled:cursor-default'

const variants: Record<ButtonVariant, string> = {
  primary: 'filled px-3 justify-center text-center bg-pine text-on-pine active:bg-pine-deep',
  outlined:
    'justify-center px-within text-center border-edge border-line bg-card text-ink active:bg-tint',
  quiet:
    'justify-center px-3 text-center text-pine underline decoration-2 underline-offset-6 active:bg-tint',
  danger:
    'justify-center px-within text-center border-edge border-danger bg-card text-danger active:bg-danger-tint',
  choice:
    'w-full justify-start px-gutter text-left border-edge border-line bg-card text-ink active:bg-tint',
}

/** `full` takes the whole width, `big` is 64 px high, for the one thing this screen is about. */
export interface ButtonLook {
  variant?: ButtonVariant
  full?: boolean
  big?: boolean
}

export function buttonClasses({ variant = 'outlined', full, big }: ButtonLook): string {
  // One floor alone: of two the style sheet's own order would choose.
  const floor = big || variant === 'choice' ? 'min-h-answer' : 'min-h-button'
  return [base, floor, variants[variant], full ? 'w-full' : ''].filter(Boolean).join(' ')
}

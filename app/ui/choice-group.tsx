import type { ReactNode } from 'react'
import { FieldError } from './field-error'
import { Icon, type IconName } from './icon'

export interface Choice {
  value: string
  label: ReactNode
  detail?: ReactNode
  icon?: IconName
}

interface ChoiceGroupProps {
  name: string
  /** The question. */
  legend: string
  /** When a heading above says it already. */
  legendHidden?: boolean
  hint?: string
  error?: string
  choices: readonly Choice[]
  /** Several answers may be chosen: boxes instead of radios. */
  many?: boolean
  /** What is chosen at first; of several, a list. */
  defaultValue?: string | readonly string[]
  /** Two in a row where there is room for both. */
  columns?: 1 | 2
  onChange?: (value: string) => void
}

/** One answer out of a few, or several, each 64 px high over its whole area. Plain radios or boxes: keyboard and no script for free. */
export function ChoiceGroup({
  name,
  legend,
  legendHidden = false,
  hint,
  error,
  choices,
  many = false,
  defaultValue = [],
  columns = 1,
  onChange,
}: ChoiceGroupProps) {
  const describedBy = [hint ? `${name}-hint` : '', error ? `${name}-error` : '']
    .filter(Boolean)
    .join(' ')
  return (
    <fieldset
      id={name}
      aria-describedby={describedBy || undefined}
      aria-invalid={error ? true : undefined}
    >
      <legend className={legendHidden ? 'sr-only' : 'text-h2 font-bold'}>{legend}</legend>
      {hint ? (
        <p id={`${name}-hint`} className="text-caption text-soft">
          {hint}
        </p>
      ) : null}
      <FieldError id={`${name}-error`} error={error} />
      <div className={`mt-3 gap-3 ${columns === 2 ? 'two-columns' : 'grid'}`}>
        {choices.map((choice) => (
          <label key={choice.value} className="choice">
            <input
              type={many ? 'checkbox' : 'radio'}
              name={name}
              value={choice.value}
              defaultChecked={[defaultValue].flat().includes(choice.value)}
              onChange={() => onChange?.(choice.value)}
              className="choice-input"
            />
            {choice.icon ? (
              <span className="text-pine">
                <Icon name={choice.icon} />
              </span>
            ) : null}
            <span className="grow">
              <span className="block text-button font-bold">{choice.label}</span>
              {choice.detail ? (
                <span className="block text-caption text-soft">{choice.detail}</span>
              ) : null}
            </span>
            <span className="choice-tick" aria-hidden="true">
              <Icon name="check" />
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

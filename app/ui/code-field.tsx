import { useState, type ClipboardEvent } from 'react'
import { Field, type FieldProps } from './field'

const digits = 6

/**
 * The six digits of a text message. One ordinary field: the phone offers the code, pasting a whole message
 * finds the digits in it, and spaces do no harm. The server must still strip what is no digit (no script).
 */
export function CodeField(props: Omit<FieldProps, 'type' | 'value' | 'maxLength'>) {
  const [value, setValue] = useState(String(props.defaultValue ?? ''))
  const paste = (event: ClipboardEvent<HTMLInputElement>) => {
    event.preventDefault()
    setValue(findCode(event.clipboardData.getData('text')))
  }
  return (
    <div className="code-field">
      <Field
        {...props}
        defaultValue={undefined}
        value={value}
        onChange={(event) => setValue(findCode(event.currentTarget.value))}
        onPaste={paste}
        inputMode="numeric"
        autoComplete="one-time-code"
        enterKeyHint="done"
        spellCheck={false}
      />
    </div>
  )
}

/** Six digits in a row if the text has them, else the first six digits it has. */
export function findCode(text: string): string {
  const whole = /(?<!\d)\d{6}(?!\d)/.exec(text)?.[0]
  return whole ?? text.replace(/\D/g, '').slice(0, digits)
}

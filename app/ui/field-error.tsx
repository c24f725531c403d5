import { Icon } from './icon'

/** Stays next to what it is about; `id` goes into that control's `aria-describedby`. */
export function FieldError({ id, error }: { id: string; error: string | undefined }) {
  if (!error) return null
  return (
    <p id={id} className="marked mt-1 text-body font-bold text-danger">
      <span className="pt-px">
        <Icon name="danger" />
      </span>
      <span>{error}</span>
    </p>
  )
}

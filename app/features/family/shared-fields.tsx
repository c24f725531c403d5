import { useState, useSyncExternalStore } from 'react'
import { ChoiceGroup } from '~/ui/choice-group'
import { kindWords, presetChoices, presetOf, sharedKinds, type SharedKind } from './shared-kinds'

interface SharedFieldsProps {
  /** What they see now; nothing is chosen for who is asked the first time. */
  now?: readonly SharedKind[]
  error?: string
}

/** What a relative is to see: ready-made, or kind by kind. Without a script the kinds are always there. */
export function SharedFields({ now, error }: SharedFieldsProps) {
  const chosen = now && presetOf(now)
  const [preset, setPreset] = useState(chosen)
  const hasScript = useSyncExternalStore(never, yes, no)
  return (
    <div className="grid gap-6">
      <ChoiceGroup
        name="preset"
        legend="무엇을 보여 드릴까요?"
        error={error}
        choices={presetChoices}
        defaultValue={chosen}
        onChange={setPreset}
      />
      <div hidden={hasScript && preset !== 'each'}>
        <ChoiceGroup
          name="kind"
          legend="하나씩 고르기"
          hint="‘하나씩 고를게요’를 누르셨을 때 골라요."
          many
          choices={sharedKinds.map((kind) => ({ value: kind, ...kindWords[kind] }))}
          defaultValue={now}
        />
      </div>
    </div>
  )
}

const never = () => () => undefined
const yes = () => true
const no = () => false

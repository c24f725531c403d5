import { ChoiceGroup } from '~/ui/choice-group'
import { helpQuestion, roleLabels, roles, roleWords, type Role } from './help-words'

interface RoleFieldProps {
  /** As `wouldBegin` says it. */
  from: string
  now?: Role
  error?: string
}

/** 보기만 or 도와주기: two choices of one look, neither made beforehand. */
export function RoleField({ from, now, error }: RoleFieldProps) {
  const words = roleWords(from)
  return (
    <ChoiceGroup
      name="role"
      legend={helpQuestion}
      error={error}
      choices={roles.map((role) => ({
        value: role,
        label: roleLabels[role],
        detail: words[role],
      }))}
      defaultValue={now}
    />
  )
}

import { Form, useNavigation } from '@remix-run/react'
import { Button } from '~/ui/button'
import { FieldError } from '~/ui/field-error'
import { StatusLine } from '~/ui/status-line'
import { helpQuestion, roleLabels, roles, roleWords, type Role } from './help-words'

interface RoleChangeProps {
  now: Role
  /** When helping begins or began, or would begin. */
  from: string
  /** What became of a tap. */
  done?: Role
  error?: string
}

const changed: Record<Role, string> = {
  view: '보기만으로 바꿨어요.',
  help: '도와주기로 바꿨어요.',
}

/** One tap changes it; both buttons alike, under the words of what each lets a relative do. */
export function RoleChange({ now, from, done, error }: RoleChangeProps) {
  const words = roleWords(from)
  const sending = useNavigation().formData?.get('role')
  return (
    <section id="role" aria-labelledby="role-title" className="grid gap-3">
      <h2 id="role-title" className="text-h2 font-bold">
        {helpQuestion}
      </h2>
      <p className="text-body">
        지금은 <span className="font-bold">{roleLabels[now]}</span>
        {now === 'view' ? '이에요.' : '예요.'}
      </p>
      <FieldError id="role-error" error={error} />
      <Form method="post" className="grid gap-4">
        <input type="hidden" name="intent" value="role" />
        {roles.map((role) => (
          <div key={role} className="grid gap-2">
            <Button
              variant="outlined"
              full
              name="role"
              value={role}
              aria-describedby={`role-${role}`}
              busy={sending === role ? '바꾸는 중이에요' : undefined}
            >
              {roleLabels[role]}
            </Button>
            <p id={`role-${role}`} className="text-body">
              {words[role]}
            </p>
          </div>
        ))}
      </Form>
      <StatusLine text={done && changed[done]} />
    </section>
  )
}

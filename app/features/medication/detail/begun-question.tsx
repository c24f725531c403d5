import { useEffect, useRef } from 'react'
import { Button } from '~/ui/button'
import { Card } from '~/ui/card'
import { ChoiceGroup } from '~/ui/choice-group'
import type { Question } from '../forms/form-values'
import { begunAsked, begunField } from './begun-today'

/** The one thing that is left to ask, above the form it came from: answered here and sent with it. */
export function BegunQuestion({ question }: { question: Question }) {
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [question])
  return (
    <Card due as="div">
      <div className="grid gap-4">
        <h2 ref={title} tabIndex={-1} className="text-body">
          {'거의 다 됐어요. 한\u00A0가지만 더 여쭐게요.'}
        </h2>
        <input type="hidden" name={begunAsked} value="yes" />
        <ChoiceGroup
          name={begunField}
          legend={question.legend}
          error={question.error}
          choices={question.choices}
        />
        <Button variant="primary" full big>
          적어 두기
        </Button>
      </div>
    </Card>
  )
}

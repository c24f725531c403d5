import { longestText, type Checked } from './checked'
import { judge } from './verdict/judge'
import type { Knowledge } from './verdict/knowledge'
import type { CheckKind, CheckOrigin } from './verdict/verdict'
import { officesToAsk } from './verdict-view/offices-to-ask'

/** A text judged, with whom to ask about it. The same on the phone and on the server. */
export function checkText(
  text: string,
  knowledge: Knowledge,
  how: { kind: CheckKind; origin: CheckOrigin },
): Checked {
  const judged = text.slice(0, longestText)
  const verdict = judge(judged, knowledge, how)
  return {
    kind: how.kind,
    text: judged,
    verdict,
    offices: officesToAsk(judged, verdict, knowledge.lists),
    numbersCheckedOn: knowledge.checkedOn,
  }
}

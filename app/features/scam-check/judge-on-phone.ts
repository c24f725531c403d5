import type { Checked } from './checked'
import { checkText } from './check-text'
import { loadKnowledge, renewKnowledge } from './knowledge/load-knowledge'
import type { CheckKind, CheckOrigin } from './verdict/verdict'

/** The heavy part of the page, loaded beside it: rules, public suffixes, lists and model. */
export async function judgeOnPhone(
  text: string,
  how: { kind: CheckKind; origin: CheckOrigin },
): Promise<Checked> {
  return checkText(text, await loadKnowledge(), how)
}

/** Has everything at hand before the first tap, and asks for newer knowledge after that. */
export async function prepare(): Promise<void> {
  await loadKnowledge().catch(() => undefined)
  await renewKnowledge()
}

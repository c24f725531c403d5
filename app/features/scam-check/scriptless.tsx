import { scriptlessName } from './scriptless-mark'

export function ScriptlessMark() {
  return (
    <noscript>
      <input type="hidden" name={scriptlessName} value="1" />
    </noscript>
  )
}

/** Who judges it then, and what of it goes on. */
export function ScriptlessWords() {
  return (
    <noscript>
      <p className="text-caption text-soft">
        적으신 것을 곁에가 받아 살펴보고 남기지 않아요. 위험하면, 보여 주기로 하신 가족에게 까닭만
        알려요.
      </p>
    </noscript>
  )
}

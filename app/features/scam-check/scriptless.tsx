import { scriptlessName } from './scriptless-mark'

export function ScriptlessMark() {
  return (
    <noscript>
      <input type="hidden" name={scriptlessName} value="1" />
    </noscript>
  )
}

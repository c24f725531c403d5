import type { ShownDose } from '../schedule/dose-state'

/** What every form of a dose card sends besides the button. */
export function SayFields({
  commandId,
  doses,
  correcting = false,
}: {
  commandId: string
  doses: readonly Pick<ShownDose, 'key'>[]
  correcting?: boolean
}) {
  return (
    <>
      <input type="hidden" name="intent" value="say" />
      <input type="hidden" name="commandId" value={commandId} />
      {correcting ? <input type="hidden" name="correcting" value="yes" /> : null}
      {doses.map(({ key }) => (
        <input key={key} type="hidden" name="dose" value={key} />
      ))}
    </>
  )
}

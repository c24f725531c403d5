import type { RequestContext } from '~/platform/context.server'

const longest = 20

export type SetNameResult = { saved: true; name: string } | { saved: false; message: string }

/** How 곁에 calls the viewer: 1 to 20 characters, without control characters. Begins a session for a name that fits. */
export async function setName(context: RequestContext, input: string): Promise<SetNameResult> {
  const name = input
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
  if (name === '')
    return { saved: false, message: '이름이 비었어요. 불러 드릴 이름을 넣어 주세요.' }
  if ([...name].length > longest)
    return { saved: false, message: '이름이 길어요. 20자까지 넣을 수 있어요.' }
  const viewer = await context.session.begin()
  if (context.session.heldUntil)
    return {
      saved: false,
      message: '번호를 확인한 지 얼마 안 됐어요. 일주일이 지나면 이름을 바꿀 수 있어요.',
    }
  await context.asViewer((tx) =>
    tx
      .updateTable('gyeote.people')
      .set({ display_name: name })
      .where('id', '=', viewer.personId)
      .execute(),
  )
  return { saved: true, name }
}

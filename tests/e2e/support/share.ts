import type { Page } from 'playwright'

/** What the share sheet of a phone does: the browser goes to the address with a form of its own. */
export async function share(
  page: Page,
  fields: Record<string, string>,
  picture?: Uint8Array,
): Promise<void> {
  await page.evaluate(
    ({ values, base64 }) => {
      const form = document.createElement('form')
      form.method = 'post'
      form.action = '/scam-check'
      form.enctype = 'multipart/form-data'
      for (const [name, value] of Object.entries(values)) {
        const field = document.createElement('input')
        Object.assign(field, { name, value })
        form.append(field)
      }
      if (base64 !== null) {
        const field = document.createElement('input')
        Object.assign(field, { type: 'file', name: 'picture' })
        const files = new DataTransfer()
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
        files.items.add(new File([bytes], 'a.png', { type: 'image/png' }))
        field.files = files.files
        form.append(field)
      }
      document.body.append(form)
      form.submit()
    },
    { values: fields, base64: picture ? Buffer.from(picture).toString('base64') : null },
  )
}

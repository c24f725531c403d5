import { longestText } from './checked'

export interface Shared {
  text: string
  picture: File | null
}

/**
 * What a form of this page or another app's share sheet handed over. Apps put the message into any of three
 * fields, some of them into two at once.
 */
export function readShared(form: FormData): Shared {
  const said = ['title', 'text', 'url'].map((name) => wordsOf(form.get(name)))
  const parts = said.filter((part, index) => {
    const others = said.filter((_, other) => other !== index)
    return (
      part !== '' && !others.some((other) => other.length > part.length && other.includes(part))
    )
  })
  const picture = form.get('picture')
  return {
    text: [...new Set(parts)].join('\n').slice(0, longestText),
    picture: picture instanceof File && picture.size > 0 ? picture : null,
  }
}

const wordsOf = (value: FormDataEntryValue | null): string =>
  typeof value === 'string' ? value.replace(/\r\n?/g, '\n').trim() : ''

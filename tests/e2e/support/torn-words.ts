import type { Locator } from 'playwright'

/** The words of an element that go on in another line. */
export const tornWords = (within: Locator): Promise<string[]> =>
  within.evaluate((element) => {
    const torn: string[] = []
    const range = document.createRange()
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    for (let text = texts.nextNode(); text; text = texts.nextNode())
      for (const { 0: word, index } of (text.textContent ?? '').matchAll(/\S+/g)) {
        range.setStart(text, index)
        range.setEnd(text, index + word.length)
        if (new Set([...range.getClientRects()].map(({ top }) => top)).size > 1) torn.push(word)
      }
    return torn
  })

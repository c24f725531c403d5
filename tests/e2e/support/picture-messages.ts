import type { Browser } from 'playwright'
import type { PicturedMessage } from './pictured-messages'

const colours = {
  light: { page: '#ffffff', bubble: '#eceff3', words: '#111111', beside: '#5b6470' },
  dark: { page: '#0f1114', bubble: '#2b2f36', words: '#f1f3f5', beside: '#a5adb8' },
  chat: { page: '#b9cbdc', bubble: '#ffffff', words: '#191919', beside: '#3f4d5a' },
  mine: { page: '#b9cbdc', bubble: '#fee500', words: '#191919', beside: '#3f4d5a' },
}

/** A screenshot of a message on a phone, as PNG. */
export async function pictureMessage(browser: Browser, message: PicturedMessage): Promise<Buffer> {
  const { page: ground, bubble, words, beside } = colours[message.look]
  const page = await browser.newPage({
    viewport: { width: 360, height: 640 },
    deviceScaleFactor: message.density,
  })
  await page.setContent(`<!doctype html><meta charset="utf-8"><style>
    body { margin: 0; padding: 16px; background: ${ground}; color: ${words};
      font: ${message.letters}px/1.45 'Noto Sans CJK KR', 'NanumGothic', sans-serif; }
    .sender { font-weight: 700; margin: 0 0 8px; }
    .bubble { margin: 0; padding: 12px 14px; border-radius: 16px; background: ${bubble};
      width: fit-content; max-width: 270px; overflow-wrap: anywhere; }
    .time { margin: 4px 0 0; color: ${beside}; font-size: ${Math.round(message.letters * 0.75)}px; }
    </style><p class="sender"></p><p class="bubble"></p><p class="time"></p>`)
  await page.evaluate(({ sender, text, time }) => {
    const [first, second, third] = document.querySelectorAll('p')
    if (first) first.textContent = sender
    if (second) second.textContent = text
    if (third) third.textContent = time
  }, message)
  const png = await page.screenshot()
  await page.close()
  return png
}

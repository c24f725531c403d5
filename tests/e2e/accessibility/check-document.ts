import type { Page } from 'playwright'
import type { Finding } from './finding'

/** Checklist 11, 13 and 14: the frame of every page, and errors beside their fields. */
export function checkDocument(page: Page): Promise<Finding[]> {
  return page.evaluate(() => {
    const found: Finding[] = []
    const say = (where: string, what: string) => found.push({ check: 'document', where, what })
    const has = (selector: string) => document.querySelector(selector) !== null
    const meta = (name: string) =>
      document.querySelector(`meta[name="${name}"]`)?.getAttribute('content') ?? ''

    if (document.documentElement.lang !== 'ko') say('html', 'lang is not ko')
    if (!document.title.trim()) say('head', 'no title')
    if (document.querySelectorAll('h1').length !== 1) say('body', 'not exactly one h1')
    if (!has('a[href="#content"]') || !has('main#content'))
      say('body', 'no skip link to the content')
    const links = [...document.querySelectorAll('header a')].map((link) => link.textContent?.trim())
    if (links.at(-1) !== '도움' || links.at(-2) !== '내 정보')
      say('header', '내 정보 and 도움 do not end it')
    if (meta('text-scale') !== 'scale') say('head', 'no text-scale')
    if (meta('format-detection') !== 'telephone=no') say('head', 'numbers may become links')
    const viewports = [...document.querySelectorAll('meta[name=viewport]')]
    if (viewports.some((one) => /user-scalable\s*=\s*(no|0)|maximum-scale/.test(one.outerHTML)))
      say('head', 'zoom is forbidden')
    if (/px/.test(document.documentElement.style.fontSize)) say('html', 'text size set in pixels')

    for (const field of document.querySelectorAll('[aria-invalid="true"]')) {
      const ids = (field.getAttribute('aria-describedby') ?? '').split(' ')
      const words = ids.map((id) => (id ? document.getElementById(id)?.textContent : '')).join('')
      if (!words.trim()) say(window.probe.name(field), 'wrong, but nothing beside it says why')
    }
    for (const button of document.querySelectorAll(
      '[ondblclick], [oncontextmenu], [draggable="true"]',
    ))
      say(window.probe.name(button), 'needs more than one tap')
    return found
  })
}

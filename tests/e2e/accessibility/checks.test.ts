import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPageBrowser } from '../support/browser'
import { checkPage } from './check-page'
import { inLines } from './finding'

let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await openPageBrowser()
  page = await browser.newPage({ viewport: { width: 320, height: 640 } })
}, 60_000)
afterAll(() => browser?.close())

interface Parts {
  lang?: string
  title?: string
  head?: string
  numbers?: string
  style?: string
  header?: string
  body?: string
}

const links = '<a href="#me">내 정보</a><a href="#help">도움</a>'

function html({
  lang = 'ko',
  title = '오늘',
  head = '',
  numbers = '<meta name="format-detection" content="telephone=no">',
  style = '',
  header = links,
  body = '',
}: Parts): string {
  return `<!doctype html><html lang="${lang}"><head><title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="text-scale" content="scale">${numbers}${head}<style>
*{margin:0;box-sizing:border-box}
body{font:20px/1.6 sans-serif;color:#1f1a17;background:#faf6ec;word-break:keep-all;overflow-wrap:anywhere}
header{display:flex;gap:8px}
a,button,input{font:inherit;color:inherit;min-height:56px;min-width:48px;display:inline-flex;align-items:center}
button{border:2px solid #857a6e;background:#fff;width:100%}
input{width:100%;border:2px solid #857a6e;background:#fff}
:focus-visible{outline:4px solid #1f1a17;outline-offset:2px}
.skip{position:absolute;top:-99px}.skip:focus{top:8px}
${style}</style></head><body><a class="skip" href="#content">건너뛰기</a>
<header>${header}</header><main id="content"><h1>오늘의 배움</h1>${body}</main></body></html>`
}

async function look(parts: Parts): Promise<string> {
  await page.setContent(html(parts))
  return inLines(await checkPage(page, { textSize: 100, focus: true, copy: true })).join('\n')
}

test('a good page passes everything', async () => {
  expect(await look({ body: '<p>천천히 배워요.</p><button>배우기</button>' })).toBe('')
})

const faults: readonly [what: string, parts: Parts, expected: string][] = [
  [
    'axe: a picture without words',
    { body: '<img src="data:," width="48" height="48">' },
    'axe image-alt',
  ],
  [
    'axe: grey words of 5.4:1',
    { body: '<p class="g">흐려요.</p>', style: '.g{color:#6b635a}' },
    'axe color-contrast-enhanced',
  ],
  [
    'small letters',
    { body: '<p class="s">작아요.</p>', style: '.s{font-size:16px}' },
    'letters of 16 px',
  ],
  ['numbers that a browser may make links of', { numbers: '' }, 'numbers may become links'],
  ['narrow lines', { style: 'main{line-height:1.2}', body: '<p>좁아요.</p>' }, 'lines 1.20 times'],
  [
    'words broken anywhere',
    { style: 'p{word-break:normal}', body: '<p>끊겨요.</p>' },
    'word-break normal',
  ],
  ['thin letters', { style: 'p{font-weight:300}', body: '<p>얇아요.</p>' }, 'weight 300'],
  [
    'stretched lines',
    { style: 'p{text-align:justify}', body: '<p>늘어나요.</p>' },
    'stretched lines',
  ],
  [
    'a low button',
    { style: 'button{min-height:40px;line-height:1.5}', body: '<button>배우기</button>' },
    '×40 px, at least 48×48',
  ],
  [
    'a low filled button',
    { style: 'button{min-height:50px}', body: '<button class="filled">배우기</button>' },
    '50 px high, at least 56',
  ],
  [
    'a low answer',
    {
      body: '<label><input type="radio" name="a">벌려요</label>',
      style: 'label{display:flex;height:60px;line-height:1.5}',
    },
    '60 px high, at least 64',
  ],
  ['buttons that touch', { body: '<button>배우기</button><button>나중에</button>' }, '0.0 px from'],
  ['a button without words', { body: '<button aria-label="배우기"></button>' }, 'no words on it'],
  [
    'five answers',
    {
      body: `<fieldset><legend>골라요</legend>${'<input type="radio" name="b" aria-label="답">'.repeat(5)}</fieldset>`,
    },
    'more than 4 answers',
  ],
  [
    'a pale edge',
    { style: 'button{border-color:#ddd}', body: '<button>배우기</button>' },
    'edge 1.',
  ],
  [
    'a pale icon',
    {
      body: '<p><svg class="icon" width="28" height="28" stroke="#ccc" aria-hidden="true"><path d="M0 0h9"/></svg>그림</p>',
    },
    'icon 1.',
  ],
  [
    'a page too wide',
    { body: '<p class="w">넓어요.</p>', style: '.w{width:400px}' },
    'in a window of 320',
  ],
  [
    'words cut off',
    {
      body: '<p class="c">두 줄이 넘는 말은 여기서 잘려서 안 보여요.</p>',
      style: '.c{height:30px;overflow:hidden}',
    },
    'cut off below',
  ],
  [
    'three dots',
    { body: '<p class="d">줄여요.</p>', style: '.d{text-overflow:ellipsis}' },
    'ends in three dots',
  ],
  ['no ring', { style: ':focus-visible{outline:none}' }, 'ring of 0 px'],
  ['a pale ring', { style: ':focus-visible{outline-color:#ddd}' }, 'ring 1.'],
  [
    'a focus under the bar',
    {
      body: `<div class="h"></div><button>배우기</button><div class="bar">덮어요</div>`,
      style: '.h{height:900px}.bar{position:fixed;inset:auto 0 0;height:400px;background:#fff}',
    },
    'covered by',
  ],
  ['no skip link first', { style: '.skip{display:none}' }, 'comes before the skip link'],
  [
    'a slow change',
    { style: 'button{transition:transform 900ms}', body: '<button>배우기</button>' },
    'changes over 900 ms',
  ],
  [
    'motion against the wish',
    { style: 'button{transition:transform 200ms}', body: '<button>배우기</button>' },
    'at most 0',
  ],
  [
    'something that never rests',
    {
      style: '@keyframes k{to{opacity:.9}}p{animation:k 200ms infinite}',
      body: '<p>움직여요.</p>',
    },
    'moves on and on',
  ],
  ['another language', { lang: 'en' }, 'lang is not ko'],
  ['two main titles', { body: '<h1>또 제목</h1>' }, 'not exactly one h1'],
  ['help elsewhere', { header: '<a href="#help">도움</a>' }, '내 정보 and 도움'],
  [
    'zoom forbidden',
    { head: '<meta name="viewport" content="width=device-width, user-scalable=no">' },
    'zoom is forbidden',
  ],
  [
    'an error that says nothing',
    { body: '<label for="n">이름</label><input id="n" aria-invalid="true">' },
    'nothing beside it says why',
  ],
  ['a long sentence', { body: `<p>${'아주 길고 긴 '.repeat(8)}말이에요.</p>` }, 'copy (text)'],
  ['a blaming error', { body: '<p id="n-error">잘못 입력하셨어요.</p>' }, 'copy (error)'],
  [
    'a long button',
    { body: '<button>오늘의 카드를 처음부터 다시 배우기</button>' },
    'copy (button)',
  ],
]

describe('each check can fail', () => {
  test.each(faults)('%s', async (_what, parts, expected) => {
    expect(await look(parts)).toContain(expected)
  })
})

test('text size set in pixels on html', async () => {
  await page.setContent(html({}))
  await page.evaluate(() => (document.documentElement.style.fontSize = '20px'))
  const found = inLines(await checkPage(page, { textSize: 100, focus: false, copy: false }))
  expect(found.join('\n')).toContain('text size set in pixels')
})

import { describe, expect, it } from 'vitest'
import { parseCard } from './parse-card.server'

const file = 'content/cards/kakao-photos/photo.md'

const drawing = [
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 256 160">',
  '  <rect x="88" y="12" width="80" height="136" rx="10" class="paper"/>',
  '  <text x="128" y="90" font-size="24" text-anchor="middle" class="word">사진</text>',
  '</svg>',
  '',
].join('\n')

const lines = [
  '---', // 1
  'id: read-photo-large',
  'track: kakao-photos',
  'order: 20',
  'title: 사진을 크게 보기', // 5
  'level: 1',
  'minutes: 3',
  'points: 10',
  'quiz:',
  '  question: 사진을 크게 보려면 어떻게 할까요?', // 10
  '  answers:',
  '    - text: 두 손가락을 벌려요',
  '      correct: true',
  '    - text: 화면을 세게 눌러요',
  '    - text: 휴대폰을 흔들어요', // 15
  '  explanation: 두 손가락을 벌리면 사진이 커져요. 오므리면 작아져요.',
  'source:',
  '  title: 널리 알려진 사용법',
  'checked: 2026-11-24',
  '---', // 20
  '',
  '손주 사진이 작게 보일 때 써요. 안경이 없어도 얼굴이 또렷해져요.',
  '',
  '## 이렇게 해요',
  '', // 25
  '1. 사진을 한 번 눌러요. 화면 가득 열려요.',
  '2. 두 손가락을 사진 위에 놓고 벌려요.',
  '',
  '   ![휴대폰 속 사진이 커지는 그림](pinch-out.svg)',
  '', // 30
  '3. 다 보았으면 두 손가락을 오므려요.',
  '',
  '## 해 보기',
  '',
  '가장 최근 사진을 열어 두 손가락으로 키워 보세요.', // 35
  '',
]

function parse(source: string, svg: string = drawing) {
  return parseCard(file, source, new Map([['pinch-out.svg', svg]]))
}

/** The card with the given lines replaced (a line may become several, or none), as `line message`. */
function problemsAfter(changes: Record<number, string | null>): string[] {
  const changed = lines.flatMap((line, index) => {
    const change = changes[index + 1]
    if (change === null) return []
    return [change ?? line]
  })
  return problemsOf(parse(changed.join('\n')))
}

function problemsOf(parsed: ReturnType<typeof parse>): string[] {
  if (!('problems' in parsed)) return []
  return parsed.problems.map((problem) => {
    expect(problem.file).toBe(file)
    return `${problem.line} ${problem.message}`
  })
}

describe('a finished card', () => {
  const parsed = parse(lines.join('\n'))

  it('becomes fields and sentences', () => {
    if ('problems' in parsed) throw new Error(problemsOf(parsed).join('\n'))
    expect(parsed.card).toEqual({
      id: 'read-photo-large',
      track: 'kakao-photos',
      order: 20,
      title: '사진을 크게 보기',
      level: 1,
      minutes: 3,
      points: 10,
      why: ['손주 사진이 작게 보일 때 써요.', '안경이 없어도 얼굴이 또렷해져요.'],
      steps: [
        { sentences: ['사진을 한 번 눌러요.', '화면 가득 열려요.'] },
        {
          sentences: ['두 손가락을 사진 위에 놓고 벌려요.'],
          drawing: {
            alt: '휴대폰 속 사진이 커지는 그림',
            svg: drawing.replace(/\n\s*/g, ''),
          },
        },
        { sentences: ['다 보았으면 두 손가락을 오므려요.'] },
      ],
      task: ['가장 최근 사진을 열어 두 손가락으로 키워 보세요.'],
      quiz: {
        question: '사진을 크게 보려면 어떻게 할까요?',
        answers: [
          { text: '두 손가락을 벌려요', correct: true },
          { text: '화면을 세게 눌러요', correct: false },
          { text: '휴대폰을 흔들어요', correct: false },
        ],
        explanation: ['두 손가락을 벌리면 사진이 커져요.', '오므리면 작아져요.'],
      },
      source: { title: '널리 알려진 사용법' },
      checked: '2026-11-24',
      edition: expect.stringMatching(/^[\w-]{8}$/),
    })
  })

  it('is another edition with every other text, drawings and answers included, and only then', () => {
    const editionOf = (markdown: string, svg = drawing) => {
      const card = parse(markdown, svg)
      if ('problems' in card) throw new Error(problemsOf(card).join('\n'))
      return card.card.edition
    }
    const text = lines.join('\n')
    const edition = editionOf(text)
    expect(editionOf(text.replaceAll('\n', '\r\n'))).toBe(edition)
    const others = [
      editionOf(text.replace('두 손가락을 오므려요', '두 손가락을 모아요')),
      editionOf(text.replace('화면을 세게 눌러요', '화면을 두드려요')),
      editionOf(text, drawing.replace(/ x="\d+"/, ' x="7"')),
    ]
    expect(new Set([edition, ...others]).size).toBe(4)
  })

  it('tells the line of every text people read', () => {
    const places = parsed.texts.map(({ kind, line }) => `${line} ${kind}`)
    expect(places).toEqual([
      ...['5 title', '10 sentence', '12 answer', '14 answer', '15 answer'],
      ...['16 sentence', '16 sentence', '18 name', '22 sentence', '22 sentence'],
      ...['26 sentence', '26 sentence', '27 sentence', '29 alt', '31 sentence', '35 sentence'],
    ])
  })

  it('may come from Windows, fold its lines and cite a page', () => {
    const changed = [...lines]
    changed[17] = '  title: 경찰청\n  url: https://www.police.go.kr'
    changed[15] = '  explanation: >\n    두 손가락을 벌리면 커져요.\n    오므리면 작아져요.'
    changed[21] = '손주 사진이\n작게 보일 때 써요.\n얼굴이 또렷해져요.'
    const windows = parse(changed.join('\n').replaceAll('\n', '\r\n'))
    if ('problems' in windows) throw new Error(problemsOf(windows).join('\n'))
    expect(windows.card.source.url).toBe('https://www.police.go.kr')
    expect(windows.card.why).toEqual(['손주 사진이 작게 보일 때 써요.', '얼굴이 또렷해져요.'])
    const lineOf = (text: string) => windows.texts.find((one) => one.text === text)?.line
    expect(lineOf('두 손가락을 벌리면 커져요.')).toBe(17)
    expect(lineOf('오므리면 작아져요.')).toBe(18)
    expect(lineOf('손주 사진이 작게 보일 때 써요.')).toBe(25)
    expect(lineOf('얼굴이 또렷해져요.')).toBe(27)
  })

  it('keeps a quoted message in one sentence', () => {
    const quote = '"엄마, 나야. 폰이 고장 났어."라고 해도 끊어요. 다시 걸어요.'
    const quoting = parse([...lines.slice(0, 34), quote].join('\n'))
    if ('problems' in quoting) throw new Error(problemsOf(quoting).join('\n'))
    expect(quoting.card.task).toEqual([
      '"엄마, 나야. 폰이 고장 났어."라고 해도 끊어요.',
      '다시 걸어요.',
    ])
  })
})

describe('mistakes in the fields', () => {
  it.each<[string, Record<number, string | null>, string]>([
    ['no opening line', { 1: null }, '1 the file must start with a line "---"'],
    ['no closing line', { 20: null }, '1 the file must start with a line "---"'],
    ['broken YAML', { 5: 'title: 사진: 크게' }, '5 the front matter is not valid YAML'],
    ['a field twice', { 8: 'minutes: 4' }, '8 the front matter is not valid YAML'],
    ['an unknown field', { 8: 'points: 10\nauthor: 김' }, '9 unknown field "author"; remove it'],
    [
      'an unknown inner field',
      { 13: '      correct: true\n      right: true' },
      '14 unknown field "quiz.answers.1.right"',
    ],
    ['a missing field', { 7: null }, '1 "minutes" is missing; add it'],
    ['a missing inner field', { 16: null }, '9 "quiz.explanation" is missing; add it'],
    ['id', { 2: 'id: Photo_1' }, '2 "id" must be kebab-case'],
    ['track', { 3: 'track: cooking' }, '3 "track" must be one of smartphone-basics,'],
    ['order', { 4: 'order: 2.5' }, '4 "order" must be a whole number'],
    ['title', { 5: 'title: ""' }, '5 "title" must be text that is not empty'],
    ['level', { 6: 'level: 4' }, '6 "level" must be 1 (first time)'],
    ['minutes', { 7: 'minutes: 11' }, '7 "minutes" must be a whole number from 1 to 10'],
    ['points', { 8: 'points: 4' }, '8 "points" must be a whole number from 5 to 20'],
    ['question', { 10: '  question: 커져요.' }, '10 "quiz.question" must end with a ?'],
    ['one answer', { 14: null, 15: null }, '11 "quiz.answers" must be a list of 2 to 4 answers'],
    ['no right answer', { 13: null }, '11 "quiz.answers" must have exactly one answer'],
    [
      'two right answers',
      { 15: '    - text: 눌러요\n      correct: true' },
      '11 "quiz.answers" must have exactly one answer',
    ],
    ['the same answer', { 15: '    - text: 화면을 세게 눌러요' }, '11 "quiz.answers" must differ'],
    ['correct', { 13: '      correct: 네' }, '13 "quiz.answers.1.correct" must be true or false'],
    [
      'url',
      { 18: '  title: 경찰청\n  url: javascript:alert(1)' },
      '19 "source.url" must be a web address',
    ],
    ['checked', { 19: 'checked: 2026-02-30' }, '19 "checked" must be a real date'],
  ])('%s', (_name, changes, expected) => {
    const problems = problemsAfter(changes)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain(expected)
  })
})

describe('mistakes in the body', () => {
  const step = '4. 닫아요.'
  it.each<[string, Record<number, string | null>, string]>([
    ['a link', { 22: '[사진](https://a.kr)을 봐요.' }, '22 a link is not allowed'],
    ['bold', { 26: '1. **사진** 을 눌러요.' }, '26 bold is not allowed'],
    ['bold that Markdown misses', { 26: '1. **사진**을 눌러요.' }, '26 bold is not allowed'],
    ['stars left over', { 26: '1. 사진**을 눌러요.' }, '26 tables and marks such as **'],
    ['emphasis', { 35: '*사진*을 열어 보세요.' }, '35 emphasis is not allowed'],
    ['inline HTML', { 27: '2. 사진을 <b>벌려요</b>.' }, '27 HTML is not allowed'],
    ['block HTML', { 35: '<script>alert(1)</script>' }, '35 HTML is not allowed'],
    ['a table', { 22: '| 가 | 나 |\n|---|---|\n| 다 | 라 |' }, '22 tables and marks'],
    ['code', { 35: '`사진`을 열어 보세요.' }, '35 code marks are not allowed'],
    ['a forced break', { 35: '사진을\\\n열어 보세요.' }, '35 a forced line break'],
    ['a quotation block', { 35: '> 사진을 열어 보세요.' }, '35 a quotation block'],
    ['a third heading', { 35: '열어 보세요.\n\n### 더 보기' }, '37 only "## 이렇게 해요"'],
    ['a list in the task', { 35: '열어 보세요.\n\n- 하나' }, '37 only the numbered steps'],
    ['no reason', { 22: null }, '23 the part before the steps (why it helps) has 0 sentences'],
    ['a long reason', { 22: '가요. 나요. 다요. 라요.' }, '22 the part before the steps'],
    ['no steps heading', { 24: null }, 'the part "## 이렇게 해요" is missing'],
    ['no task heading', { 33: null }, 'the part "## 해 보기" is missing'],
    ['no task', { 35: null }, '33 the task has 0 sentences'],
    ['no steps', { 26: null, 27: null, 29: null, 31: '눌러요.' }, '24 the numbered steps are miss'],
    ['bullets', { 26: '- 가요.', 27: '- 나요.', 31: '- 다요.' }, '26 only the numbered steps'],
    ['one step', { 27: null, 29: null, 31: null }, '26 the list has 1 steps; write 2 to 6'],
    [
      'seven steps',
      { 31: `3. 오므려요.\n${step}\n${step}\n${step}\n${step}` },
      '26 the list has 7 steps; write 2 to 6',
    ],
    ['steps from 2', { 26: '2. 사진을 눌러요.' }, '26 the steps must start with 1.'],
    ['a long step', { 31: '3. 가요. 나요. 다요.' }, '31 a step has 3 sentences; write 1 to 2'],
    ['words after the drawing', { 30: '\n   벌려요.\n' }, '31 nothing may follow the drawing'],
    ['two drawings', { 30: '\n   ![그림](pinch-out.svg)\n' }, '31 nothing may follow the drawing'],
    [
      'a drawing inside a sentence',
      { 31: '3. 보면 ![그림](pinch-out.svg) 오므려요.' },
      '31 a draw',
    ],
    ['a drawing outside the steps', { 29: '![그림](pinch-out.svg)' }, '29 a drawing belongs on'],
    ['a drawing nobody drew', { 29: '   ![그림](no.svg)' }, '29 there is no drawing'],
    ['a drawing without words', { 29: '   ![](pinch-out.svg)' }, '29 the drawing has no words'],
    ['a drawing elsewhere', { 29: '   ![그림](https://a.kr/a.svg)' }, '29 there is no drawing'],
  ])('%s', (_name, changes, expected) => {
    const problems = problemsAfter(changes)
    expect(problems.join('\n')).toContain(expected)
  })

  it('reports all mistakes of both halves in the order of the lines', () => {
    const problems = problemsAfter({ 6: 'level: 9', 8: 'points: 99', 35: '<hr>' })
    expect(problems.map((one) => one.split(' ')[0])).toEqual(['6', '8', '33', '35'])
  })
})

it('refuses a card whose drawing could do harm', () => {
  const hostile = drawing.replace('<text', '<script>alert(1)</script>\n<text')
  expect(problemsOf(parse(lines.join('\n'), hostile))).toEqual([
    expect.stringContaining('29 pinch-out.svg cannot be used, its line 3: <script> is not allowed'),
  ])
})

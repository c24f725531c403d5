import type { CheckKind, ReasonCode } from '../verdict'
import { asks } from './asks'
import { claims } from './claims'
import { wordsOfHit, type Phrases, type Stretch } from './phrases'
import { pressure } from './pressure'
import { retold } from './retold'
import { spokenWords } from './spoken'

/** Words that say one thing, as offsets in the marked text. */
export interface Signal extends Stretch {
  code: ReasonCode
}

const mostOfOne = 40
const denial =
  /^.{0,14}(?:하지않|않습니|않아요|않으|않는|마세요|마십시오|마시기|지말|말고|주의|조심|의심(?!물품|거래|되는|받)|없습니다|없어요|속지|거절|금지|사칭|사기|예방|피싱|절대|범죄|불법|처벌|거짓말)/
/** Told of others: “달라고 하면 끊으세요”, “앱을 깔라는 문자”. */
const reported =
  /^(?:.{0,6}(?:라고|라는|달라고|달라는|시키는|다며|라며|다는)|.{0,3}하는)(?:하면|해도|하거든|하는|전화|문자|사람|데가|데는|경우|연락|말에|보내와도|그러면|하셔|하신|했|하더|하던|해서|그래서|[가-힣]{1,3}(?:이|가|은|는)(?:어디있|어딨|없어|없지))/
/** The same where the words themselves end in “…라고”. */
const cited = /라(?:고|는|거나)?$/
const ofOthers = /^고?(?:하면|하거든|해도|하지않|하지는않|안하|하는(?:전화|문자|사람|데|건|것))/
/** What is called a lie is not said: “옮기라는 건 다 거짓말”. */
const calledLie =
  /^.{0,8}(?:라고|라는)(?:하는)?(?:건|것은|거는|것도|것)?(?:다|전부|모두)?(?:거짓|사기|가짜|하지않|안하)/
const reach = 30
const isTold = (words: string, after: string) =>
  (cited.test(words) && ofOthers.test(after)) || calledLie.test(after)
const isDenied = (after: string) => denial.test(after) || reported.test(after)

const isMeant = (words: string, after: string, denied: boolean) =>
  !isTold(words, after) && !(denied && isDenied(after))

/** Every signal of a marked text, in the order of the rules; each code at most 40 times. Linear in the length. */
export function findSignals(text: string, kind: CheckKind): Signal[] {
  return [...asks, ...claims, ...pressure, ...spokenWords, ...retold]
    .filter(({ only }) => only === null || only === kind)
    .flatMap((rule) => occurrences(rule, text))
}

function occurrences(rule: Phrases, text: string): Signal[] {
  const { pattern, denied } = rule
  const found: Signal[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [from, to] = [match.index, match.index + match[0].length]
    if (to === from) pattern.lastIndex++
    else if (isMeant(match[0], text.slice(to, to + reach), denied))
      found.push(...wordsIn(found, rule, text, { from, to }))
    if (found.length >= mostOfOne) break
  }
  return found
}

/** Only the first hits are ever shown; for the others where they begin and end is enough. */
function wordsIn(before: readonly Signal[], rule: Phrases, text: string, hit: Stretch): Signal[] {
  const words = before.length < mostShown ? wordsOfHit(rule, text, hit) : [hit]
  return words.map((one) => ({ code: rule.code, ...one }))
}

const mostShown = 8

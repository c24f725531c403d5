import type { Facts } from '../schedule/facts'
import type { Moment } from '../schedule/moment'
import { countStock } from '../stock/count-stock'
import { endCourse, reviveCourse } from './end-course'
import { one, type Outcome, type Values } from '../forms/form-values'
import { receivePack, takeBackPack } from '../stock/next-pack'
import { pauseCourse, pausesNow, resumeCourse } from '../pauses/pause-course'
import { stillPaused } from '../pauses/pause-everything'

/** The forms of a course's page, told apart by `intent`. */
export const actOnCourse =
  (courseId: string) =>
  (values: Values, facts: Facts, now: Moment, newId: () => string): Outcome => {
    switch (one(values, 'intent')) {
      case 'receive':
        return receivePack(courseId, values, facts, now, newId)
      case 'take-back':
        return takeBackPack(courseId, one(values, 'packId'), newId)
      case 'count':
        return countStock(courseId, values, facts, now, newId)
      case 'pause':
        return pauseCourse(courseId, values, now, newId)
      case 'still': {
        const held = pausesNow(facts, courseId, now)
        if (held.length === 0) return resumeCourse(courseId, facts, now, newId)
        return { facts: stillPaused(held, now, newId), to: `/medication/courses/${courseId}` }
      }
      case 'resume':
        return resumeCourse(courseId, facts, now, newId)
      case 'end':
        return endCourse(courseId, facts, now, newId)
      case 'revive':
        return reviveCourse(courseId, facts, now, newId)
      default: {
        const message = '무엇을 할지 알 수 없어요. 단추를 눌러 주세요.'
        return { errors: [{ fieldId: 'content', message }] }
      }
    }
  }

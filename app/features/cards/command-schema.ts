import * as z from 'zod/mini'
import { trackIds } from './card'

const date = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))
const answer = z.int().check(z.gte(0), z.lte(3))
const cardId = z.string().check(z.regex(/^[a-z0-9-]{2,60}$/))

/** `completedOn`: the date in the person's zone on which the phone showed the card. */
export const completeCardSchema = z.object({ cardId, answer, completedOn: date })
export const answerReviewSchema = z.object({ cardId, answer, answeredOn: date })
export const chooseTrackSchema = z.object({ track: z.enum(trackIds) })

export type CompleteCard = z.infer<typeof completeCardSchema>
export type AnswerReview = z.infer<typeof answerReviewSchema>
export type ChooseTrack = z.infer<typeof chooseTrackSchema>

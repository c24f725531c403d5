import type { LoaderFunctionArgs } from '@remix-run/node'
import { answerPhone } from '../answer-phone.server'

/** `GET /reminders/key`: what a phone subscribes with. */
export const loader = ({ context }: LoaderFunctionArgs) =>
  answerPhone(200, { publicKey: context.push.publicKey })

import { createHmac, timingSafeEqual } from 'node:crypto'

const bytes = 16
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const sign = (secret: Buffer, text: string) =>
  createHmac('sha256', secret).update(text).digest().subarray(0, bytes)

/** Topic and tag of what a person is reminded of: 22 characters that say nothing to a push service. */
export const topicOf = (secret: Buffer, personId: string, about: string): string =>
  sign(secret, `${personId}|${about}`).toString('base64url')

/** By which the phone's worker says that a push has arrived; it needs no session. */
export function receiptFor(secret: Buffer, sendId: string): string {
  const id = Buffer.from(sendId.replaceAll('-', ''), 'hex')
  return Buffer.concat([id, sign(secret, sendId)]).toString('base64url')
}

/** The id of the push a receipt is for; null when it is not one of ours. */
export function readReceipt(secret: Buffer, receipt: string): string | null {
  const given = Buffer.from(receipt, 'base64url')
  if (given.length !== 2 * bytes) return null
  const hex = given.subarray(0, bytes).toString('hex')
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  if (!uuid.test(id)) return null
  return timingSafeEqual(given.subarray(bytes), sign(secret, id)) ? id : null
}

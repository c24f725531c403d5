import { createHash } from 'node:crypto'
import { createTransport } from 'nodemailer'
import type { Clock } from '../clock'
import type { Env } from '../env.server'
import type { KeptMail, Mail, MailAnswer, Mails } from './mail.server'

const timeoutMs = 10_000
const mostKept = 50

/** By `SMTP_URL` as `MAIL_FROM`; without one, the last 50 mails kept in memory for `/dev/inbox`. */
export function createMails(
  env: Pick<Env, 'SMTP_URL' | 'MAIL_FROM' | 'GYEOTE_MODE'>,
  clock: Clock,
): Mails {
  return env.SMTP_URL && env.MAIL_FROM
    ? createSmtp(env.SMTP_URL, env.MAIL_FROM)
    : createKept(env.GYEOTE_MODE === 'trial', clock)
}

function createSmtp(url: string, from: string): Mails {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 3,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    canSend: true,
    send: ({ to, subject, text, id, stopUrl }) =>
      transport
        .sendMail({
          from,
          to: { name: '', address: to },
          subject,
          text,
          messageId: messageId(id, from),
          headers: {
            'Auto-Submitted': 'auto-generated',
            ...(stopUrl && {
              'List-Unsubscribe': `<${stopUrl}>`,
              'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
            }),
          },
        })
        .then((): MailAnswer => 'taken', answerOf),
    listKept: () => [],
    close: () => transport.close(),
  }
}

/** Only a 5xx to the address itself is for good; what the server says in words may name it, and is not read. */
function answerOf(error: unknown): MailAnswer {
  const { code, responseCode = 0 } = error as { code?: string; responseCode?: number }
  return code === 'EENVELOPE' && responseCode >= 500 ? 'refused' : 'later'
}

function messageId(id: string, from: string): string {
  const host = /@([\w.-]+)/.exec(from)?.[1] ?? 'localhost'
  return `<${createHash('sha256').update(id).digest('hex').slice(0, 32)}@${host}>`
}

function createKept(canSend: boolean, clock: Clock): Mails {
  const kept: KeptMail[] = []
  return {
    canSend,
    send(mail: Mail) {
      if (!canSend) return Promise.resolve('later')
      kept.unshift({ ...mail, at: clock.now() })
      kept.length = Math.min(kept.length, mostKept)
      return Promise.resolve('taken')
    },
    listKept: () => [...kept],
    close: () => undefined,
  }
}

import type { Config } from '../config.ts'

/** Sends a plain e-mail; throws when it is not taken. */
export type Send = (mail: { to: string; subject: string; text: string }) => Promise<unknown>

/** Gives what sends e-mail through Cloudflare's binding; null without the binding or MAIL_FROM. */
export function sendOf(env: { MAIL?: SendEmail }, { mailFrom }: Config): Send | null {
  const { MAIL } = env
  return MAIL && mailFrom ? (mail) => MAIL.send({ from: mailFrom, ...mail }) : null
}

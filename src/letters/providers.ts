/** Providers of mail for everybody, and the relays that hide an address. */
const PERSONAL = new Set(
  `126.com 163.com aim.com aol.com bigpond.com btinternet.com comcast.net disroot.org duck.com
  fastmail.com fastmail.fm free.fr freenet.de gmail.com googlemail.com hey.com hushmail.com
  icloud.com inbox.com keemail.me laposte.net libero.it mac.com mail.com mail.ru mailbox.org
  me.com mozmail.com msn.com naver.com orange.fr passmail.net plasa.com pm.me posteo.de
  posteo.net privaterelay.appleid.com proton.me protonmail.com qq.com rediffmail.com riseup.net
  rocketmail.com sky.com t-online.de talktalk.net telkom.net tuta.com tuta.io tutamail.com
  tutanota.com virginmedia.com wanadoo.fr web.de ymail.com zohomail.com`.split(/\s+/),
)

/** The same under many countries: yahoo.co.id, outlook.fr. */
const EVERYWHERE = /^(?:gmx|hotmail|live|outlook|yahoo|yandex)\.[a-z]{2,3}(?:\.[a-z]{2})?$/

/**
 * Gives the domain of an e-mail address that may belong to the writer's employer: any that is no
 * known provider of mail for everybody. Null when there is no address, or it is a personal one.
 */
export function employersDomain(email: string): string | null {
  const domain = email.split('@')[1]?.toLowerCase()
  if (!domain || PERSONAL.has(domain) || EVERYWHERE.test(domain)) return null
  return domain
}

import type { Remark } from '../../moving-in.ts'

/** What WordPress and its best-known plugins put in place of other things. */
const KNOWN =
  'audio|caption|contact-form(?:-7)?|embed|gallery|gist|jetpack[\\w-]*|mc4wp_form|newsletter[\\w-]*|playlist|poll|polldaddy|recent_posts|related_posts|sharing|soundcloud|spotify|toc|tweet|twitter|video|vimeo|wp_caption|wpforms|youtube'
/** With a value inside, or known, or closed later: “[sic]” and “[my boss]” are somebody's words. */
const SHORTCODE = new RegExp(
  `\\[\\/?(?:(?:${KNOWN})(?=[\\s/\\]])[^\\]]*|[a-z][\\w-]*\\s[^\\]]*=[^\\]]*)\\]`,
  'gi',
)
const CAPTION = /\[(?:wp_)?caption[^\]]*\](.*?)\[\/(?:wp_)?caption\]/gis
const EMBED = /\[(embed|youtube|vimeo|soundcloud|tweet)[^\]]*\](\s*https?:\/\/[^\s[]+\s*)\[\/\1\]/gi
const ENCLOSING = /\[([a-z][\w-]*)(?:\s[^\]]*)?\]([^[]*)\[\/\1\]/gi

/**
 * Takes WordPress' shortcodes out of a post and says so of each; what stands between an opening and
 * a closing one stays. Captions become their picture's, embedded addresses plain ones.
 */
export function withoutShortcodes(content: string): { html: string; remarks: Remark[] } {
  const remarks: Remark[] = []
  const left = (text: string, at: number) => {
    const line = content.slice(0, at).split('\n').length
    remarks.push({ kind: 'left', line, reason: 'a shortcode of WordPress', text })
  }
  const html = content
    .replace(CAPTION, (_, inside: string) => {
      const [, image = '', words = ''] = /^(.*?<img[^>]*>(?:<\/a>)?)(.*)$/is.exec(inside) ?? []
      return `<figure>${image || inside}<figcaption>${words.trim()}</figcaption></figure>`
    })
    .replace(EMBED, (found, _name, address: string, at: number) => {
      left(found, at)
      return `<p>${address.trim()}</p>`
    })
    .replace(ENCLOSING, (found, name: string, inside: string, at: number) => {
      left(found.replace(inside, ' … '), at)
      return new RegExp(`^(?:${KNOWN})$`, 'i').test(name) ? '' : inside
    })
    .replace(SHORTCODE, (found, at: number) => {
      left(found, at)
      return ''
    })
  return { html, remarks }
}

import type { Child } from 'hono/jsx'
import { paths } from '../../paths.ts'

/** Why a section's form was not taken, and what was typed into it: nothing of it is lost. */
export type Refused = {
  status: 409 | 422
  errors: { href: string; text: string }[]
  typed: Record<string, string>
}

/** How a section was left: by a form that was refused, by one that was saved, or not touched at all. */
export type Sent = { refused?: Refused; isSaved?: boolean }

type SectionProps = { name: string; title: string; sent: Sent; children?: Child }

/** One section of the settings: its heading, and word of what was just saved. */
export function SettingsSection({ name, title, sent, children }: SectionProps) {
  return (
    <section id={name} aria-labelledby={`${name}-heading`}>
      <h2 id={`${name}-heading`}>{title}</h2>
      {sent.isSaved && (
        <p class="saved" role="status">
          Saved.
        </p>
      )}
      {children}
    </section>
  )
}

/** A section's form: it names its section, and the version of what it changes. */
export function SettingsForm(props: { name: string; version: number; children?: Child }) {
  return (
    <form method="post" action={paths.desk.settings()}>
      <input type="hidden" name="section" value={props.name} />
      <input type="hidden" name="version" value={String(props.version)} />
      {props.children}
    </form>
  )
}

/** What is said in place of a form that only owners are given. */
export function OwnersHint() {
  return <p class="hint">An owner of the desk changes this.</p>
}

/** Gives what is wrong with a field, by the field's id. */
export function errorOf({ refused }: Sent, id: string): string | undefined {
  return refused?.errors.find(({ href }) => href === `#${id}`)?.text
}

/** Tells that another editor was quicker; what was typed is in the form, to be saved over theirs. */
export function overtaken(href: string, typed: Record<string, string>): Refused {
  const text =
    'Somebody changed this since you opened the page. What you typed is still here, and not saved: save again to put it in place of theirs'
  return { status: 409, errors: [{ href, text }], typed }
}

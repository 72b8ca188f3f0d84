import { instant } from '../dates.ts'
import { wallTime, writtenMoment } from '../zone.ts'

/**
 * Lets the button under a field for a time say what it does, “Schedule for Tuesday 3 March 2026,
 * 09:00 (New York)”, and do it. For a time that is past, skipped or there twice, the form stays the
 * question that it is without a script, and the next page answers it.
 */
export function nameTheEffect(): void {
  const forms = document.querySelectorAll<HTMLFormElement>('form[data-zone]')
  for (const form of forms) sayEffect(form)
  // On the page as a whole: a save puts new forms in the place of these.
  document.addEventListener('input', ({ target }) => {
    const form = (target as HTMLElement).closest<HTMLFormElement>('form[data-zone]')
    if (form) sayEffect(form)
  })
}

function sayEffect(form: HTMLFormElement): void {
  const { zone = 'UTC', act = '' } = form.dataset
  const field = form.querySelector<HTMLInputElement>('[name=at]')
  const button = form.querySelector('button')
  if (!field || !button) return
  button.dataset.asks ??= button.textContent
  const found = wallTime(zone, field.value)
  const isClear = found?.kind === 'unique' && found.instant > instant(new Date())
  form.method = isClear ? 'post' : 'get'
  button.textContent = isClear
    ? `${act} ${writtenMoment(found.instant, zone)}`
    : button.dataset.asks
}

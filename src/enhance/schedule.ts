import { instant } from '../dates.ts'
import { wallTime, writtenMoment } from '../zone.ts'

/**
 * Lets the button under a field for a time say what it does, “Schedule for Tuesday 3 March 2026,
 * 09:00 (New York)”, and do it. For a time that is past, skipped or there twice, the form stays the
 * question that it is without a script, and the next page answers it.
 */
export function nameTheEffect(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-zone]')) follow(form)
}

function follow(form: HTMLFormElement): void {
  const { zone = 'UTC', act = '' } = form.dataset
  const field = form.querySelector<HTMLInputElement>('[name=at]')
  const button = form.querySelector('button')
  if (!field || !button) return
  const asked = button.textContent
  const say = () => {
    const found = wallTime(zone, field.value)
    const isClear = found?.kind === 'unique' && found.instant > instant(new Date())
    form.method = isClear ? 'post' : 'get'
    button.textContent = isClear ? `${act} ${writtenMoment(found.instant, zone)}` : asked
  }
  field.addEventListener('input', say)
  say()
}

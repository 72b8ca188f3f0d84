import { type Part, partsOf } from '../../manuscript/parts.ts'
import { controls } from './page.ts'

type Field = HTMLInputElement | HTMLTextAreaElement

/**
 * Keeps the fields and the document in step while somebody types in either. A field changes its own
 * part of the document in its place; the field in which one types is never written into.
 */
export function keepInStep(form: HTMLFormElement): void {
  const { text } = controls(form)
  /** Where the field in use writes to, found once: what is typed may look like a part of its own. */
  let held: { field: Field; part: Part } | null = null

  function show(): void {
    const parts = partsOf(text.value)
    fitExchanges(form, parts)
    for (const field of fieldsOf(form)) {
      if (field === held?.field) continue
      const shown = parts.get(field.dataset.part ?? '')?.text ?? null
      field.disabled = shown === null
      if (field.value !== (shown ?? '')) field.value = shown ?? ''
    }
  }

  function write(field: Field): void {
    if (held?.field !== field) {
      const part = partsOf(text.value).get(field.dataset.part ?? '')
      if (part) held = { field, part }
    }
    if (held) text.value = held.part.with(field.value)
  }

  form.addEventListener('input', ({ target }) => {
    const field = target as Field
    if (field.dataset.part) write(field)
    else if (field === text) held = null
    else return
    show()
  })
  form.addEventListener('focusout', () => {
    held = null
    show()
  })
  // The document holds all that is sent; without names the fields are not sent beside it.
  for (const field of fieldsOf(form)) field.removeAttribute('name')
  show()
}

function fieldsOf(form: HTMLFormElement): Field[] {
  return [...form.querySelectorAll<Field>('[data-part]')]
}

/** Shows as many groups of fields as the document has letters; a new one is made like the first. */
function fitExchanges(form: HTMLFormElement, parts: Map<string, Part>): void {
  const count = [...parts.keys()].filter((name) => name.startsWith('letter-')).length
  const groups = [...form.querySelectorAll<HTMLElement>('[data-exchange]')]
  const [first] = groups
  if (!first) return
  for (const group of groups.slice(Math.max(count, 1))) group.remove()
  for (let number = groups.length + 1; number <= count; number += 1) {
    const last = form.querySelector(`[data-exchange="${number - 1}"]`)
    last?.after(numbered(first.cloneNode(true) as HTMLElement, number))
  }
  first.hidden = count === 0
  for (const own of form.querySelectorAll<HTMLElement>('[data-own-headline]')) {
    const field = own.querySelector<Field>('[data-part]')
    own.hidden =
      count < 2 && !parts.get(field?.dataset.part ?? '')?.text && !own.matches(':focus-within')
  }
}

function numbered(group: HTMLElement, number: number): HTMLElement {
  group.dataset.exchange = String(number)
  const legend = group.querySelector('legend')
  if (legend) legend.textContent = `Letter ${number}`
  for (const element of group.querySelectorAll('*')) {
    for (const name of ['id', 'for', 'data-part', 'aria-describedby']) {
      const value = element.getAttribute(name)
      if (value) element.setAttribute(name, value.replace(/-1(?=$|-hint$)/, `-${number}`))
    }
  }
  return group
}

import { alike, type Edit, neutralEdit, reverse } from '../identifying/edit.ts'
import { openLists, type WrittenLists } from '../identifying/lists.ts'
import { type Detail, findDetails, neutral } from '../identifying.ts'
import type { details as copy } from '../ui/copy/en-details.ts'

/** How long a pause in the typing is, in milliseconds. */
const PAUSE = 500

/**
 * Lists identifying details under the letter while it is typed. Nothing of it leaves the page. Without
 * the lists of words, which the form's script has asked for, it says that it cannot, and rejects.
 */
export async function watchLetter(
  field: HTMLTextAreaElement,
  part: HTMLElement,
  written: Promise<WrittenLists | null>,
): Promise<void> {
  const words: typeof copy = JSON.parse(part.dataset.details ?? '{}')
  const lists = await written
  if (!lists) {
    const said = element('p', words.unknown)
    said.role = 'status'
    if (!part.hasChildNodes()) part.append(said)
    throw new Error('The lists of words did not come')
  }
  openLists(lists)
  part.replaceChildren()
  watch(field, part, words)
}

function watch(field: HTMLTextAreaElement, part: HTMLElement, words: typeof copy): void {
  const list = document.createElement('ul')
  const said = element('p', '')
  said.role = 'status'
  const undo = button(words.undo, () => {
    if (last) change(last)
  })
  const about = [element('h3', words.title), element('p', words.lead), element('p', words.alone)]
  let last: Edit | null = null
  let isOurs = false
  let timer = 0

  function show(): void {
    const groups = alike(findDetails(field.value, language()))
    for (const each of about) each.hidden = groups.length === 0
    list.replaceChildren(...groups.map(item))
  }

  function item(same: Detail[]): HTMLElement {
    const [detail] = same
    const line = document.createElement('li')
    if (!detail) return line
    const { name, why } = words.kinds[detail.kind]
    const what = element('p', ` · ${name}`)
    what.id = `detail-${detail.start}`
    what.prepend(element('strong', detail.text.replace(/,$/, '')))
    const times = same.length > 1 ? ` ${words.times} ${same.length}.` : ''
    const reason = element('p', why + times)
    reason.className = 'hint'
    const label = `${words.replace} “${neutral(detail, language())}”`
    line.append(
      what,
      reason,
      button(label, () => replace(same)),
    )
    return line
  }

  function replace(same: Detail[]): void {
    const edit = neutralEdit(field.value, same, language())
    const back = reverse(field.value, edit)
    change(edit)
    last = back
    said.replaceChildren(`${words.replaced} `, undo)
  }

  /** Typed for the writer, so that the browser’s own undo takes it back as well. */
  function change({ start, end, text }: Edit): void {
    isOurs = true
    field.focus()
    field.setSelectionRange(start, end)
    if (!document.execCommand('insertText', false, text)) {
      field.setRangeText(text, start, end, 'end')
    }
    isOurs = false
    forget()
    show()
  }

  /** Once the letter has changed otherwise, our own undo would put words in the wrong place. */
  function forget(): void {
    last = null
    said.replaceChildren()
  }

  field.addEventListener('input', () => {
    if (isOurs) return
    forget()
    clearTimeout(timer)
    timer = setTimeout(show, PAUSE)
  })
  part.append(...about, said, list)
  show()
}

function language(): string {
  const chosen = document.querySelector<HTMLSelectElement>('#language')?.value
  return chosen || document.documentElement.lang
}

function element(name: string, text: string): HTMLElement {
  const made = document.createElement(name)
  made.textContent = text
  return made
}

function button(text: string, act: () => void): HTMLElement {
  const made = document.createElement('button')
  made.type = 'button'
  made.textContent = text
  made.addEventListener('click', act)
  return made
}

import { alike, type Edit, edited, neutralEdit, reverse } from '../identifying/edit.ts'
import { hasLists } from '../identifying/lists.ts'
import { findDetails } from '../identifying.ts'
import { clean } from '../text.ts'
import type { Entries } from './letter-form.ts'

/**
 * Makes the change that a button of the check page asks for: `replace` names a detail by where it
 * first stands, and `undo` holds the change that takes the last one back. Without one of them, or
 * when it names nothing or the lists could not be read, the letter stays as it is. `undo` is given after a replacement only.
 */
export function rewrite(
  entries: Entries,
  form: URLSearchParams,
): { entries: Entries; undo?: Edit } {
  const { letter, language } = entries
  const back = readEdit(form.get('undo') ?? '')
  if (back) return { entries: { ...entries, letter: edited(letter, back) } }
  const place = form.get('replace')
  const same =
    place &&
    hasLists() &&
    alike(findDetails(letter, language)).find(([first]) => String(first?.start) === place)
  if (!same) return { entries }
  const edit = neutralEdit(letter, same, language)
  return { entries: { ...entries, letter: edited(letter, edit) }, undo: reverse(letter, edit) }
}

function readEdit(value: string): Edit | null {
  const [, start, end, text = ''] = value.match(/^(\d+) (\d+) (.*)$/s) ?? []
  return start ? { start: Number(start), end: Number(end), text: clean(text) } : null
}

import { paths, pathsIn } from '../../paths.ts'
import type { ColumnRow } from '../../schema.ts'
import type { Language } from '../../ui/copy/index.ts'
import { languageName } from '../letter/letter-words.ts'

type Props = { column: ColumnRow; version: number; typed: Record<string, string> }

/** Gives the column another address. */
export function MoveForm({ column, version, typed }: Props) {
  return (
    <form method="post" action={paths.desk.columnVerb(column.slug, 'move')}>
      <h2>Change the address</h2>
      <input type="hidden" name="version" value={String(version)} />
      <div class="field">
        <label for="to">The new address</label>
        <p class="hint" id="to-hint">
          {pathsIn(column.language as Language).column('…')} The old one leads to it for good, and
          is given to no other column.
        </p>
        <input
          id="to"
          name="to"
          value={typed.to ?? column.slug}
          required
          aria-describedby="to-hint"
        />
      </div>
      <button type="submit">Move the column there</button>
    </form>
  )
}

/** Begins an edition in another of the site's languages. */
export function TranslateForm(props: Omit<Props, 'version' | 'typed'> & { languages: string[] }) {
  const { column, languages } = props
  if (languages.length === 0) return null
  return (
    <form method="post" action={paths.desk.columnVerb(column.slug, 'translate')}>
      <h2>Translate</h2>
      <p>A draft opens with this text in it, to be translated beside the original, part by part.</p>
      <div class="field">
        <label for="language">Into</label>
        <select id="language" name="language">
          {languages.map((language) => (
            <option value={language}>{languageName(language)}</option>
          ))}
        </select>
      </div>
      <button type="submit">Start the translation</button>
    </form>
  )
}

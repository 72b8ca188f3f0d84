import { writtenDay } from '../../dates.ts'
import { paths } from '../../paths.ts'
import type { Language } from '../../ui/copy/index.ts'
import { age, factsInBrief, STATUS_WORDS } from '../letter/letter-words.ts'
import { claimWords } from './claim-part.tsx'
import { FilterForms } from './filter-forms.tsx'
import { ManyForm } from './many-form.tsx'
import type { Tray, TrayItem } from './tray.ts'
import { filtered, TRAY_STATUSES, type TrayFilter } from './tray-filter.ts'

/** Where and when an editor looks at the list, and who that is. */
export type Viewer = {
  languages: Language[]
  timeZone: string
  now: Date
  me: { id: string; hasKeys: boolean }
}

type Props = Viewer & { tray: Tray; open?: string }

/** The list beside the pane; `open` is the letter that is being read. */
export function LetterList({ open, ...props }: Props) {
  const { tray } = props
  return (
    <section
      class="list"
      aria-label="Letters"
      id="list"
      tabindex={-1}
      data-search={tray.search ? '' : undefined}
    >
      <a class="skip" href="#letter">
        Skip the list
      </a>
      <FilterForms tray={tray} languages={props.languages} />
      {tray.items.length === 0 && <EmptyList tray={tray} />}
      <ManyForm tray={tray}>
        <ol class="items">
          {tray.items.map((item) => (
            <Item {...props} item={item} isOpen={item.row.id === open} />
          ))}
        </ol>
      </ManyForm>
      <Further tray={tray} />
    </section>
  )
}

function Further({ tray: { filter, later, search } }: { tray: Tray }) {
  const tray = paths.desk.tray()
  return (
    <div class="more">
      {filter.after && <a href={filtered(tray, { ...filter, after: '' })}>Back to the first</a>}
      {later && <a href={filtered(tray, { ...filter, after: later })}>Later letters</a>}
      {search?.later && (
        <form
          method="post"
          action={filtered(tray, { ...filter, flag: search.flag, after: search.later })}
        >
          <input type="hidden" name="text" value={search.text} />
          <button type="submit">Look through the next letters</button>
        </form>
      )}
    </div>
  )
}

function EmptyList({ tray: { filter, search } }: { tray: Tray }) {
  if (!search && filtered('', filter) === '') {
    return <p class="empty">No letter is waiting: everybody who wrote has been read.</p>
  }
  return (
    <p class="empty">
      There is no letter here. <a href={paths.desk.tray()}>See the new letters</a>
    </p>
  )
}

function Item({
  tray,
  item,
  now,
  timeZone,
  me,
  isOpen,
}: Props & { item: TrayItem; isOpen: boolean }) {
  const { row, question, said, claim, group } = item
  const name = question ?? withoutQuestion(row)
  const value = `${row.id}.${row.version}`
  const isChosen = tray.many?.chosen.includes(value)
  return (
    <li
      class="item"
      data-letter={row.id}
      data-taken={claim && claim.editorId !== me.id ? '' : undefined}
    >
      <label class="choose">
        <input type="checkbox" name="letter" value={value} checked={isChosen} />
        <span class="unseen">Choose “{name}”</span>
      </label>
      <a
        href={filtered(paths.desk.letter(row.id), tray.filter)}
        aria-current={isOpen ? 'true' : undefined}
      >
        <b lang={question === null ? undefined : row.language}>{name}</b>
        <small>
          {isMixed(tray.filter) && `${STATUS_WORDS[row.status]} · `}
          {factsInBrief(row, now)}
          {group && ` · ${group.followers + 1} letters, oldest ${age(group.oldestOn, now)}`}
          {row.neededBy && (
            <>
              {' · '}
              <span class="flag">needed by {writtenDay(row.neededBy, 'en')}</span>
            </>
          )}
          {flags(row, said).map((flag) => (
            <>
              {' · '}
              <span class="flag">{flag}</span>
            </>
          ))}
          {claim && (
            <>
              {' · '}
              <span class="flag">{claimWords(claim, { me, timeZone })}</span>
            </>
          )}
        </small>
      </a>
    </li>
  )
}

function isMixed({ status }: TrayFilter): boolean {
  return !TRAY_STATUSES.some((one) => one === status)
}

/** What the writer said and the desk has not dealt with; an answer is news while it is shortlisted. */
function flags({ status }: TrayItem['row'], said: TrayItem['said']): string[] {
  return [
    status === 'shortlisted' && said.includes('answer') && 'has answered',
    said.includes('change') && 'asks for a change',
    said.includes('update') && 'tells how it went',
    said.includes('takedown') && 'take-down asked',
  ].filter((flag) => flag !== false)
}

/** A letter that is erased has lost its key; one that has a key and does not open is in trouble. */
function withoutQuestion({ dataKey }: TrayItem['row']): string {
  return dataKey === null ? 'Its text has been erased' : 'This letter cannot be opened'
}

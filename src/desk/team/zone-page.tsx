import { instant, writtenInstant } from '../../dates.ts'
import { paths } from '../../paths.ts'
import { zoneName, zones } from '../../zone.ts'
import { ErrorSummary } from '../error-summary.tsx'

type Props = {
  /** The editor's own zone; null: the site's. */
  own: string | null
  /** The zone in which the desk shows its times to this editor now. */
  timeZone: string
  now: Date
  error?: string
}

/** In which zone an editor sees and sets times. */
export function ZonePage({ own, timeZone, now, error }: Props) {
  return (
    <article class="page">
      <ErrorSummary errors={error ? [{ href: '#zone', text: error }] : []} />
      <h1>Your time zone</h1>
      <p>
        It is {writtenInstant(instant(now), 'en', timeZone)} in {zoneName(timeZone)}. The desk shows
        you every time in this zone, and reads those that you set in it; the other editors have
        theirs.
      </p>
      <form method="post" action={paths.desk.teamVerb('zone')}>
        <div class="field">
          <label for="zone">Show times in</label>
          <select id="zone" name="zone">
            <option value="" selected={own === null}>
              The site’s own zone
            </option>
            {[...zones()].map(([part, names]) => (
              <optgroup label={part || 'Everywhere'}>
                {names.map((name) => (
                  <option value={name} selected={name === own}>
                    {inPart(name)}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        </div>
        <button type="submit" class="main">
          Keep this zone
        </button>
      </form>
    </article>
  )
}

/** A city, with the country where the zone's own name has one: “Indianapolis (Indiana)”. */
function inPart(name: string): string {
  const [, country] = name.split('/').slice(0, -1)
  return country ? `${zoneName(name)} (${country.replaceAll('_', ' ')})` : zoneName(name)
}

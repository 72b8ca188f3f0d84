import { zoneName } from '../../zone.ts'

type Props = { id?: string; label: string; timeZone: string; value?: string }

/** A day and a time in the editor's zone, which stands beside it by the name that people use. */
export function WhenField({ id = 'at', label, timeZone, value }: Props) {
  return (
    <p class="when">
      <label for={id}>
        {label} <small>({zoneName(timeZone)} time)</small>
      </label>
      <input id={id} name="at" type="datetime-local" required value={value || undefined} />
    </p>
  )
}

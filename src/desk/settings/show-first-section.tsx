import type { Role } from '../../schema.ts'
import { TextField } from '../../ui/field.tsx'
import {
  errorOf,
  OwnersHint,
  type Sent,
  SettingsForm,
  SettingsSection,
} from './settings-section.tsx'
import { MOST_HOURS, type ShowFirstHours } from './show-first-hours.ts'

type Props = { showFirst: ShowFirstHours; role: Role; sent: Sent }

/** How long a writer may look at the edited letter before it may be printed. */
export function ShowFirstSection({ showFirst, role, sent }: Props) {
  const { hours, own, usual, version } = showFirst
  return (
    <SettingsSection name="show-first" title="Show me first" sent={sent}>
      <p>
        A writer who is shown the edited letter has {inWords(hours)} to answer before it may be
        printed. A change here holds for letters that are shown from now on.
      </p>
      {role !== 'owner' ? (
        <OwnersHint />
      ) : (
        <SettingsForm name="show-first" version={version}>
          <TextField
            name="hours"
            label="Hours"
            hint={`From 1 to ${MOST_HOURS}. Left empty: ${usual}, as the site is configured.`}
            value={sent.refused?.typed.hours ?? own}
            error={errorOf(sent, 'hours')}
          />
          <button type="submit">Set the hours</button>
        </SettingsForm>
      )}
    </SettingsSection>
  )
}

function inWords(hours: number): string {
  return hours === 1 ? 'one hour' : `${hours} hours`
}

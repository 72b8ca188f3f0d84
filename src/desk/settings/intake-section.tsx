import { writtenDay } from '../../dates.ts'
import { type Intake, MESSAGE_MOST } from '../../letters/intake.ts'
import type { Language } from '../../ui/copy/index.ts'
import { TextArea, TextField } from '../../ui/field.tsx'
import { languageName } from '../letter/letter-words.ts'
import { errorOf, type Sent, SettingsForm, SettingsSection } from './settings-section.tsx'

type Props = { intake: Intake; today: string; languages: Language[]; sent: Sent }

/** Closes the letter box for a while, says what writers are told meanwhile, and opens it again. */
export function IntakeSection({ intake, today, languages, sent }: Props) {
  const { closedUntil, message, version } = intake
  const isClosed = closedUntil > today
  const typed = sent.refused?.typed
  return (
    <SettingsSection name="intake" title="Letter box" sent={sent}>
      <p>
        {isClosed
          ? `The letter box is closed until ${writtenDay(closedUntil, 'en')}, and opens by itself on that day.`
          : 'The letter box is open. Closed, the form says until when, and keeps what is being written.'}
      </p>
      <SettingsForm name="intake" version={version}>
        <TextField
          name="closed_until"
          type="date"
          label={isClosed ? 'Closed until' : 'Close it until'}
          value={typed?.closed_until ?? (isClosed ? closedUntil : '')}
          error={errorOf(sent, 'closed_until')}
        />
        {languages.map((language) => (
          <TextArea
            name={`message-${language}`}
            rows={3}
            label={`What else to tell writers, in ${languageName(language)}`}
            hint={`Up to ${MESSAGE_MOST} characters, as plain text; it stands below the day. May be empty.`}
            value={`\n${typed?.[`message-${language}`] ?? message[language] ?? ''}`}
            error={errorOf(sent, `message-${language}`)}
          />
        ))}
        <p class="actions">
          <button type="submit" name="intake" value="close">
            {isClosed ? 'Keep it closed, as it says here' : 'Close the letter box'}
          </button>
          {isClosed && (
            <button type="submit" name="intake" value="open">
              Open it now
            </button>
          )}
        </p>
      </SettingsForm>
    </SettingsSection>
  )
}

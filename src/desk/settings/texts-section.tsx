import type { Language } from '../../ui/copy/index.ts'
import { TextArea } from '../../ui/field.tsx'
import { languageName } from '../letter/letter-words.ts'
import {
  COLUMN,
  REASONS,
  type ReadyText,
  type Reason,
  readyText,
  reasonName,
  textId,
} from '../letter/reasons.ts'
import { errorOf, type Sent, SettingsForm, SettingsSection } from './settings-section.tsx'

type Props = { languages: Language[]; texts: ReadyText[]; sent: Sent }

/** What tickets say when a letter is declined: a ready text for each reason in each language. */
export function TextsSection({ languages, texts, sent }: Props) {
  return (
    <SettingsSection name="texts" title="When a letter is declined" sent={sent}>
      <p>
        What the ticket says, by its reason. A letter that is declined keeps the words of that day.
        A link is written <code>[words](/address)</code>.
      </p>
      {REASONS.map((reason) => (
        <details open={languages.some((each) => errorOf(sent, textId(reason, each)))}>
          <summary>{reasonName(reason)}</summary>
          {languages.map((language) => (
            <TextForm {...{ reason, language, texts, sent }} />
          ))}
        </details>
      ))}
    </SettingsSection>
  )
}

type FormProps = Omit<Props, 'languages'> & { reason: Reason; language: Language }

function TextForm({ reason, language, texts, sent }: FormProps) {
  const { text, version } = readyText(texts, reason, language)
  const id = textId(reason, language)
  const isLinked = reason === 'answered'
  return (
    <SettingsForm name="texts" version={version}>
      <input type="hidden" name="reason" value={reason} />
      <input type="hidden" name="language" value={language} />
      <TextArea
        name={id}
        label={`In ${languageName(language)}`}
        hint={isLinked ? `${COLUMN} becomes the link to the column.` : undefined}
        rows={3}
        value={sent.refused?.typed[id] ?? text}
        error={errorOf(sent, id)}
      />
      <button type="submit">Save the text</button>
    </SettingsForm>
  )
}

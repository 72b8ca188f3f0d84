import type { Role } from '../../schema.ts'
import type { Language } from '../../ui/copy/index.ts'
import { SelectField, TextArea, TextField } from '../../ui/field.tsx'
import { languageName } from '../letter/letter-words.ts'
import {
  errorOf,
  OwnersHint,
  type Sent,
  SettingsForm,
  SettingsSection,
} from './settings-section.tsx'
import type { Topic } from './topics.ts'

type Props = { topics: Topic[]; languages: Language[]; role: Role; sent: Sent }

/** The topics in the site's order: their names, descriptions and places, and merging one into another. */
export function TopicsSection({ topics, languages, role, sent }: Props) {
  return (
    <SettingsSection name="topics" title="Topics" sent={sent}>
      <p>
        What is changed here is live at once. <code>content pull</code> brings it into the files;
        until then a push leaves it alone.
      </p>
      {role !== 'owner' && <OwnersHint />}
      {topics.length === 0 && <p>There is none yet: the first column brings the first topic.</p>}
      {topics.map((topic, index) => (
        <details open={sent.refused?.typed.topic === topic.slug}>
          <summary>
            {nameOf(topic)} <small>{counted(topic.columns)}</small>
          </summary>
          {role === 'owner' ? (
            <>
              <Texts {...{ topic, languages, sent }} place={index + 1} />
              {topics.length > 1 && <Merge {...{ topic, topics, sent }} />}
            </>
          ) : (
            <p>{topic.texts.en?.description}</p>
          )}
        </details>
      ))}
    </SettingsSection>
  )
}

type Part = { topic: Topic; sent: Sent }

function Texts(props: Part & { languages: Language[]; place: number }) {
  const { topic, sent, languages, place } = props
  const { slug, texts, version } = topic
  const typed = sent.refused?.typed.topic === slug ? sent.refused.typed : undefined
  const at = (part: string) => `${part}-${slug}`
  return (
    <SettingsForm name="topics" version={version}>
      <input type="hidden" name="topic" value={slug} />
      {languages.map((language) => (
        <>
          <TextField
            name={at(`name-${language}`)}
            label={`Name in ${languageName(language)}`}
            value={typed?.[at(`name-${language}`)] ?? texts[language]?.name}
            error={errorOf(sent, at(`name-${language}`))}
          />
          <TextArea
            name={at(`description-${language}`)}
            rows={2}
            label={`Description in ${languageName(language)}`}
            value={`\n${typed?.[at(`description-${language}`)] ?? texts[language]?.description ?? ''}`}
            error={errorOf(sent, at(`description-${language}`))}
          />
        </>
      ))}
      <TextField
        name={at('place')}
        label="Place among the topics"
        hint="1 stands first."
        value={typed?.[at('place')] ?? String(place)}
        error={errorOf(sent, at('place'))}
      />
      <button type="submit" name="act" value="change">
        Save this topic
      </button>
    </SettingsForm>
  )
}

function Merge({ topic, topics, sent }: Part & { topics: Topic[] }) {
  const { slug, columns, version } = topic
  const others = topics.filter((other) => other.slug !== slug)
  return (
    <SettingsForm name="topics" version={version}>
      <input type="hidden" name="topic" value={slug} />
      <SelectField
        name={`into-${slug}`}
        label="Merge it into"
        hint={`${counted(columns)} will have the other topic instead, and this one’s address leads there. It cannot be undone.`}
        options={[
          { value: '', name: 'Choose a topic' },
          ...others.map((other) => ({ value: other.slug, name: nameOf(other) })),
        ]}
        value={sent.refused?.typed[`into-${slug}`]}
        error={errorOf(sent, `into-${slug}`)}
      />
      <button type="submit" name="act" value="merge">
        Merge the two
      </button>
    </SettingsForm>
  )
}

function nameOf({ slug, texts }: Topic): string {
  return texts.en?.name ?? Object.values(texts)[0]?.name ?? slug
}

function counted(columns: number): string {
  return columns === 1 ? '1 column' : `${columns} columns`
}

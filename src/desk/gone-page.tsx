import { paths } from '../paths.ts'

type Props = { reason: keyof typeof WORDS; document: string }

/** A save that came after its draft was gone: what was written is kept. */
export function GonePage({ reason, document }: Props) {
  const { title, text } = WORDS[reason]
  return (
    <>
      <h1>{title}</h1>
      <p>{text}</p>
      <label for="yours">Your document</label>
      <textarea id="yours" rows={32} readonly>
        {`\n${document}`}
      </textarea>
      <p>
        {reason === 'retracted' ? (
          <a href={paths.desk.columns()}>Make the column a draft again</a>
        ) : (
          <a href={paths.desk.drafts()}>Start another draft</a>
        )}
      </p>
    </>
  )
}

const KEPT =
  'while you were writing, so nothing was saved. This is what you wrote: copy it before you leave this page.'

const WORDS = {
  dropped: { title: 'The draft was dropped', text: `Another editor did it ${KEPT}` },
  retracted: { title: 'The column was retracted', text: `Another editor did it ${KEPT}` },
  withdrawn: {
    title: 'The letter was withdrawn',
    text: 'Its writer took it back while you were writing, so its text was erased and nothing was saved. This is what you wrote: copy from it only what is your own.',
  },
}

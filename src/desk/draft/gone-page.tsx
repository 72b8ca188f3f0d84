import { paths } from '../../paths.ts'

type Props = { reason: keyof typeof WORDS; text: string }

/** What came after its draft was gone: what was written is kept. */
export function GonePage({ reason, text }: Props) {
  const { title, why } = WORDS[reason]
  return (
    <>
      <h1>{title}</h1>
      <p>{why}</p>
      <label for="yours">What you wrote</label>
      <textarea id="yours" rows={32} readonly>
        {`\n${text}`}
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
  dropped: { title: 'The draft was dropped', why: `Another editor did it ${KEPT}` },
  retracted: { title: 'The column was retracted', why: `Another editor did it ${KEPT}` },
  withdrawn: {
    title: 'The letter was withdrawn',
    why: 'Its writer took it back while you were writing, so its text was erased and nothing was saved. This is what you wrote: copy from it only what is your own.',
  },
}

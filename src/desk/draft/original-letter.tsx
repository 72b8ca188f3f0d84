import { paths } from '../../paths.ts'
import type { Original } from './originals.ts'

/** A letter beside the draft that came from it. */
export function OriginalLetter({ row, text }: Original) {
  return (
    <section class="original" lang={row.language}>
      <h2 lang="en">
        The letter as it came · <a href={paths.desk.letter(row.id)}>open it</a>
      </h2>
      {text.letter === null ? (
        <p lang="en">Its text has been erased.</p>
      ) : (
        <>
          <p class="question">{text.question}</p>
          <div class="text">{text.letter}</div>
          {text.signoff && <p>— {text.signoff}</p>}
          {text.tried && <Aside label="Tried or feared" text={text.tried} />}
          {text.disguise && <Aside label="To change or leave out" text={text.disguise} />}
        </>
      )}
    </section>
  )
}

function Aside({ label, text }: { label: string; text: string }) {
  return (
    <>
      <h3 lang="en">{label}</h3>
      <div class="text">{text}</div>
    </>
  )
}

import { controls, send, setVersion, takeOver } from './page.ts'

/** How long a pause in the typing is, and how long apart it is saved by itself, in milliseconds. */
const PAUSE = 10_000
const APART = 120_000
/** After how long it is tried again when it could not be saved. */
const AGAIN = 30_000

/**
 * Saves the draft when asked to, and by itself in a pause where that does nothing else; never two
 * saves at once. What could not be saved stays in the page, which warns before it is left.
 */
export function keepSaved(form: HTMLFormElement): void {
  const { text, slug, slugWas, version } = controls(form)
  const said = form.querySelector<HTMLElement>('[data-saved]')
  let saved = form.dataset.unsaved === undefined ? slug.defaultValue + text.defaultValue : null
  let running: Promise<boolean> | null = null
  let savedAt = Number.NEGATIVE_INFINITY
  let timer = 0
  let hasFailed = false
  let isOvertaken = false
  let isLeaving = false

  const typed = () => slug.value + text.value
  const isUnsaved = () => typed() !== saved
  const savesItself = () => !!document.querySelector('[data-autosaves]') && !isOvertaken
  const say = (...words: (string | Node)[]) => said?.replaceChildren(...words)

  /** In order: whoever asks while a save is on its way waits for its end, and then saves the rest. */
  async function save(isMeant: boolean): Promise<boolean> {
    while (running) await running
    if (!isUnsaved()) return true
    running = attempt(isMeant)
    const isDone = await running
    running = null
    return isDone
  }

  async function attempt(isMeant: boolean): Promise<boolean> {
    const sent = typed()
    const sentSlug = slug.value
    const sentText = text.value
    clearTimeout(timer)
    say('Saving…')
    const answer = await send(form.action, form)
    hasFailed = !answer?.isRedirected
    if (answer?.isRedirected) {
      saved = sent
      slugWas.value = sentSlug
      savedAt = Date.now()
      noteVersion(answer.page, sentText)
      return true
    }
    if (answer?.status === 409 && isMeant) submit()
    else if (answer?.status === 409) {
      isOvertaken = true
      say('Somebody else has saved another version. Press Save to see both: yours is kept.')
    } else if (answer?.status === 401) {
      say('You are signed out, so this is not saved. ', signInLink(), ', then press Save here.')
    } else if (answer && answer.status < 500) {
      const why = answer.page?.querySelector('.problems li, .standfirst')?.textContent ?? ''
      say(`Not saved. ${why}`)
    } else {
      say('The site does not answer, so this is not saved yet.')
    }
    wait()
    return false
  }

  /**
   * The page that answers shows the last version: ours, unless somebody else has saved since. Then we
   * keep to the one that we began with, and the next save meets theirs.
   */
  function noteVersion(fresh: Document | null, sent: string): void {
    const shown = fresh?.querySelector<HTMLFormElement>('form[data-editor]')
    const last = shown && controls(shown)
    if (fresh && last && isSame(last.text.value, sent)) {
      takeOver(fresh)
      setVersion(Number(last.version.value))
    }
    // The page may be the answer to an insertion: loaded anew, it would insert again.
    history.replaceState(null, '', form.action.replace(/\/save$/, ''))
    const time = new Date().toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
    say(`Saved, version ${version.value} · ${time}`)
    if (isUnsaved()) wait()
  }

  function saveItself(): void {
    if (savesItself() && isUnsaved()) save(false)
  }

  function wait(): void {
    clearTimeout(timer)
    timer = window.setTimeout(
      saveItself,
      hasFailed ? AGAIN : Math.max(PAUSE, savedAt + APART - Date.now()),
    )
  }

  /** As without a script: the answer is the page that says what is wrong, with the text in it. */
  function submit(): void {
    isLeaving = true
    form.submit()
  }

  form.addEventListener('input', () => {
    if (running || hasFailed) return
    say(isUnsaved() ? 'Not saved yet' : `Version ${version.value}, as it was saved`)
    wait()
  })
  document.addEventListener('submit', (event) => {
    const { target, submitter } = event
    if (target === form) {
      // The preview opens in a tab of its own; what is inserted comes back in the page that answers.
      isLeaving =
        submitter?.hasAttribute('formaction') === true && !submitter.hasAttribute('formtarget')
      if (submitter?.hasAttribute('formaction')) return
      event.preventDefault()
      save(true)
    } else if (isUnsaved()) {
      event.preventDefault()
      if (savesItself()) saveFirst()
      else say('Save first: what you typed is not saved, and would be left out.')
    } else isLeaving = true
  })
  async function saveFirst(): Promise<void> {
    if (await save(true)) say(`Saved as version ${version.value} first. Press the button again.`)
  }
  document.addEventListener('keydown', (event) => {
    if (event.key !== 's' || !(event.ctrlKey || event.metaKey) || event.altKey) return
    event.preventDefault()
    save(true)
  })
  document.addEventListener('visibilitychange', saveItself)
  window.addEventListener('online', saveItself)
  window.addEventListener('beforeunload', (event) => {
    if (isUnsaved() && !isLeaving) event.preventDefault()
  })
  if (isUnsaved()) wait()
}

/** The server tidies what it keeps. */
function isSame(kept: string, sent: string): boolean {
  return kept.normalize('NFC').trim() === sent.normalize('NFC').trim()
}

function signInLink(): HTMLAnchorElement {
  const link = document.createElement('a')
  const words = 'Sign in in another tab'
  return Object.assign(link, { href: '/desk/sign-in', target: '_blank', textContent: words })
}

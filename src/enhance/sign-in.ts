import {
  browserSupportsWebAuthn,
  startAuthentication,
  startRegistration,
  WebAuthnError,
} from '@simplewebauthn/browser'

/** Makes a page's passkey button work, to come in, to confirm or to add one, where the browser can. */
function enable(form: HTMLFormElement): void {
  const button = form.querySelector('button')
  const status = form.querySelector('[role=status]')
  const credential = form.querySelector<HTMLInputElement>('[data-answer]')
  if (!button || !status || !credential) return
  const optionsJSON = JSON.parse(form.dataset.options ?? '{}')
  const ask = form.dataset.passkey === 'create' ? startRegistration : startAuthentication
  button.hidden = false
  status.textContent = ''
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    button.disabled = true
    status.textContent = 'Follow what your browser asks.'
    try {
      credential.value = JSON.stringify(await ask({ optionsJSON }))
      form.submit()
    } catch (error) {
      status.textContent = sayWhy(error)
      button.disabled = false
    }
  })
}

function sayWhy(error: unknown): string {
  const code = error instanceof WebAuthnError ? error.code : null
  if (code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED') {
    return 'This device holds a passkey of yours already.'
  }
  return 'No passkey was used: it was cancelled, took too long, or there is none on this device.'
}

const form = document.querySelector<HTMLFormElement>('form[data-passkey]')
if (form && browserSupportsWebAuthn()) enable(form)

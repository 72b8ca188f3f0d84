import { paths } from '../../paths.ts'
import { Key, pressedBy } from '../key.tsx'

const KEYS: [keys: string[], what: string][] = [
  [['j'], 'next letter'],
  [['k'], 'letter before'],
  [['s'], 'shortlist'],
  [['h'], 'hold'],
  [['d'], 'decline, and then the key of the reason'],
  [['x'], 'spam'],
  [['p'], 'pick'],
  [['a'], 'ask the writer'],
  [['y'], 'reply privately'],
  [['g'], 'group'],
  [['t'], 'split off'],
  [['r'], 'restore'],
  [['c'], 'claim'],
  [['n'], 'note'],
  [['u'], 'undo'],
  [['/'], 'find letters'],
  [['?'], 'these keys'],
  [['Esc'], 'close what a key has opened'],
]

/** All keys of the tray, and the form that switches them off or on (WCAG 2.1.4). */
export function ShortcutsPart({ hasKeys, here }: { hasKeys: boolean; here: string }) {
  return (
    <details class="keys">
      <summary {...pressedBy('?')}>
        <Key of="?" />
        Keys
      </summary>
      {hasKeys ? (
        <>
          <p class="hint">They do nothing while you type, nor together with Ctrl, Alt or Cmd.</p>
          <dl>
            {KEYS.map(([keys, what]) => (
              <div>
                <dt>
                  {keys.map((key) => (
                    <kbd>{key}</kbd>
                  ))}
                </dt>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
        </>
      ) : (
        <p>Single keys are switched off for you.</p>
      )}
      <form method="post" action={paths.desk.keys()}>
        <input type="hidden" name="back" value={here} />
        <button type="submit" name="keys" value={hasKeys ? 'off' : 'on'}>
          {hasKeys ? 'Switch single keys off' : 'Switch single keys on'}
        </button>
      </form>
    </details>
  )
}

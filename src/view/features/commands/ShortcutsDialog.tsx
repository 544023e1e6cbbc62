import { COMMANDS_TEXTS } from './messages'
import { Dialog } from '../../ui/Dialog'
import { SHORTCUTS } from '../../state/shortcuts'

/** The keyboard shortcuts. */
export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog open onOpenChange={onClose} title="Keyboard shortcuts" description={COMMANDS_TEXTS.everyCommandIsIn}>
      <dl className="divide-y divide-line">
        {SHORTCUTS.map(({ keys, does }) => (
          <div key={keys} className="flex items-baseline justify-between gap-4 py-1.5 text-sm">
            <dt>{does}</dt>
            <dd>
              <kbd className="rounded-md border border-line-strong bg-sunken px-1.5 py-0.5 text-xs">{keys}</kbd>
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 text-sm">
        <a href="#/learn/link" className="text-accent underline underline-offset-2" onClick={onClose}>
          {COMMANDS_TEXTS.linkToThisPage}
        </a>
      </p>
      <p className="mt-3 text-xs text-muted">
        {COMMANDS_TEXTS.whyDeniedIsUnder}{' '}
        <a className="underline" href="./licenses.txt" target="_blank" rel="noreferrer">
          {COMMANDS_TEXTS.licences}
        </a>
      </p>
    </Dialog>
  )
}

import { Check, Copy, Download } from 'lucide-react'
import { useId, useMemo, useRef, useState } from 'react'
import type { PolicyLayer } from '../../case/access-case'
import { POLICY_LAYERS } from '../../case/case-reading'
import type { Draft } from '../../draft/draft'
import { countPolicies } from '../../draft/edit-layers'
import { LINK_MESSAGES, WITHHELD_MESSAGES } from '../../permalink/link-messages'
import { shareDraft, type SharedLink } from '../../permalink/permalink'
import { tabOf } from '../policies/policy-tabs'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { fillMessage } from '../ui/fill-message'
import { Notice } from '../ui/Notice'
import { useDiagnosis, useDraft } from '../workbench/workbench'
import { saveFile } from './save-file'

const SIZES: Readonly<Record<SharedLink['size'], string>> = {
  short: 'Short enough for chats, mails and trackers.',
  long: 'Some chats cut links of this length; try it there before you rely on it.',
  tooLong: 'Chats and trackers cut links of this length. The case file is the safer way.',
}

const LINK_TEXTS: Readonly<Record<string, string>> = LINK_MESSAGES

const inLayer = (draft: Draft, layer: PolicyLayer): string | null => {
  const count = countPolicies(draft.layers, layer)
  if (draft.layers[layer].state !== 'given' || count === 0) return null
  return `${count} ${count === 1 ? 'policy' : 'policies'} in ${tabOf(layer).name}`
}

/** What the link carries, in words. */
function contents(draft: Draft): readonly string[] {
  const keys = Object.keys(draft.context).length
  const lines = [
    draft.title === '' ? null : `The title “${draft.title}”`,
    draft.paste === '' ? null : `The pasted text, ${draft.paste.length.toLocaleString('en')} characters`,
    Object.keys(draft.request).length === 0 ? null : 'What you changed in the request',
    keys === 0 ? null : `${keys} ${keys === 1 ? 'context key' : 'context keys'} that you set`,
    ...POLICY_LAYERS.map((layer) => inLayer(draft, layer)),
  ]
  return lines.filter((line) => line !== null)
}

function LinkField({ link }: { readonly link: SharedLink }) {
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no')
  const address = `${window.location.origin}${window.location.pathname}${link.fragment}`

  const copy = async () => {
    window.history.replaceState(null, '', link.fragment)
    try {
      await navigator.clipboard.writeText(address)
      setCopied('yes')
    } catch {
      field.current?.select()
      setCopied('failed')
    }
  }

  return (
    <div>
      <label htmlFor={id} className="text-xs font-medium text-muted">
        Link
      </label>
      <textarea
        ref={field}
        id={id}
        readOnly
        rows={3}
        value={address}
        onFocus={(event) => event.currentTarget.select()}
        aria-describedby={`${id}-size`}
        className="mt-1 block w-full resize-none rounded-lg border border-line-strong bg-sunken px-2.5 py-2 font-mono text-xs break-all"
      />
      <p id={`${id}-size`} className="mt-1 text-xs text-muted">
        {address.length.toLocaleString('en')} characters. {SIZES[link.size]}
      </p>
      <div className="mt-3 flex flex-wrap items-center gap-3">
        <Button
          look="primary"
          icon={copied === 'yes' ? <Check size={15} aria-hidden /> : <Copy size={15} aria-hidden />}
          onClick={() => void copy()}
        >
          Copy link
        </Button>
        <p role="status" className="text-sm text-muted">
          {copied === 'yes' && 'Copied.'}
          {copied === 'failed' && 'This browser does not let the page copy. The link is selected: copy it by keyboard.'}
        </p>
      </div>
    </div>
  )
}

/** Shares the case: shows what the link carries before it is copied, and offers the case as a file. */
export function ShareDialog({ onClose }: { readonly onClose: () => void }) {
  const { draft } = useDraft()
  const { built } = useDiagnosis()
  const shared = useMemo(() => shareDraft(draft), [draft])
  const lines = contents(draft)

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Share this case"
      description="Everything stands in the link itself, behind the number sign, which browsers do not send to any server."
    >
      <div className="space-y-5">
        <section aria-labelledby="share-carries">
          <h3 id="share-carries" className="eyebrow">
            {lines.length === 0 ? 'The case is still empty' : 'Whoever has the link sees'}
          </h3>
          <ul className="mt-1 list-disc pl-5 text-sm marker:text-faint">
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
        {'problem' in shared ? (
          <Notice tone="deny">
            {fillMessage(LINK_TEXTS[shared.problem.code] ?? shared.problem.code, shared.problem.data)}
          </Notice>
        ) : (
          <>
            {shared.withheld.map((code) => (
              <Notice key={code} tone="depends">
                {WITHHELD_MESSAGES[code]}
              </Notice>
            ))}
            <LinkField link={shared} />
          </>
        )}
        {built !== null && (
          <div className="border-t border-line pt-4">
            <Button
              icon={<Download size={15} aria-hidden />}
              onClick={() =>
                saveFile('case.json', 'application/json', `${JSON.stringify(built.accessCase, null, 2)}\n`)
              }
            >
              Save as a case file
            </Button>
            <p className="mt-1.5 text-xs text-muted">A JSON file that opens here by drop, paste or “Open file”.</p>
          </div>
        )}
      </div>
    </Dialog>
  )
}

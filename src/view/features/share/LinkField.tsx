import { SHARE_TEXTS } from './messages'
import { Check, Copy } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import { isLinkFragment, type SharedLink } from '../../../permalink/permalink'
import { Button } from '../../ui/Button'
import { setAddress } from '../../state/address'
import { isFile, pageAddress } from '../../ui/page-address'

const SIZES: Readonly<Record<SharedLink['size'], string>> = {
  short: 'Short enough for chats, mails and trackers.',
  long: 'Some chats cut links of this length. Test it there first.',
  tooLong: 'Chats and trackers cut links of this length. The case file is the safer way.',
}

/** A link to copy, with how long it is. */
export function LinkField({ link }: { readonly link: SharedLink }) {
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no')
  const address = pageAddress(link.fragment)

  const copy = async () => {
    if (isLinkFragment(link.fragment)) setAddress(link.fragment)
    try {
      await navigator.clipboard.writeText(address)
      setCopied('yes')
    } catch {
      field.current?.select()
      setCopied('failed')
    }
  }

  return (
    <>
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
          {address.length.toLocaleString('en')} characters. {isFile() ? SHARE_TEXTS.linkToAFile : SIZES[link.size]}
        </p>
      </div>
      {/* In sight whatever stands above it. */}
      <div className="sticky -bottom-4 z-10 -mx-5 flex flex-wrap items-center gap-3 bg-raised px-5 py-3">
        <Button
          look="primary"
          icon={copied === 'yes' ? <Check size={15} aria-hidden /> : <Copy size={15} aria-hidden />}
          onClick={() => void copy()}
        >
          Copy link
        </Button>
        <p role="status" className="text-sm text-muted">
          {copied === 'yes' && 'Copied.'}
          {copied === 'failed' && SHARE_TEXTS.thisBrowserDoesNot}
        </p>
      </div>
    </>
  )
}

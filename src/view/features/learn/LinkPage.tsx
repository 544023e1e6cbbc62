import { useState } from 'react'
import { errorFragment, MAX_ERROR } from '../../../permalink/error-link'
import { messageText } from '../../../text/message-text'
import { CopyButton } from '../../ui/CopyButton'
import { LearnFrame } from './LearnFrame'
import { LINK_EXAMPLES, LINK_WORDS } from './messages'
import { isFile, pageAddress } from '../../ui/page-address'
import { buttonClass } from '../../ui/Button'

function Code({ name, text }: { readonly name: string; readonly text: string }) {
  return (
    <section aria-label={name} className="mt-4 rounded-lg border border-line bg-surface">
      <div className="flex items-center justify-between gap-3 border-b border-line py-1 pr-1.5 pl-3">
        <h3 className="text-sm font-medium">{name}</h3>
        <CopyButton look="quiet" text={text} />
      </div>
      <pre tabIndex={0} className="px-3 py-2 text-xs leading-5 whitespace-pre-wrap [overflow-wrap:anywhere]">
        {text}
      </pre>
    </section>
  )
}

/** How a tool, a bot or a CI log links to this page, so that it opens with an error: try it, code for it, and its limits. */
export function LinkPage() {
  const [error, setError] = useState('')
  const isTooLong = error.length > MAX_ERROR
  const link = error.trim() === '' || isTooLong ? null : pageAddress(errorFragment(error))
  return (
    <LearnFrame title={LINK_WORDS.title}>
      <h1 className="text-2xl font-semibold tracking-tight">{LINK_WORDS.title}</h1>
      <p className="mt-3 text-muted">{LINK_WORDS.lead}</p>
      <label htmlFor="link-error" className="mt-6 block text-sm font-medium">
        {LINK_WORDS.error}
      </label>
      <textarea
        id="link-error"
        rows={4}
        value={error}
        placeholder={LINK_WORDS.placeholder}
        spellCheck={false}
        autoComplete="off"
        onChange={({ target }) => setError(target.value)}
        className="mt-1 block w-full rounded-lg border border-line-strong bg-surface px-3 py-2 font-mono text-xs"
      />
      <div role="status" className="mt-2 min-h-9 text-sm">
        {isTooLong && messageText(LINK_WORDS.tooLong, { limit: MAX_ERROR.toLocaleString('en') })}
        {link !== null && (
          <span className="flex flex-wrap items-center gap-3">
            <CopyButton look="primary" size="medium" text={link} label={LINK_WORDS.copy} />
            <a href={link} className="text-accent underline underline-offset-2">
              {LINK_WORDS.open}
            </a>
            <span className="text-muted">
              {messageText(LINK_WORDS.length, { count: link.length.toLocaleString('en') })}
            </span>
          </span>
        )}
      </div>
      <h2 className="mt-8 text-lg font-semibold">{LINK_WORDS.code}</h2>
      {LINK_EXAMPLES.map(({ name, code }) => (
        <Code key={name} name={name} text={code.replaceAll('HOST', pageAddress())} />
      ))}
      <h2 className="mt-8 text-lg font-semibold">{LINK_WORDS.know}</h2>
      <ul className="mt-2 list-disc space-y-1.5 pl-5 marker:text-faint">
        {LINK_WORDS.limits.map((limit) => (
          <li key={limit}>{messageText(limit, { limit: MAX_ERROR.toLocaleString('en') })}</li>
        ))}
      </ul>
      {!isFile() && (
        <>
          <h2 className="mt-8 text-lg font-semibold">{LINK_WORDS.file}</h2>
          <p className="mt-2 text-muted">{LINK_WORDS.aboutFile}</p>
          <a href="./whydenied.html" download className={`mt-3 ${buttonClass('secondary')}`}>
            {LINK_WORDS.download}
          </a>
        </>
      )}
    </LearnFrame>
  )
}

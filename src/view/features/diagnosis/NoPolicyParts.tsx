import type { NoPolicy } from '../../../explanation/no-policy'
import { Sentence } from '../../shared/Sentence'
import { CopyButton } from '../../ui/CopyButton'
import { Shown } from '../../ui/Name'
import { JUDGED_TEXTS } from './judged-messages'

/** The caller's own command with what to change in it, and what was worked out from the paste. */
export function NoPolicyParts({ noPolicy: { call, details } }: { readonly noPolicy: NoPolicy }) {
  return (
    <>
      {call && (
        <section
          aria-label={JUDGED_TEXTS.yourCommand}
          className="min-w-0 overflow-hidden rounded-lg border border-line bg-surface"
        >
          <div className="flex items-center justify-between gap-2 border-b border-line px-3 py-1">
            <h3 className="text-sm font-medium">{JUDGED_TEXTS.yourCommand}</h3>
            {call.is === 'added' && <CopyButton text={call.text} look="quiet" />}
          </div>
          <pre tabIndex={0} className="overflow-auto px-3 py-2.5 text-xs whitespace-pre-wrap [overflow-wrap:anywhere]">
            <Shown text={call.text.slice(0, call.marked[0])} />
            <mark
              className={call.is === 'added' ? 'bg-allow-soft font-semibold text-allow' : 'bg-deny-soft line-through'}
            >
              <Shown text={call.text.slice(...call.marked)} />
            </mark>
            <Shown text={call.text.slice(call.marked[1])} />
          </pre>
        </section>
      )}
      {details.length > 0 && (
        <dl className="divide-y divide-line rounded-lg border border-line bg-surface px-3 text-sm">
          {details.map(({ name, value }, index) => (
            <div key={index} className="grid grid-cols-[9rem_minmax(0,1fr)] gap-3 py-2">
              <dt className="text-muted">
                <Sentence words={name} />
              </dt>
              <dd className="min-w-0">
                <Sentence words={value} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  )
}

import { ArrowRight, Circle, CircleCheck } from 'lucide-react'
import type { DescribedChange } from '../../../comparison/describe-comparison'
import { witnessWords } from '../../../comparison/describe-comparison'
import { CALLER_MESSAGES } from '../../../comparison/comparison-messages'
import { message } from '../../../text/message'
import { code, plainText } from '../../../text/phrase'
import { Sentence } from '../../shared/Sentence'
import { Badge } from '../../ui/Badge'
import { Button } from '../../ui/Button'
import { classNames } from '../../ui/class-names'
import { COMPARE_WORDS } from './compare-words'

function State({ isAllowed }: { readonly isAllowed: boolean }) {
  return (
    <span className="inline-flex items-center gap-1">
      {isAllowed ? (
        <CircleCheck size={14} aria-hidden className="text-allow" />
      ) : (
        <Circle size={14} aria-hidden className="text-muted" />
      )}
      {isAllowed ? COMPARE_WORDS.allowed : COMPARE_WORDS.notAllowed}
    </span>
  )
}

interface ChangeCardProps {
  readonly described: DescribedChange
  readonly onOpen: () => void
  /** Keeps the request as a test, with what is expected of it. */
  readonly onKeep: (expect: 'allowed' | 'denied') => void
}

/** Ways to more permissions that are shown at once; the others fold. */
const SHOWN_WAYS = 3

function Ways({ ways }: { readonly ways: DescribedChange['leadsTo'] }) {
  return ways.map((row) => (
    <p key={row.name} className="mt-1.5 text-xs text-depends">
      <Sentence words={message(COMPARE_WORDS.careful, { action: code(row.name), leadsTo: row.leadsTo })} />
    </p>
  ))
}

/** One change: what is new or lost, for whom, and the request that proves it. */
export function ChangeCard({ described: { kind, sentence, change, leadsTo }, onOpen, onKeep }: ChangeCardProps) {
  const isNew = kind === 'new'
  const who = [...new Set(change.callers.map(({ is }) => is))].filter((is) => is !== 'holder')
  const { before, after } = change.witness
  return (
    <li
      data-kind={kind}
      className={classNames(
        'rounded-lg border border-l-4 border-line bg-surface px-3.5 py-3',
        isNew ? 'border-l-depends-line' : 'border-l-deny-line',
      )}
    >
      <p className="flex flex-wrap items-baseline gap-2 text-sm [overflow-wrap:anywhere]">
        <Badge tone={isNew ? 'depends' : 'deny'}>{isNew ? COMPARE_WORDS.new : COMPARE_WORDS.lost}</Badge>
        <span className="min-w-0 flex-1">
          <Sentence words={sentence} />
        </span>
      </p>
      {who.length > 0 && (
        <p className="mt-1.5 text-xs text-muted">
          {COMPARE_WORDS.who}: {who.map((is) => CALLER_MESSAGES[is]).join('; ')}
        </p>
      )}
      <Ways ways={leadsTo.slice(0, SHOWN_WAYS)} />
      {leadsTo.length > SHOWN_WAYS && (
        <details className="mt-1.5 text-xs text-depends">
          <summary className="cursor-pointer">
            {plainText(message(COMPARE_WORDS.moreWays, { count: leadsTo.length - SHOWN_WAYS }))}
          </summary>
          <Ways ways={leadsTo.slice(SHOWN_WAYS)} />
        </details>
      )}
      <div className="mt-2.5 border-t border-line pt-2 text-xs">
        <p className="text-2xs font-medium text-muted">{COMPARE_WORDS.example}</p>
        <p className="mt-0.5 [overflow-wrap:anywhere]">
          <Sentence words={witnessWords(change)} />
        </p>
        <p className="mt-1.5 flex flex-wrap items-center gap-2">
          <State isAllowed={before === 'allowed'} />
          <ArrowRight size={13} aria-hidden className="text-muted" />
          <State isAllowed={after === 'allowed'} />
        </p>
        <p className="mt-1 flex flex-wrap gap-x-3">
          <Button look="link" size="small" onClick={() => onKeep(isNew ? 'denied' : 'allowed')}>
            {isNew ? COMPARE_WORDS.keepDenied : COMPARE_WORDS.keepAllowed}
          </Button>
          <Button look="link" size="small" onClick={onOpen}>
            {COMPARE_WORDS.open}
          </Button>
        </p>
      </div>
    </li>
  )
}

import { Check } from 'lucide-react'
import { useState } from 'react'
import type { OwnerMessage } from '../../../explanation/fixes/owner-message'
import type { Fix } from '../../../explanation/explanation'
import type { Instruction } from '../../../explanation/instruction'
import { areStatements, changeText, fixText } from '../../../explanation/fixes/copied-text'
import { asksFirst } from '../../../explanation/fixes/remedies'
import { copyFix } from '../../../explanation/messages/combined'
import { OTHER_CAUSE, PLACE_TEXT, SCOPES, SERVICE_CHOICE } from '../../../explanation/messages/fixes'
import { OWNER_MESSAGE_TEXT } from '../../../explanation/messages/owner-message'
import type { JudgedCase } from '../../../explanation/judged-case'
import { Button } from '../../ui/Button'
import { CopyButton } from '../../ui/CopyButton'
import { DiffLines } from '../../shared/DiffLines'
import { FixFormTabs } from './FixFormTabs'
import { InstructionItems } from './InstructionList'
import { Segmented } from '../../ui/Segmented'
import { Sentence } from '../../shared/Sentence'
import { LAYERS, type CaseLayer } from '../../../iam/layers'
import { Name, Shown } from '../../ui/Name'

/** The scopes that the least fix can have, or the services that it can be for, and the one that is chosen. */
interface ScopeChoice {
  /** What is said of the choice; none where it explains itself. */
  readonly note?: string
  readonly labels: readonly string[]
  /** Counted from 0. */
  readonly chosen: number
  readonly choose: (scope: number) => void
}

interface FixListProps {
  /** What the fixes are of. */
  readonly judged: JudgedCase
  readonly fixes: readonly Fix[]
  /** What to do that changes no policy: it comes first. */
  readonly instructions: readonly Instruction[]
  readonly targetOf: (layer: CaseLayer, level: number | null) => string | null
  /** How far the least fix shall reach; null where there is nothing to choose. */
  readonly scope: ScopeChoice | null
  /** Is there a button above that copies the first statement? */
  readonly isCopiedAbove: boolean
  /** What to send to whoever owns the policy in the way. */
  readonly message: OwnerMessage | null
  readonly onApply: (fix: Fix) => void
}

/** The least change for each gate that stops the request, in the order of repair; wider ones behind it. */
export function FixList(props: FixListProps) {
  const { judged, fixes, instructions, message, scope, isCopiedAbove, targetOf, onApply } = props
  const every = fixes.filter((fix) => fix.least)
  // One of several services: the page shows the statement for one, and the reader knows which it is.
  const kinds = every.filter((fix) => fix.isForOneService && !fix.isOfOtherCause)
  const [kind, chooseKind] = useState(0)
  const shownKind = kinds[kind] ?? kinds[0]
  const least = every.filter((fix) => fix === shownKind || !kinds.includes(fix))
  const kindChoice: ScopeChoice | null =
    kinds.length > 1
      ? {
          note: SERVICE_CHOICE.note,
          labels: kinds.map(serviceOfFix),
          chosen: kinds[kind] ? kind : 0,
          choose: chooseKind,
        }
      : null
  // What repairs another cause is no further step.
  const steps = least.filter((fix) => !fix.isOfOtherCause)
  // Whom to ask stands before what loosens a guard.
  const isAskedFirst = asksFirst(fixes)
  const ask = message && (
    <li data-kind="ask" data-opens="nothing">
      <OwnerMessageCard message={message} isOpen={fixes.length === 0 || isAskedFirst} />
    </li>
  )
  return (
    <div className="flex flex-col gap-3">
      <ol aria-label="Fixes" className="flex flex-col gap-3 empty:hidden">
        <InstructionItems instructions={instructions} />
        {isAskedFirst && ask}
        {least.map((fix, index) => {
          const isFirst = least.findIndex((other) => other.layer === fix.layer) === index
          const wider = isFirst ? fixes.filter((other) => other.layer === fix.layer && !other.least) : []
          return (
            <li
              key={index}
              data-layer={fix.layer}
              data-kind="policy"
              data-opens={fix.opensTo}
              className="rounded-lg border border-line bg-surface p-3"
            >
              <FixBody
                judged={judged}
                fix={fix}
                number={steps.length > 1 && !fix.isOfOtherCause ? index + 1 : null}
                scope={fix === shownKind ? kindChoice : index === 0 ? scope : null}
                isCopied={isCopiedAbove && index === 0}
                targetOf={targetOf}
                onApply={() => onApply(fix)}
              />
              {wider.length > 0 && (
                <details className="mt-3 border-t border-line pt-2">
                  <summary className="text-xs text-muted hover:text-ink">{otherWays(wider, fix)}</summary>
                  <ul className="mt-3 flex flex-col gap-4">
                    {wider.map((other, at) => (
                      <li key={at} data-layer={other.layer} data-kind="policy" data-opens={other.opensTo}>
                        <FixBody
                          judged={judged}
                          fix={other}
                          number={null}
                          scope={null}
                          isCopied={false}
                          targetOf={targetOf}
                          onApply={() => onApply(other)}
                        />
                      </li>
                    ))}
                  </ul>
                </details>
              )}
            </li>
          )
        })}
        {!isAskedFirst && ask}
      </ol>
    </div>
  )
}

/** The service that a fix lets the call use. */
const serviceOfFix = ({ reach }: Fix): string => reach.actions.patterns[0]?.split(':')[0] ?? ''

/** What other ways there are; that they open more is said where each of them does. */
const otherWays = (others: readonly Fix[], { width }: Fix): string => {
  const isWider = others.every((other) => other.isWider ?? other.width > width)
  if (others.length === 1) return isWider ? 'Another way, which opens more' : 'Another way'
  return isWider ? `${others.length} other ways, which open more` : `${others.length} other ways`
}

/** The draft for whoever owns the policy in the way, ready to send. */
export function OwnerMessageCard({ message, isOpen }: { readonly message: OwnerMessage; readonly isOpen: boolean }) {
  return (
    <details open={isOpen} className="rounded-lg border border-line bg-surface p-3 text-sm">
      <summary className="font-medium">{OWNER_MESSAGE_TEXT.title(message.owner)}</summary>
      <pre className="mt-2 text-xs whitespace-pre-wrap [overflow-wrap:anywhere]">
        <Shown text={message.text} />
      </pre>
      <div className="mt-2">
        <CopyButton text={message.text} label={OWNER_MESSAGE_TEXT.copy} />
      </div>
    </details>
  )
}

interface FixBodyProps {
  readonly judged: JudgedCase
  readonly fix: Fix
  readonly number: number | null
  readonly scope: ScopeChoice | null
  /** Is its statement copied by another button? */
  readonly isCopied: boolean
  /** Is the change drawn in the policy? */
  readonly targetOf: FixListProps['targetOf']
  readonly onApply: () => void
}

function FixBody({ judged, fix, number, scope, isCopied, targetOf, onApply }: FixBodyProps) {
  const act = fix.isSupposed ? (
    !isCopied && <CopyButton text={fixText(fix.changes)} label={copyFix(areStatements(fix.changes))} />
  ) : (
    <Button look="accent" size="small" onClick={onApply}>
      Try this fix
    </Button>
  )
  return (
    <div className="flex flex-col gap-2 text-sm">
      <p className="font-medium">
        {number !== null && <span className="text-muted">{number}. </span>}
        {fix.isOfOtherCause && <span className="font-normal text-muted">{OTHER_CAUSE} </span>}
        <Sentence words={fix.sentence} />
      </p>
      {scope?.note !== undefined && <p className="text-xs text-muted">{scope.note}</p>}
      {scope !== null && (
        <Segmented
          className="self-start"
          label={scope.note ?? SCOPES.label}
          value={String(scope.chosen)}
          options={scope.labels.map((label, at) => ({ value: String(at), label }))}
          onChange={(at) => scope.choose(Number(at))}
        />
      )}
      {fix.changes.map((change, index) => {
        const target = targetOf(change.layer, change.level)
        return (
          <div key={index} className="min-w-0">
            <div className="mb-1.5 flex items-center justify-between gap-3">
              <p className="min-w-0 text-xs text-muted">
                <span className="font-medium text-ink">
                  {change.isIntoUnseen === true ? (
                    PLACE_TEXT.statement
                  ) : change.policy === null ? (
                    PLACE_TEXT.policy
                  ) : (
                    <Name text={change.name} isOpenable />
                  )}
                </span>
                {target !== null && (
                  <>
                    {' '}
                    on <Name text={target} isOpenable />
                  </>
                )}{' '}
                · {LAYERS[fix.layer === 'trust' ? fix.layer : change.layer].tab}
              </p>
              {index === 0 && act}
            </div>
            <DiffLines before={change.before} after={changeText(change)} />
          </div>
        )
      })}
      <p className="text-muted">
        <Sentence words={fix.opens} />
      </p>
      {fix.failed?.map(({ standard, reason }) => (
        <p key={standard} data-standard={standard} className="text-depends">
          <Sentence words={reason} />
        </p>
      ))}
      <p className="flex items-start gap-1.5 text-xs text-muted">
        {!fix.isSupposed && <Check size={13} aria-hidden className="mt-0.5 shrink-0 text-allow" />}
        <span>
          <Sentence words={fix.proof} /> <span className="block">{fix.ownerText} can make this change.</span>
        </span>
      </p>
      <FixFormTabs judged={judged} fix={fix} />
    </div>
  )
}

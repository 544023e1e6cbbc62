import { AwsDocs } from '../../../ui/AwsDocs'
import { ANSWER_TEXTS } from '../answer-messages'
import { splitAction } from '../../../../iam/action'
import { WHEN_MESSAGES } from '../../../../facts/calls/when'
import { addCheck, checksOf } from '../../../../draft/checks/edit-checks'
import { checkFor, isSameCheck, suggestedChecks, type SuggestedCheck } from '../../../../draft/checks/suggested-checks'
import type { Draft, DraftCheck } from '../../../../draft/draft'
import type { CaseRequest } from '../../../../case/access-case'
import { checkWords, WHOLE_CALL } from '../../../../explanation/messages/call'
import { useReference } from '../../../reference/reference-queries'
import { Button } from '../../../ui/Button'
import { lazyPart } from '../../../ui/lazy-part'
import { classNames } from '../../../ui/class-names'
import { TONE_TEXT } from '../../../ui/tone'
import type { CheckRow as TableRow } from '../../../../diagnosis/check-table'
import type { CallCheck } from '../../../../diagnosis/call-checks'
import { useShownCheck } from '../../../state/shown-check'
import { isPuzzling } from './use-call-checks'
import { Sign } from '../../../shared/Sign'
import { AddCheck } from './AddCheck'
import { shortResource, useCheckRows } from './check-rows'
import { checkSign, OUTCOME_TONES } from './check-words'
import { BreakableName } from '../../../ui/Breakable'
import { Name } from '../../../ui/Name'

/** Few calls have one, and it is looked at on request. */
const CheckTable = lazyPart(async () => (await import('./CheckTable')).CheckTable)

/** Of checks that somebody added. */
const CheckFields = lazyPart(async () => (await import('./CheckFields')).CheckFields)

function CheckRow({
  check,
  isShown,
  onShow,
}: {
  readonly check: CallCheck
  readonly isShown: boolean
  readonly onShow: () => void
}) {
  const tone = OUTCOME_TONES[check.outcome]
  return (
    <button
      type="button"
      aria-current={isShown ? 'true' : undefined}
      onClick={onShow}
      className={classNames(
        'flex w-full items-start gap-2 border-l-2 px-3 py-2 text-left text-sm focus-visible:outline-offset-[-2px]',
        isShown ? 'border-accent-solid bg-accent-soft' : 'border-transparent hover:bg-hover',
      )}
    >
      <Sign name={checkSign(check)} size={14} className="mt-[3px]" />
      <span className="min-w-0 flex-1">
        <span className="block">
          <code className="term">{check.action === '' ? 'an action' : check.action}</code>
          <span className={classNames('font-medium', TONE_TEXT[tone])}> · {checkWords(check)}</span>
        </span>
        <span className="block truncate font-mono text-2xs text-muted">
          <Name text={check.resource} />
        </span>
      </span>
    </button>
  )
}

function OfferRow({ offer, onAdd }: { readonly offer: SuggestedCheck; readonly onAdd: (check: DraftCheck) => void }) {
  const { check, when, page } = offer
  return (
    <li className="flex items-start gap-2 py-1.5">
      <p className="min-w-0 flex-1 text-sm">
        <code className="term">{check.action}</code>{' '}
        <span className="font-mono text-2xs [overflow-wrap:anywhere] text-muted" title={check.resource}>
          <BreakableName text={shortResource(check.resource)} />
        </span>
        <span className="block text-xs text-muted">
          {WHEN_MESSAGES[when]} · <AwsDocs page={page} />
        </span>
      </p>
      <AddCheck offer={offer} onAdd={onAdd} />
    </li>
  )
}

interface OffersProps {
  readonly request: CaseRequest
  readonly draft: Draft
  /** The policies here allow and AWS denied: one of these is the likely cause. */
  readonly isPuzzle: boolean
  /** The checks of which each such call needs several; none where they are listed above. */
  readonly rows: readonly TableRow[]
  readonly onAdd: (check: DraftCheck) => void
}

function Offers({ request, draft, isPuzzle, rows, onAdd }: OffersProps) {
  const { service = '', name = '' } = splitAction(request.action.toLowerCase()) ?? {}
  const reference = useReference([service])
  const listed = reference.detail(service)?.dependents.get(name)
  const all = suggestedChecks(request, checksOf(draft), listed)
  // What stands in the table is offered there.
  const offers = all.filter(({ check }) => !rows.some((row) => isSameCheck(check, row)))
  return (
    <>
      {rows.length > 0 && <CheckTable rows={rows} offers={all} onAdd={onAdd} />}
      <div className="px-3 py-2">
        {(rows.length === 0 || offers.length > 0) && (
          <p className="text-sm text-muted">
            {offers.length === 0 ? ANSWER_TEXTS.noFurtherPermissionOf : 'This call can also need '}
            {offers.length === 1 && <code className="term">{offers[0]?.check.action}</code>}
            {offers.length > 1 && `${offers.length} further permissions`}
          </p>
        )}
        {isPuzzle && all.length > 0 && <p className="mt-1 text-sm">{ANSWER_TEXTS.awsCanDenyA}</p>}
        <ul className="mt-1 divide-y divide-line">
          {offers.map((offer) => (
            <OfferRow key={`${offer.check.action} ${offer.check.resource}`} offer={offer} onAdd={onAdd} />
          ))}
        </ul>
        <Button size="small" look="link" className="mt-1" onClick={() => onAdd(checkFor(request, '', ''))}>
          Another permission of this call
        </Button>
      </div>
    </>
  )
}

const NO_ROWS: readonly TableRow[] = []

/** The checks that one call needs: the request, those that the user added, and those that it can need besides. */
export function CallChecks() {
  const call = useShownCheck()
  const rows = useCheckRows()
  const request = call?.whole.diagnosis.built?.accessCase.request
  if (!call || !request || call.checks.length === 0) return null
  const { checks, outcome, shown, show, whole } = call
  const isPuzzle = checks.length === 1 && isPuzzling(whole.diagnosis)
  const add = (check: DraftCheck) => {
    whole.hold.edit((before) => addCheck(before, check))
    show(checks.length)
  }
  const hasFurther = checks.length > 1
  const offers = (
    <Offers
      request={request}
      draft={whole.diagnosis.draft}
      isPuzzle={isPuzzle}
      rows={hasFurther ? NO_ROWS : rows}
      onAdd={add}
    />
  )
  if (!hasFurther)
    return <div className="empty:hidden overflow-hidden rounded-lg border border-line bg-surface">{offers}</div>
  return (
    <section aria-label="Checks of this call" className="overflow-hidden rounded-lg border border-line bg-surface">
      <p className="px-3 pt-2 pb-1 text-xs text-muted">
        <span className="font-medium text-ink">This call needs {checks.length} checks.</span> {WHOLE_CALL[outcome]}
      </p>
      <ul className="divide-y divide-line border-y border-line">
        {checks.map((check, index) => (
          <li key={index}>
            <CheckRow check={check} isShown={index === shown} onShow={() => show(index)} />
            {index === shown && index > 0 && <CheckFields at={index - 1} />}
          </li>
        ))}
      </ul>
      {offers}
    </section>
  )
}

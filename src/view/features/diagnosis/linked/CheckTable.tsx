import { isSameCheck, type SuggestedCheck } from '../../../../draft/checks/suggested-checks'
import type { CheckRow } from '../../../../diagnosis/check-table'
import type { CallOutcome } from '../../../../evaluation/call-outcome'
import type { SignName } from '../../../shared/sign-shapes'
import { Sign } from '../../../shared/Sign'
import { classNames } from '../../../ui/class-names'
import { BreakableName } from '../../../ui/Breakable'
import { InParts, Name } from '../../../ui/Name'
import { TONE_TEXT, type Tone } from '../../../ui/tone'
import { ANSWER_TEXTS } from '../answer-messages'
import { AddCheck } from './AddCheck'
import { checksNeeded, shortResource } from './check-rows'

const SIGN_OF: Readonly<Record<CallOutcome, SignName>> = {
  denied: 'implicitDeny',
  allowed: 'allows',
  depends: 'depends',
}

const TONE_OF: Readonly<Record<CallOutcome, Tone>> = { denied: 'deny', allowed: 'allow', depends: 'depends' }

const CELL = 'border-b border-line px-3 py-1.5 align-top text-left font-normal'

interface RowProps extends Pick<CheckTableProps, 'onAdd'> {
  readonly row: CheckRow
  /** The same check, to be judged by itself; undefined where it is not offered. */
  readonly offer: SuggestedCheck | undefined
}

function Row({ row, offer, onAdd }: RowProps) {
  const { action, type, resource, decision, by, isRequest, isCertain } = row
  const reason = by !== '' && (
    <span className="block text-2xs text-muted">
      <Name text={by} />
    </span>
  )
  return (
    <tr
      data-action={action}
      data-resource={resource}
      data-decision={decision}
      aria-current={isRequest ? 'true' : undefined}
      className={isRequest ? 'bg-accent-soft' : undefined}
    >
      <th scope="row" className={CELL}>
        <span className="flex items-start gap-1.5">
          <Sign name={SIGN_OF[decision]} size={13} className="mt-[3px]" />
          <span className="min-w-0 [overflow-wrap:anywhere]">
            <code className="term">
              <InParts text={action} />
            </code>
            <span className="block font-mono text-2xs text-muted" title={resource === '' ? undefined : resource}>
              <BreakableName text={shortResource(resource, type)} />
            </span>
            {/* When AWS makes it is a sentence, which has no room beside it. */}
            {!isCertain && reason}
          </span>
        </span>
      </th>
      <td className={classNames(CELL, 'w-[8.5rem] [overflow-wrap:anywhere]')}>
        <span className={classNames('font-medium', TONE_TEXT[TONE_OF[decision]])}>{decision}</span>
        {offer && (
          <span className="ml-2">
            <AddCheck offer={offer} onAdd={onAdd} />
          </span>
        )}
        {isCertain && reason}
      </td>
    </tr>
  )
}

interface CheckTableProps {
  readonly rows: readonly CheckRow[]
  /** What can be judged by itself. */
  readonly offers: readonly SuggestedCheck[]
  readonly onAdd: (check: SuggestedCheck['check']) => void
}

/** Every check that AWS makes for the call that failed, with what the policies here make of it. */
export function CheckTable({ rows, offers, onAdd }: CheckTableProps) {
  return (
    <>
      <p className="px-3 pt-2 pb-1 text-xs text-muted">
        <span className="font-medium text-ink">{checksNeeded(rows)}</span> {ANSWER_TEXTS.othersCanStillDeny}
      </p>
      <table aria-label="Checks of this call" className="w-full border-collapse text-xs">
        <thead>
          <tr className="text-muted">
            <th scope="col" className={CELL}>
              Action and resource
            </th>
            <th scope="col" className={CELL}>
              Verdict
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row
              key={`${row.action} ${row.resource}`}
              row={row}
              offer={row.isRequest ? undefined : offers.find(({ check }) => isSameCheck(check, row))}
              onAdd={onAdd}
            />
          ))}
        </tbody>
      </table>
    </>
  )
}

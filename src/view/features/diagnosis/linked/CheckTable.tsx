import { resourcePart } from '../../../../iam/arn'
import { checkTable, type CheckRow } from '../../../../diagnosis/check-table'
import type { CallOutcome } from '../../../../evaluation/call-outcome'
import type { SignName } from '../../../shared/sign-shapes'
import { Sign } from '../../../shared/Sign'
import { useDiagnosis } from '../../../state/workbench'
import { classNames } from '../../../ui/class-names'
import { BreakableName } from '../../../ui/Breakable'
import { InParts, Name } from '../../../ui/Name'
import { TONE_TEXT, type Tone } from '../../../ui/tone'
import { messageText } from '../../../../text/message-text'
import { ANSWER_TEXTS } from '../answer-messages'

const SIGN_OF: Readonly<Record<CallOutcome, SignName>> = {
  denied: 'implicitDeny',
  allowed: 'allows',
  depends: 'depends',
}

const TONE_OF: Readonly<Record<CallOutcome, Tone>> = { denied: 'deny', allowed: 'allow', depends: 'depends' }

const CELL = 'border-b border-line px-3 py-1.5 align-top text-left font-normal'

/** What tells a resource apart: its ARN is long, and all of a call begin alike; the whole is there where it is pointed at. */
function shortName(resource: string, type: string): string {
  const part = resourcePart(resource)
  return type === '' || part.startsWith(type) ? part : `${type} ${part}`
}

function Row({ row }: { readonly row: CheckRow }) {
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
              <BreakableName text={resource === '' ? '<resource>' : shortName(resource, type)} />
            </span>
            {/* When AWS makes it is a sentence, which has no room beside it. */}
            {!isCertain && reason}
          </span>
        </span>
      </th>
      <td className={classNames(CELL, 'w-[8.5rem] [overflow-wrap:anywhere]')}>
        <span className={classNames('font-medium', TONE_TEXT[TONE_OF[decision]])}>{decision}</span>
        {isCertain && reason}
      </td>
    </tr>
  )
}

/** How many checks every such call needs, and how many only some of them. */
const needed = (sure: number, more: number): string =>
  messageText(more > 0 ? ANSWER_TEXTS.needsSomeMore : ANSWER_TEXTS.needsChecks, {
    checks: sure === 1 ? '1 check' : `${sure} checks`,
    more: `${more}`,
  })

/**
 * Every check that AWS makes for the call that failed, with what the policies here make of it. Nothing where each such call
 * makes one: what only some of them need stands under "Checks".
 */
export function CheckTable() {
  const rows = checkTable(useDiagnosis())
  const sure = rows.filter(({ isCertain }) => isCertain).length
  if (sure < 2) return null
  return (
    <section aria-label="Whole call" className="overflow-hidden rounded-lg border border-line bg-surface">
      <p className="px-3 pt-2 pb-1 text-xs text-muted">
        <span className="font-medium text-ink">{needed(sure, rows.length - sure)}</span>{' '}
        {ANSWER_TEXTS.othersCanStillDeny}
      </p>
      <div className="overflow-y-auto desk:max-h-96" tabIndex={0} role="group" aria-label="Rows of the checks">
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
              <Row key={`${row.action} ${row.resource}`} row={row} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

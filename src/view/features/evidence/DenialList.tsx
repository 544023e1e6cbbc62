import { resourcePart } from '../../../iam/arn'
import type { ReactNode } from 'react'
import type { Denial } from '../../../denial/denial'
import { isDetail } from '../../../draft/build/chosen-denial'
import { lookTogether, useTogether } from '../../state/together'
import { Badge } from '../../ui/Badge'
import { peopleName } from './people-names'
import { classNames } from '../../ui/class-names'
import { Name, Shown } from '../../ui/Name'

/** What is named within the service and the account: the end of an ARN, from its sixth part on. */
function shortName(text: string): string {
  return resourcePart(text)
}

function titleOf(denial: Denial): string {
  const { action, operation, service, errorCode } = denial
  const inferred = denial.inferred.action ?? null
  return action ?? inferred ?? operation ?? errorCode ?? service ?? 'An error without details'
}

const callerOf = (denial: Denial): string | null => denial.principal ?? denial.inferred.principal ?? null

/** A caller as people call it. */
const calledName = (principal: string): string => peopleName('principal', principal)?.name ?? shortName(principal)

interface DenialSummaryProps {
  readonly denial: Denial
  /** Is the caller the same in all rows, so that no row has to name it? */
  readonly isOneCaller: boolean
}

function DenialSummary({ denial, isOneCaller }: DenialSummaryProps) {
  const principal = isOneCaller ? null : callerOf(denial)
  const resource = denial.resource ?? denial.inferred.resource ?? null
  return (
    <>
      <span className="flex items-baseline gap-2">
        <code className="term min-w-0 flex-1 text-sm text-ink">
          <Name text={titleOf(denial)} />
        </code>
        {denial.kind === 'not-authorization' && <Badge>not a denial</Badge>}
        {denial.repeats !== undefined && denial.repeats > 1 && <Badge>{denial.repeats} times</Badge>}
      </span>
      {(principal !== null || resource !== null) && (
        <span className="block text-xs text-muted [overflow-wrap:anywhere]">
          {principal !== null && <Name text={calledName(principal)} />}
          {principal !== null && resource !== null && ' on '}
          {resource !== null && <Name text={shortName(resource)} />}
        </span>
      )}
    </>
  )
}

interface RowProps {
  readonly isCurrent: boolean
  readonly onChoose: () => void
  readonly children: ReactNode
}

function Row({ isCurrent, onChoose, children }: RowProps) {
  return (
    <li>
      <button
        type="button"
        aria-current={isCurrent ? 'true' : undefined}
        onClick={onChoose}
        className={classNames(
          'block w-full border-l-2 px-3 py-1.5 text-left focus-visible:outline-offset-[-2px]',
          isCurrent ? 'border-accent-solid bg-accent-soft' : 'border-transparent hover:bg-hover',
        )}
      >
        {children}
      </button>
    </li>
  )
}

const summaryOf = (denials: number, callers: ReadonlySet<string | null>): string => {
  const [only = null] = callers
  const whose = callers.size > 1 ? `${callers.size} callers` : only === null ? '' : calledName(only)
  return whose === '' ? `${denials} denials` : `${denials} denials · ${whose}`
}

/** More than this nobody reads in a list. */
const MOST_LISTED = 200

interface DenialListProps {
  readonly denials: readonly Denial[]
  readonly chosen: number
  readonly onChoose: (index: number) => void
}

/** The denials of a paste that holds several: all together first, then each; the chosen one fills the request. */
export function DenialList({ denials, chosen, onChoose }: DenialListProps) {
  const { isShown: isTogether } = useTogether(denials)
  const judged = denials.filter((denial) => denial.kind !== 'not-authorization' && !isDetail(denial))
  const callers = new Set(judged.map(callerOf))
  const others = denials.length - judged.length
  return (
    <section aria-label="Errors in the paste">
      <h3 className="eyebrow mb-1.5">
        {denials.length} {others === 0 ? 'denials' : 'errors'} in the paste
      </h3>
      <ul
        aria-label="Denials"
        className="max-h-64 divide-y divide-line overflow-y-auto rounded-lg border border-line bg-surface"
      >
        {judged.length > 1 && (
          <Row isCurrent={isTogether} onChoose={() => lookTogether(denials, true)}>
            <span className="block text-sm font-medium text-ink">All together</span>
            <span className="block truncate text-xs text-muted">
              <Shown text={summaryOf(judged.length, callers)} />
            </span>
          </Row>
        )}
        {denials.slice(0, MOST_LISTED).map((denial, index) => (
          <Row
            key={index}
            isCurrent={!isTogether && index === chosen}
            onChoose={() => {
              lookTogether(denials, false)
              onChoose(index)
            }}
          >
            <DenialSummary denial={denial} isOneCaller={callers.size === 1} />
          </Row>
        ))}
      </ul>
      {denials.length > MOST_LISTED && <p className="mt-1 text-xs text-muted">The first {MOST_LISTED} are listed.</p>}
    </section>
  )
}

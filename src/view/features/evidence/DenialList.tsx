import type { Denial } from '../../../denial/denial'
import { Badge } from '../../ui/Badge'
import { classNames } from '../../ui/class-names'
import { Name } from '../../ui/Name'

/** What is named within the service and the account: the end of an ARN, from its sixth part on. */
function shortName(text: string): string {
  return text.startsWith('arn:') ? text.split(':').slice(5).join(':') : text
}

function titleOf(denial: Denial): string {
  const { action, operation, service, errorCode } = denial
  const inferred = denial.inferred.action ?? null
  return action ?? inferred ?? operation ?? errorCode ?? service ?? 'An error without details'
}

function DenialSummary({ denial }: { readonly denial: Denial }) {
  const principal = denial.principal ?? denial.inferred.principal ?? null
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
        <span className="block truncate text-xs text-muted">
          {principal !== null && <Name text={shortName(principal)} />}
          {principal !== null && resource !== null && ' on '}
          {resource !== null && <Name text={shortName(resource)} />}
        </span>
      )}
    </>
  )
}

/** More than this nobody reads in a list. */
const MOST_LISTED = 200

interface DenialListProps {
  readonly denials: readonly Denial[]
  readonly chosen: number
  readonly onChoose: (index: number) => void
}

/** The denials of a paste that holds several; the chosen one fills the request. */
export function DenialList({ denials, chosen, onChoose }: DenialListProps) {
  return (
    <section aria-label="Errors in the paste">
      <h3 className="eyebrow mb-1.5">{denials.length} errors in the paste</h3>
      <ul
        aria-label="Denials"
        className="max-h-56 divide-y divide-line overflow-y-auto rounded-lg border border-line bg-surface"
      >
        {denials.slice(0, MOST_LISTED).map((denial, index) => (
          <li key={index}>
            <button
              type="button"
              aria-current={index === chosen ? 'true' : undefined}
              onClick={() => onChoose(index)}
              className={classNames(
                'block w-full border-l-2 px-3 py-1.5 text-left focus-visible:outline-offset-[-2px]',
                index === chosen ? 'border-accent-solid bg-accent-soft' : 'border-transparent hover:bg-hover',
              )}
            >
              <DenialSummary denial={denial} />
            </button>
          </li>
        ))}
      </ul>
      {denials.length > MOST_LISTED && <p className="mt-1 text-xs text-muted">The first {MOST_LISTED} are listed.</p>}
    </section>
  )
}

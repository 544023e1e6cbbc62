import { Check } from 'lucide-react'
import type { Fix } from '../../../explanation/explanation'
import type { Situation } from '../../../explanation/situation'
import { tabOf } from '../../shared/policy-tabs'
import { Button } from '../../ui/Button'
import { FixDiff } from './FixDiff'
import { FixFormTabs } from './FixFormTabs'
import { Sentence } from '../../shared/Sentence'
import type { CaseLayer } from '../../../iam/layers'

export interface FixListProps {
  /** What the fixes are of. */
  readonly situation: Situation
  readonly fixes: readonly Fix[]
  readonly targetOf: (layer: CaseLayer, level: number | null) => string | null
  readonly onApply: (fix: Fix) => void
}

/** The least change for each gate that stops the request, in the order of repair; wider ones behind it. */
export function FixList({ situation, fixes, targetOf, onApply }: FixListProps) {
  const least = fixes.filter((fix) => fix.least)
  return (
    <ol aria-label="Fixes" className="flex flex-col gap-3">
      {least.map((fix, index) => {
        const wider = fixes.filter((other) => other.layer === fix.layer && !other.least)
        return (
          <li key={fix.layer} data-layer={fix.layer} className="rounded-lg border border-line bg-surface p-3">
            <FixBody
              situation={situation}
              fix={fix}
              number={least.length > 1 ? index + 1 : null}
              targetOf={targetOf}
              onApply={() => onApply(fix)}
            />
            {wider.length > 0 && (
              <details className="mt-3 border-t border-line pt-2">
                <summary className="text-xs text-muted hover:text-ink">
                  {wider.length === 1 ? 'Another way, which opens more' : `${wider.length} other ways, which open more`}
                </summary>
                <ul className="mt-3 flex flex-col gap-4">
                  {wider.map((other, at) => (
                    <li key={at} data-layer={other.layer}>
                      <FixBody
                        situation={situation}
                        fix={other}
                        number={null}
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
    </ol>
  )
}

interface FixBodyProps {
  readonly situation: Situation
  readonly fix: Fix
  readonly number: number | null
  readonly targetOf: FixListProps['targetOf']
  readonly onApply: () => void
}

function FixBody({ situation, fix, number, targetOf, onApply }: FixBodyProps) {
  return (
    <div className="flex flex-col gap-2 text-sm">
      <p className="font-medium">
        {number !== null && <span className="text-muted">{number}. </span>}
        <Sentence words={fix.sentence} />
      </p>
      {fix.least && fix.remedy.length > 0 && (
        <p>
          <Sentence words={fix.remedy} />
        </p>
      )}
      {fix.changes.map((change, index) => {
        const target = targetOf(change.layer, change.level)
        return (
          <div key={index} className="min-w-0">
            <p className="mb-1 text-xs text-muted">
              {change.policy === null ? 'New policy ' : ''}
              <span className="font-medium text-ink">{change.name}</span>
              {target === null ? '' : ` on ${target}`} · {tabOf(change.layer).name}
            </p>
            <FixDiff before={change.before} after={change.after} name={change.name} />
          </div>
        )
      })}
      <p className="text-muted">
        <Sentence words={fix.opens} />
      </p>
      <div className="flex items-center gap-3">
        <p className="flex min-w-0 flex-1 items-start gap-1.5 text-xs text-muted">
          <Check size={13} aria-hidden className="mt-0.5 shrink-0 text-allow" />
          <span>
            <Sentence words={fix.proof} /> <span className="block">{fix.ownerText} can make it.</span>
          </span>
        </p>
        <Button look="primary" size="small" onClick={onApply}>
          Apply
        </Button>
      </div>
      <FixFormTabs situation={situation} fix={fix} />
    </div>
  )
}

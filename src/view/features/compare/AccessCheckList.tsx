import type { AccessCheck } from '../../../comparison/access-checks'
import type { AccessChange } from '../../../comparison/comparison'
import { checkSentence } from '../../../comparison/describe-comparison'
import { Sentence } from '../../shared/Sentence'
import { Sign } from '../../shared/Sign'
import { Button } from '../../ui/Button'
import { Field } from '../../ui/Field'
import { COMPARE_WORDS } from './compare-words'

const SIGNS = { passes: 'allows', fails: 'implicitDeny', 'cannot-say': 'depends' } as const

interface AccessCheckListProps {
  readonly checks: readonly AccessCheck[]
  /** What must not be granted, as it is typed. */
  readonly actions: string
  readonly resources: string
  readonly onActions: (text: string) => void
  readonly onResources: (text: string) => void
  readonly onOpen: (change: AccessChange) => void
}

/** The checks that a change is held to: each passes by proof, or fails by a request that can be opened. */
export function AccessCheckList({ checks, actions, resources, onActions, onResources, onOpen }: AccessCheckListProps) {
  return (
    <section
      aria-label={COMPARE_WORDS.checks}
      className="mt-2 mb-4 rounded-lg border border-line bg-surface px-3.5 py-3"
    >
      <ul aria-label={COMPARE_WORDS.checks} className="grid gap-2 text-sm">
        {checks.map((check) => {
          const [change] = check.changes
          return (
            <li
              key={check.id}
              data-check={check.id}
              data-result={check.result}
              className="flex items-start gap-2 [overflow-wrap:anywhere]"
            >
              <Sign name={SIGNS[check.result]} size={14} className="mt-1" />
              <span className="min-w-0 flex-1">
                <Sentence words={checkSentence(check)} />{' '}
                {change !== undefined && (
                  <Button look="link" size="small" onClick={() => onOpen(change)}>
                    {COMPARE_WORDS.open}
                  </Button>
                )}
              </span>
            </li>
          )
        })}
      </ul>
      <details className="mt-3 border-t border-line pt-2" open={actions !== '' || resources !== ''}>
        <summary className="text-xs text-muted hover:text-ink">{COMPARE_WORDS.notGranted}</summary>
        <div className="mt-2 grid gap-2">
          <Field
            label={COMPARE_WORDS.actions}
            mono
            placeholder="iam:*, kms:Decrypt"
            value={actions}
            onChange={({ target }) => onActions(target.value)}
          />
          <Field
            label={COMPARE_WORDS.resources}
            mono
            hint={COMPARE_WORDS.resourcesHint}
            placeholder="arn:aws:s3:::secrets/*"
            value={resources}
            onChange={({ target }) => onResources(target.value)}
          />
        </div>
      </details>
    </section>
  )
}

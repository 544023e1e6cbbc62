import { AWS_TEXTS } from './messages'
import type { ImportChange } from '../../../aws/apply-import'
import { tabOf } from '../../shared/policy-tabs'

const CHANGE_WORDS = [
  ['added', 'adds'],
  ['changed', 'changes'],
  ['removed', 'takes away'],
] as const

/** What an import would change in the editors, layer by layer. */
export function ChangeList({
  changes,
  keys,
}: {
  readonly changes: readonly ImportChange[]
  readonly keys: readonly string[]
}) {
  if (changes.length + keys.length === 0) return <p className="mt-1 text-xs">{AWS_TEXTS.theEditorsHoldWhat}</p>
  return (
    <ul className="mt-1 list-disc pl-4 text-xs [overflow-wrap:anywhere]" aria-label="What it would change">
      {changes.map((change) => (
        <li key={change.layer}>
          {tabOf(change.layer).name}:{' '}
          {[
            ...CHANGE_WORDS.filter(([kind]) => change[kind].length > 0).map(
              ([kind, word]) => `${word} ${change[kind].join(', ')}`,
            ),
            ...(change.becomesNone ? ['says that none is attached'] : []),
          ].join('; ')}
        </li>
      ))}
      {keys.length > 0 && <li>Request context: adds {keys.join(', ')}</li>}
    </ul>
  )
}

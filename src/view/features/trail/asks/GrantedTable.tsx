import { TRAIL_TEXTS } from '../messages'
import { useMemo, useState } from 'react'
import type { GrantedService } from '../../../../trail/needs/unused-grants'
import { Notice } from '../../../ui/Notice'
import { Segmented } from '../../../ui/Segmented'
import { useShown } from '../../../ui/use-shown'
import { Name } from '../../../ui/Name'
import { counted } from '../sizes'
import { Time } from '../Time'
import { someNames } from './needs-messages'

interface GrantedTableProps {
  readonly granted: readonly GrantedService[]
  readonly policies: readonly string[]
}

const CELL = 'border-b border-line px-2 py-1.5 align-top'

/** What the policies that a principal has grant, and when it was used last. */
export function GrantedTable({ granted, policies }: GrantedTableProps) {
  const [which, setWhich] = useState<'services' | 'actions'>('services')
  if (policies.length === 0) return <Notice tone="depends">{TRAIL_TEXTS.noIdentityBasedPolicy}</Notice>
  const all = granted.reduce((sum, { actions }) => sum + actions.length, 0)
  const unused = granted.reduce((sum, one) => sum + one.unused, 0)
  return (
    <section aria-label="Unused grants" className="space-y-2">
      <h2 className="text-base font-semibold">What it has but doesn’t use</h2>
      <p className="text-sm text-muted">
        <Name text={someNames(policies)} /> {policies.length === 1 ? 'grants' : 'grant'}{' '}
        {counted(all, 'action', 'actions')} of {counted(granted.length, 'service', 'services')};{' '}
        {unused.toLocaleString('en')} of them were not used in this trail. Data calls that are not in it may be used all
        the same.
      </p>
      <Segmented
        label="Show"
        value={which}
        options={[
          { value: 'services', label: 'Services' },
          { value: 'actions', label: 'Unused actions' },
        ]}
        onChange={setWhich}
      />
      {which === 'services' ? <Services granted={granted} /> : <Actions granted={granted} />}
    </section>
  )
}

function Services({ granted }: Pick<GrantedTableProps, 'granted'>) {
  const { rows, more } = useShown(granted)
  return (
    <>
      <table aria-label="Granted services" className="w-full border-collapse text-sm">
        <thead>
          <tr className="text-left text-xs text-muted">
            <th className={CELL}>Service</th>
            <th className={`${CELL} text-right`}>Granted</th>
            <th className={`${CELL} text-right`}>Unused</th>
            <th className={CELL}>Last use</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ prefix, actions, unused, last }) => (
            <tr key={prefix}>
              <td className={CELL}>
                <code className="text-xs">{prefix}</code>
              </td>
              <td className={`${CELL} text-right tabular-nums`}>{actions.length.toLocaleString('en')}</td>
              <td className={`${CELL} text-right tabular-nums`}>{unused.toLocaleString('en')}</td>
              <td className={CELL}>
                {last === null ? <span className="text-muted">not in this trail</span> : <Time value={last} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {more}
    </>
  )
}

function Actions({ granted }: Pick<GrantedTableProps, 'granted'>) {
  const unused = useMemo(() => granted.flatMap(({ actions }) => actions.filter(({ count }) => count === 0)), [granted])
  const { rows, more } = useShown(unused)
  return (
    <>
      <table aria-label="Unused actions" className="w-full border-collapse text-sm">
        <thead>
          <tr className="text-left text-xs text-muted">
            <th className={CELL}>Action</th>
            <th className={CELL}>Access level</th>
            <th className={CELL}>Granted by</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ action, level, by: [policy, statement] }) => (
            <tr key={action}>
              <td className={CELL}>
                <code className="text-xs">{action}</code>
              </td>
              <td className={CELL}>{level}</td>
              <td className={CELL}>
                policy {policy + 1}, statement {statement + 1}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {more}
    </>
  )
}

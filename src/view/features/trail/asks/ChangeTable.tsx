import { TRAIL_TEXTS } from '../messages'
import { Download } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { ChangeAnswer } from '../../../../trail/asks/answer-change'
import { caseOfChange } from '../../../../trail/asks/case-of-change'
import { changesToCsv } from '../../../../trail/asks/change-csv'
import type { ChangeKind } from '../../../../trail/change/compare-decisions'
import { layerTitle } from '../../../../iam/layer-titles'
import { useIntake } from '../../../state/intake'
import { Badge } from '../../../ui/Badge'
import { Button } from '../../../ui/Button'
import { Name, Shown } from '../../../ui/Name'
import { Notice } from '../../../ui/Notice'
import { saveFile } from '../../../ui/save-file'
import { Segmented } from '../../../ui/Segmented'
import { useShown } from '../../../ui/use-shown'
import { ShortArn } from '../Arn'
import { counted } from '../sizes'
import { KIND_WORDS, lineWords, OUTCOME_WORDS } from './change-messages'

const CELL = 'border-b border-line px-2 py-1.5 align-top [overflow-wrap:anywhere]'
const KINDS = Object.keys(KIND_WORDS) as readonly ChangeKind[]

/** The calls that are decided otherwise, and how much is not. */
export function ChangeTable({ answer }: { readonly answer: ChangeAnswer }) {
  const { changes, asked, unchanged, contradicted, unread, unreadable, isFullAccessAssumed, open } = answer
  const [kind, setKind] = useState<ChangeKind | 'all'>('all')
  const { takeText } = useIntake()
  const kinds = useMemo(() => {
    const counts = new Map<ChangeKind, number>()
    for (const change of changes) counts.set(change.kind, (counts.get(change.kind) ?? 0) + change.count)
    return counts
  }, [changes])
  const kept = useMemo(
    () =>
      changes
        .filter((change) => kind === 'all' || change.kind === kind)
        .toSorted((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || b.count - a.count),
    [changes, kind],
  )
  const { rows, more } = useShown(kept)
  const options = KINDS.flatMap((value) => {
    const count = kinds.get(value)
    return count === undefined
      ? []
      : [{ value, label: `${KIND_WORDS[value].word} ${count.toLocaleString('en')}`, tone: KIND_WORDS[value].tone }]
  })
  return (
    <section aria-label="What changes" className="space-y-3">
      {unreadable.map(({ layer, side }) => (
        <Notice key={`${layer} ${side}`} tone="depends">
          No policy found in what you pasted as {layerTitle(layer)}, {side}.
        </Notice>
      ))}
      {contradicted > 0 && (
        <Notice tone="depends">
          AWS allowed {counted(contradicted, 'check', 'checks')} that the policies before deny: they are not all that
          was attached, or not as it was. What is said of the change stands on them.
        </Notice>
      )}
      {isFullAccessAssumed && <p className="text-sm text-muted">{TRAIL_TEXTS.noScpHereAllows}</p>}
      <p role="status" className="text-sm text-muted">
        {counted(asked, 'check', 'checks')}: {unchanged.toLocaleString('en')} decided as before
        {open > 0 &&
          `, ${open.toLocaleString('en')} of them open before and after, on keys or layers that the log does not tell`}
        , {(asked - unchanged).toLocaleString('en')} otherwise.
        {unread > 0 && ` ${counted(unread, 'event does', 'events do')} not say who called, or what.`}
      </p>
      {changes.length > 0 && (
        <>
          <div className="flex flex-wrap items-center justify-between gap-2">
            <Segmented<ChangeKind | 'all'>
              label="Changes shown"
              value={kind}
              options={[{ value: 'all', label: 'All' }, ...options]}
              onChange={setKind}
              className="max-w-full flex-wrap"
            />
            <Button
              size="small"
              icon={<Download size={14} aria-hidden />}
              onClick={() => saveFile('changes.csv', 'text/csv', changesToCsv(kept))}
            >
              Save as CSV
            </Button>
          </div>
          <table aria-label="Calls that are decided otherwise" className="w-full table-fixed border-collapse text-sm">
            <thead>
              <tr className="text-left text-xs text-muted">
                <th className={`${CELL} w-14 text-right`}>Calls</th>
                <th className={`${CELL} w-32 desk:w-36`}>Change</th>
                <th className={CELL}>Principal and action</th>
                <th className={`${CELL} w-56 max-desk:hidden`}>Before</th>
                <th className={`${CELL} w-24 desk:w-72`}>After</th>
                <th className={`${CELL} w-14`}>
                  <span className="sr-only">Open</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((change, at) => (
                <tr key={at}>
                  <td className={`${CELL} text-right font-medium tabular-nums`}>{change.count.toLocaleString('en')}</td>
                  <td className={CELL}>
                    <Badge tone={KIND_WORDS[change.kind].tone}>{KIND_WORDS[change.kind].word}</Badge>
                    <span className="mt-0.5 block text-2xs text-muted">{OUTCOME_WORDS[change.outcome]}</span>
                  </td>
                  <td className={CELL}>
                    <ShortArn value={change.principal} />
                    <span className="block">
                      <code className="text-xs">
                        <Name text={change.action} />
                      </code>{' '}
                      <span className="text-xs text-muted">
                        on{' '}
                        {change.resources[0] === '' ? (
                          'a resource that the log does not say'
                        ) : (
                          <Name text={change.resources[0] ?? ''} />
                        )}
                        {change.resourceCount > 1 && ` and ${(change.resourceCount - 1).toLocaleString('en')} more`}
                      </span>
                    </span>
                  </td>
                  <td className={`${CELL} text-xs text-muted max-desk:hidden`}>
                    <Shown text={lineWords(change.before)} />
                  </td>
                  <td className={`${CELL} text-xs`}>
                    <Shown text={lineWords(change.after)} />
                  </td>
                  <td className={CELL}>
                    <Button
                      size="small"
                      look="link"
                      aria-label={`Open as a case: ${change.action}, ${change.principal}`}
                      onClick={() => takeText(JSON.stringify(caseOfChange(change, answer.sets)))}
                    >
                      Open
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {more}
        </>
      )}
    </section>
  )
}

import { useId } from 'react'
import { REDACTION_KINDS, type RedactionKind } from '../../../permalink/redaction/kinds'
import type { FoundName } from '../../../permalink/redaction/find-names'
import type { Redaction, StandIn } from '../../../permalink/redaction/redact'
import { Notice } from '../../ui/Notice'

const KINDS = Object.keys(REDACTION_KINDS) as RedactionKind[]

const STYLE_NOTES: Readonly<Record<StandIn['style'], string>> = {
  example: '',
  shaped: 'of the same length, because a pattern counts its characters',
  kept: 'stays: the verdict hangs on it',
}

interface RedactionSectionProps {
  /** The names that can be replaced. */
  readonly names: readonly FoundName[]
  readonly chosen: ReadonlySet<RedactionKind>
  /** What came of it; null while nothing is chosen. */
  readonly redaction: Redaction | null
  readonly onChange: (chosen: ReadonlySet<RedactionKind>) => void
}

/** Offers to replace names by stand-ins before sharing, shows each, and says that the verdict is the same. */
export function RedactionSection({ names, chosen, redaction, onChange }: RedactionSectionProps) {
  const id = useId()
  const offered = KINDS.filter((kind) => names.some((name) => name.kind === kind))
  if (offered.length === 0) return null
  const toggle = (kind: RedactionKind) => {
    const next = new Set(chosen)
    if (!next.delete(kind)) next.add(kind)
    onChange(next)
  }
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="eyebrow">
        Replace names by stand-ins
      </h3>
      <div role="group" aria-labelledby={id} className="mt-1.5 flex flex-wrap gap-x-4 gap-y-1.5 text-sm">
        <label className="flex cursor-pointer items-center gap-1.5 font-medium">
          <input
            type="checkbox"
            checked={offered.every((kind) => chosen.has(kind))}
            onChange={({ target }) => onChange(new Set(target.checked ? offered : []))}
            className="accent-(--accent)"
          />
          All
        </label>
        {offered.map((kind) => (
          <label key={kind} className="flex cursor-pointer items-center gap-1.5">
            <input
              type="checkbox"
              checked={chosen.has(kind)}
              onChange={() => toggle(kind)}
              className="accent-(--accent)"
            />
            {REDACTION_KINDS[kind].label}
          </label>
        ))}
      </div>
      {redaction && (
        <div className="mt-2 space-y-2">
          <Notice tone={redaction.sameVerdict ? 'allow' : 'depends'}>
            {redaction.sameVerdict
              ? 'Judged again with the stand-ins: the verdict, the layer and the statement are the same.'
              : 'With stand-ins the verdict is another one. Share the case as it is, or choose fewer kinds.'}
          </Notice>
          <div
            tabIndex={0}
            role="group"
            aria-label="Stand-ins"
            className="max-h-44 overflow-auto rounded-lg border border-line"
          >
            <table className="w-full text-xs">
              <thead className="sr-only">
                <tr>
                  <th scope="col">Name</th>
                  <th scope="col">Stand-in</th>
                </tr>
              </thead>
              <tbody className="divide-y divide-line">
                {redaction.standIns.map(({ original, standIn, style }) => (
                  <tr key={original}>
                    <td className="term px-2.5 py-1">{original}</td>
                    <td className="px-2.5 py-1">
                      {style !== 'kept' && <span className="term">{standIn}</span>}{' '}
                      <span className="text-muted">{STYLE_NOTES[style]}</span>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </div>
      )}
    </section>
  )
}

import { AwsDocs } from '../../ui/AwsDocs'
import { ENDPOINT_KEY } from '../../../facts/keys/condition-keys'
import { RotateCcw } from 'lucide-react'
import { memo } from 'react'
import type { CaseFacts } from '../../../case/access-case'
import type { Draft } from '../../../draft/draft'
import { setFact, type FactValue } from '../../../draft/edit/edit-facts'
import { IconButton } from '../../ui/Button'
import { CommandLines } from '../../ui/CommandLines'
import { useFold } from '../../ui/use-fold'
import { isSameBut } from '../../../text/replace-equal-deep'
import { useDiagnosis, useDraftHold, useDraftPart, type DraftHold } from '../../state/workbench'
import { ChoiceControl, GrantsControl, TextControl } from './FactControls'
import { factRows, type FactRow } from './fact-rows'
import { factSceneOf, type FactScene } from './fact-scene'

interface FactItemProps {
  readonly row: FactRow
  readonly value: unknown
  readonly scene: FactScene
  readonly onSet: (value: FactValue) => void
}

function FactItem(props: FactItemProps) {
  const { row, value, scene, onSet } = props
  const { control, label, effect, commands, page } = row
  return (
    <li className="py-2.5">
      <div className="flex flex-wrap items-center justify-between gap-x-2 gap-y-1">
        <span className="text-sm">{label}</span>
        <span className="flex items-center gap-1">
          {control.kind === 'choice' && <ChoiceControl {...props} control={control} />}
          {control.kind !== 'choice' && value !== undefined && (
            <IconButton label={`Take back: ${label}`} size="small" className="-my-1" onClick={() => onSet(undefined)}>
              <RotateCcw size={13} aria-hidden />
            </IconButton>
          )}
        </span>
      </div>
      {control.kind === 'text' && <TextControl {...props} control={control} />}
      {control.kind === 'grants' && <GrantsControl {...props} />}
      <p className="mt-1 text-xs text-muted">{effect(value, scene)}</p>
      <details className="mt-0.5 text-xs text-muted">
        <summary className="py-0.5 hover:text-ink">How to find out</summary>
        <div className="mt-1 space-y-1.5">
          {commands(scene).map((line, at, all) => (
            <CommandLines
              key={at}
              title={all.length > 1 ? `Command ${at + 1} of ${all.length}` : 'Command'}
              line={line}
            />
          ))}
          <AwsDocs page={page} />
        </div>
      </details>
    </li>
  )
}

const factsOf = ({ facts }: Draft): CaseFacts => facts as CaseFacts

/** What no policy can say and that can matter here: each fact with what it does to the verdict. */
export function RequestFacts() {
  const { edit } = useDraftHold()
  const { built, draft } = useDiagnosis()
  const facts = useDraftPart(factsOf)
  const fold = useFold(Object.keys(facts).length > 0)
  if (built === null || built.missing.length > 0) return null
  const { request, linked } = built.accessCase
  const endpoint = built.context.find(({ key }) => key.toLowerCase() === ENDPOINT_KEY.toLowerCase())?.values[0] ?? null
  const scene = factSceneOf([request, ...(linked ?? [])], request.principal, draft, endpoint)
  return <Facts scene={scene} facts={facts} edit={edit} isOpen={fold.open} onToggle={fold.onToggle} />
}

interface FactsProps extends Pick<DraftHold, 'edit'> {
  readonly scene: FactScene
  readonly facts: CaseFacts
  readonly isOpen: boolean
  readonly onToggle: ReturnType<typeof useFold>['onToggle']
}

const Facts = memo(
  function Facts({ scene, facts, edit, isOpen, onToggle }: FactsProps) {
    const rows = factRows(scene, facts)
    if (rows.length === 0) return null
    return (
      <section aria-label="Facts about this request">
        <details open={isOpen} onToggle={onToggle}>
          <summary className="py-0.5">
            <h3 className="eyebrow inline">Account facts</h3>{' '}
            <span className="text-xs text-muted">· {rows.length}</span>
          </summary>
          <ul className="mt-1 divide-y divide-line">
            {rows.map((row) => (
              <FactItem
                key={row.name}
                row={row}
                value={facts[row.name]}
                scene={scene}
                onSet={(value) => edit((before) => setFact(before, row.name, value), `fact:${row.name}`)}
              />
            ))}
          </ul>
        </details>
      </section>
    )
  },
  (before, after) => isSameBut('onToggle', before, after),
)

import { DETAILS_TEXTS } from './details-messages'
import { messageText } from '../../../text/message-text'
import { capped, LONGEST } from '../../ui/capped'
import { FullNote } from '../../ui/FullNote'
import { useId } from 'react'
import { RotateCcw } from 'lucide-react'
import { isPlainText } from '../../../case/read-case'
import { setHole } from '../../../draft/edit/edit-draft'
import type { BuiltHole } from '../../../draft/build/find-case-holes'
import { Button, IconButton } from '../../ui/Button'
import { useShown } from '../../ui/use-shown'
import type { DraftHold } from '../../state/workbench'

/** So many holes are shown before the reader asks for more. */
const HOLES_AT_FIRST = 30

/** Where a hole stands, in words. */
function places({ fields, policies }: BuiltHole): string {
  const inPolicies = policies === 0 ? [] : [policies === 1 ? 'one policy' : `${policies} policies`]
  const inRequest = fields.length === 0 ? [] : ['the request']
  return [...inRequest, ...inPolicies].join(' and ')
}

function HoleRow({ hole, edit }: { readonly hole: BuiltHole; readonly edit: DraftHold['edit'] }) {
  const id = useId()
  const { name, value, shown, isEllipsis } = hole
  const put = (next: string | null) => edit((before) => setHole(before, name, next), `hole:${name}`)
  const isRefused = value !== null && !isPlainText(value)
  return (
    <li className="grid grid-cols-[5.75rem_minmax(0,1fr)] gap-x-2 py-1.5 text-sm">
      <label htmlFor={id} className="pt-1 font-mono text-xs wrap-anywhere text-muted">
        {name}
      </label>
      <div className="min-w-0">
        {isEllipsis ? (
          <p className="pt-1 text-xs text-muted">Left out in {places(hole)}; each may be different.</p>
        ) : (
          <>
            <div className="flex items-start gap-1">
              <input
                id={id}
                value={value ?? ''}
                placeholder="anything"
                aria-describedby={`${id}-note`}
                aria-invalid={isRefused}
                maxLength={LONGEST.name}
                onChange={capped(LONGEST.name, ({ target }) => put(target.value === '' ? null : target.value))}
                spellCheck={false}
                autoComplete="off"
                className="-ml-1.5 min-h-7 w-full min-w-0 rounded-md border border-transparent bg-transparent px-1.5 py-1 font-mono text-xs hover:border-line-strong focus:border-line-strong focus:bg-surface"
              />
              {value !== null && (
                <IconButton label={`Take back what you set for ${name}`} size="small" onClick={() => put(null)}>
                  <RotateCcw size={13} aria-hidden />
                </IconButton>
              )}
            </div>
            <FullNote value={value ?? ''} longest={LONGEST.name} />
            <p id={`${id}-note`} className="mt-0.5 text-xs text-muted">
              {isRefused
                ? DETAILS_TEXTS.onlyPlainTextCounts
                : value === null
                  ? messageText(DETAILS_TEXTS.maskedInPlacesWhat, { places: places(hole) })
                  : `Assumed for ${places(hole)}.`}
            </p>
            {value === null && shown !== null && (
              <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-muted">
                <span className="wrap-anywhere">
                  The error shows <code className="font-mono text-ink">{shown}</code>.
                </span>
                <Button size="small" aria-label={`Assume ${shown} for ${name}`} onClick={() => put(shown)}>
                  Assume it
                </Button>
              </p>
            )}
          </>
        )}
      </div>
    </li>
  )
}

/** What is masked or left out, and what each is assumed to be: nothing, until somebody fills it in. */
export function HoleList({ holes, edit }: { readonly holes: readonly BuiltHole[]; readonly edit: DraftHold['edit'] }) {
  const { rows, more } = useShown(holes, HOLES_AT_FIRST)
  if (holes.length === 0) return null
  return (
    <section aria-label="Missing values">
      <h3 className="mt-3 eyebrow">Missing values</h3>
      <ul className="mt-1 divide-y divide-line">
        {rows.map((hole) => (
          <HoleRow key={hole.name} hole={hole} edit={edit} />
        ))}
      </ul>
      {more}
    </section>
  )
}

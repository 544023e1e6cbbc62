import { AwsDocs } from '../../ui/AwsDocs'
import { SMALL_LINK_CLASS } from '../../ui/link-class'
import { Locate } from 'lucide-react'
import { memo, useMemo } from 'react'
import type { Answer, Cause } from '../../../explanation/answer'
import type { Evidence } from '../../../explanation/evidence'
import { toldCauses } from '../../../explanation/words/told-causes'
import { plainText, type Phrase, type Words } from '../../../text/phrase'
import { CAUSE_WORDS } from './judged-messages'
import { LAYERS, type Layer } from '../../../iam/layers'
import { softened } from '../../shared/soften'
import { classNames } from '../../ui/class-names'
import { Sentence } from '../../shared/Sentence'
import { CommandLines } from '../../ui/CommandLines'

interface CauseListProps {
  /** What the causes are of. */
  readonly answer: Answer
  /** The action of the request. */
  readonly action: string
  /** The layer that the first fix changes; null: there is none. */
  readonly repaired: Layer | null
  /** The answer above, where it says a cause whole: that cause is called by its headline alone. */
  readonly said: Answer | null
  readonly onReveal: (evidence: Evidence) => void
}

/** The actions that a cause is about, separated by a space. */
function actionsOf({ about, statements }: Cause, action: string): string {
  const named = statements.flatMap(({ Action: one }) => (Array.isArray(one) ? (one as unknown[]) : [one]))
  const actions = [about?.action ?? '', ...named].filter((one): one is string => typeof one === 'string' && one !== '')
  return actions.length > 0 ? [...new Set(actions)].join(' ') : action
}

/** What the cause is about: a layer, a policy that nobody has named, or no policy at all. */
const placeOf = ({ layer, decision }: Cause): string => {
  if (layer !== 'none') return LAYERS[layer].short
  return decision === 'none' ? CAUSE_WORDS.noPolicy : CAUSE_WORDS.anotherPolicy
}

/** What can have denied, the likeliest first: what speaks for it and against it, how to check it, what would repair it. */
export const CauseList = memo(function CauseList({ answer, action, repaired, said, onReveal }: CauseListProps) {
  const causes = useMemo(() => toldCauses(answer), [answer])
  if (causes.length === 0) return null
  return (
    <ol aria-label="Causes" className="flex flex-col divide-y divide-line rounded-lg border border-line bg-surface">
      {causes.map((cause, index) => (
        <li
          key={`${cause.code}/${index}`}
          data-layer={cause.layer}
          data-basis={cause.basis}
          data-action={actionsOf(cause, action)}
          className="grid grid-cols-[auto_minmax(0,1fr)_auto] gap-x-2.5 p-3 text-sm"
        >
          <span
            aria-hidden
            className={classNames(
              'grid size-5 place-items-center rounded-full border text-2xs font-semibold tabular-nums',
              NUMBER_LOOKS[cause.basis],
            )}
          >
            {index + 1}
          </span>
          <CauseBody
            cause={index === 0 && isSaidByFix(cause, repaired) ? { ...cause, remedy: [] } : cause}
            sentence={sentenceOf(cause, said)}
            onReveal={onReveal}
          />
          <p className="text-right text-xs text-muted">
            <span className={cause.basis === 'likely' ? 'block text-depends' : 'block text-deny'}>
              {isUnlikely(cause) ? CAUSE_WORDS.unlikely : CAUSE_WORDS[cause.basis]}
            </span>
            {placeOf(cause)}
          </p>
        </li>
      ))}
    </ol>
  )
})

const NUMBER_LOOKS: Readonly<Record<Cause['basis'], string>> = {
  proven: 'border-deny-line bg-deny-soft text-deny',
  claimed: 'border-deny-line bg-deny-soft text-deny',
  likely: 'border-dashed border-depends-line bg-depends-soft text-depends',
}

/** Has a cause only something against it? It is said, and folded. */
const isUnlikely = ({ isRefuted, speaksFor, speaksAgainst, basis }: Cause): boolean =>
  basis === 'likely' && (isRefuted || (speaksFor.length === 0 && speaksAgainst.length > 0))

/** Is what would repair it no more than the fix of its layer, which stands beside it? */
const isSaidByFix = ({ code, layer }: Cause, repaired: Layer | null): boolean =>
  layer === repaired && (code === 'layer-lacks' || code === 'layer-not-given')

interface BodyProps extends Pick<CauseListProps, 'onReveal'> {
  readonly cause: Cause
}

const sentenceOf = ({ sentence }: Cause, said: Answer | null): Phrase =>
  said?.fact && plainText(said.fact.sentence) === plainText(sentence) ? said.headline : sentence

function CauseBody({ cause, sentence: words, onReveal }: BodyProps & { readonly sentence: Phrase }) {
  const sentence = <Sentence words={softened(words, cause.basis)} />
  if (!isUnlikely(cause))
    return (
      <div className="flex min-w-0 flex-col gap-1">
        <p className="font-medium">{sentence}</p>
        <CauseMore cause={cause} onReveal={onReveal} />
      </div>
    )
  return (
    <details className="min-w-0">
      <summary className="text-muted">{sentence}</summary>
      <div className="mt-1 flex flex-col gap-1">
        <CauseMore cause={cause} onReveal={onReveal} />
      </div>
    </details>
  )
}

function CauseMore({ cause, onReveal }: BodyProps) {
  return (
    <>
      <Grounds title={CAUSE_WORDS.speaksFor} grounds={cause.speaksFor} />
      <Grounds title={CAUSE_WORDS.speaksAgainst} grounds={cause.speaksAgainst} />
      {cause.note.length > 0 && (
        <p className="text-xs text-muted">
          <Sentence words={cause.note} />
        </p>
      )}
      {cause.remedy.length > 0 && (
        <p className="flex gap-1.5">
          <span aria-hidden className="text-accent">
            →
          </span>
          <span className="min-w-0">
            <Sentence words={cause.remedy} />
          </span>
        </p>
      )}
      <p className="flex flex-wrap gap-x-4 *:min-h-6">
        {cause.evidence && (
          <button type="button" className={SMALL_LINK_CLASS} onClick={() => cause.evidence && onReveal(cause.evidence)}>
            <Locate size={11} aria-hidden />
            Show the line
          </button>
        )}
        {/* Of what AWS itself names, that page would say that it is only possible. */}
        {!(cause.code === 'layer-not-given' && cause.basis === 'claimed') && (
          <a href={`#/why/${cause.code}`} className={SMALL_LINK_CLASS}>
            What this means
          </a>
        )}
        {cause.page !== null && <AwsDocs page={cause.page} className={SMALL_LINK_CLASS} />}
      </p>
      {cause.check !== null && (
        <details>
          <summary className="py-1 text-xs text-muted hover:text-ink">How to check it</summary>
          <div className="mt-1 flex flex-col gap-1.5">
            <p>
              <Sentence words={cause.check.sentence} />
            </p>
            {cause.check.command && <CommandLines title="Command" line={cause.check.command} />}
          </div>
        </details>
      )}
    </>
  )
}

function Grounds({ title, grounds }: { readonly title: string; readonly grounds: readonly (readonly Words[])[] }) {
  if (grounds.length === 0) return null
  return (
    <p className="text-xs text-muted">
      {title}{' '}
      {grounds.map((ground, index) => (
        <span key={index}>
          {index > 0 && ' '}
          <Sentence words={ground} />
        </span>
      ))}
    </p>
  )
}

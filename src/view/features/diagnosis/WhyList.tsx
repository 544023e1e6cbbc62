import { memo, useCallback, useEffect, useRef, useState, type ReactNode } from 'react'
import type { Evidence } from '../../../explanation/evidence'
import type { StatementStory } from '../../../explanation/explanation'
import { Badge } from '../../ui/Badge'
import { Button } from '../../ui/Button'
import { classNames } from '../../ui/class-names'
import { isSameBut } from '../../../text/replace-equal-deep'
import { Sentence } from '../../shared/Sentence'
import { Sign } from '../../shared/Sign'
import { ELEMENT_SIGNS, signOf, type StatementSign } from '../../../diagnosis/statement-signs'
import { foldAlike, groupStories, type WhyGroup } from './why-groups'
import type { CaseLayer } from '../../../iam/layers'
import { Name } from '../../ui/Name'

/** How many statements are drawn before the reader asks for more. */
const SHOWN_AT_FIRST = 40
/** Fewer that say the same stand alone. */
const LEAST_FOLDED = 3
/** Up to this many statements all stand open; in a longer list only those that decide something do. */
const OPEN_AT_MOST = 4

const SIGN_TEXT: Readonly<Record<StatementSign, string>> = {
  allows: 'Allows this request',
  denies: 'Denies this request',
  depends: 'Depends on something unknown',
  noMatch: 'Does not match this request',
}

interface WhyListProps {
  readonly stories: readonly StatementStory[]
  /** The name of an SCP or RCP level; null for the other layers. */
  readonly targetOf: (layer: CaseLayer, level: number | null) => string | null
  readonly onReveal: (evidence: Evidence) => void
}

/** Statement by statement, why it matched or did not. */
export function WhyList({ stories, targetOf, onReveal }: WhyListProps) {
  const [limit, setLimit] = useState(SHOWN_AT_FIRST)
  const groups = capGroups(groupStories(stories), limit)
  // A key moves the spans of all that stands behind it, which is no reason to draw the statements again.
  const latest = useRef(stories)
  useEffect(() => {
    latest.current = stories
  }, [stories])
  const revealElement = useCallback(
    ({ layer, place }: StatementStory, element: number) => {
      const story = latest.current.find((each) => each.layer === layer && isSameBut('', each.place, place))
      onReveal({ layer, place, span: story?.elements[element]?.span ?? null })
    },
    [onReveal],
  )
  const hidden = stories.length - groups.reduce((sum, group) => sum + group.stories.length, 0)
  return (
    <div className="flex flex-col gap-5">
      {groups.map((group) => (
        <section key={group.layer} aria-label={group.name}>
          <h3 className="eyebrow mb-2">{group.name}</h3>
          <ul className="flex flex-col gap-1.5">
            {foldAlike(group.stories).map(({ summary, stories: same }) => {
              const list = same.map((story) => (
                <Story
                  key={placeKey(story)}
                  story={story}
                  target={targetOf(story.layer, story.place.level)}
                  startsOpen={story.decisive || stories.length <= OPEN_AT_MOST}
                  onReveal={revealElement}
                />
              ))
              const [first] = same
              return same.length < LEAST_FOLDED || first === undefined ? (
                list
              ) : (
                <Alike key={placeKey(first)} count={same.length} summary={summary}>
                  {list}
                </Alike>
              )
            })}
          </ul>
        </section>
      ))}
      {hidden > 0 && (
        <Button size="small" className="self-start" onClick={() => setLimit(limit * 5)}>
          Show {Math.min(hidden, limit * 4)} more of {hidden} statements
        </Button>
      )}
    </div>
  )
}

const placeKey = ({ place }: StatementStory): string => `${place.level ?? ''}/${place.policy}/${place.statement}`

interface AlikeProps {
  readonly count: number
  readonly summary: string
  readonly children: ReactNode
}

/** Statements that say the same, as one row; each of them on demand. */
function Alike({ count, summary, children }: AlikeProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <li className="rounded-lg border border-line bg-surface">
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className="flex items-start gap-2 px-3 py-2 text-sm text-muted hover:bg-hover focus-visible:outline-offset-[-2px]">
          <Sign name="noMatch" size={15} className="mt-0.5" />
          <span className="min-w-0 flex-1">
            <span className="font-medium text-ink">{count} statements</span> · {summary}
          </span>
        </summary>
        {isOpen && <ul className="flex flex-col gap-1.5 border-t border-line p-2">{children}</ul>}
      </details>
    </li>
  )
}

function capGroups(groups: readonly WhyGroup[], limit: number): readonly WhyGroup[] {
  let room = limit
  return groups.flatMap((group) => {
    const stories = group.stories.slice(0, room)
    room -= stories.length
    return stories.length > 0 ? [{ ...group, stories }] : []
  })
}

interface StoryProps {
  /** Its spans may be of a text before: ask for them by place. */
  readonly story: StatementStory
  readonly target: string | null
  readonly startsOpen: boolean
  /** Shows the element with this index. */
  readonly onReveal: (story: StatementStory, element: number) => void
}

const Story = memo(
  function Story({ story, target, startsOpen, onReveal }: StoryProps) {
    const sign = signOf(story)
    return (
      <li
        className={classNames(
          'overflow-hidden rounded-lg border bg-surface [contain-intrinsic-size:auto_3rem] [content-visibility:auto]',
          story.decisive ? 'border-deny-line' : 'border-line',
        )}
      >
        <details open={startsOpen}>
          <summary className="flex items-start gap-2 px-3 py-2 hover:bg-hover focus-visible:outline-offset-[-2px]">
            <Sign name={sign} size={15} className="mt-0.5" />
            <span className="sr-only">{SIGN_TEXT[sign]}:</span>
            <span className="min-w-0 flex-1 text-sm">
              <span className="font-medium [overflow-wrap:anywhere]">
                <Name text={story.policyName} />
                {target !== null && (
                  <span className="font-normal text-muted">
                    {' '}
                    on <Name text={target} />
                  </span>
                )}
              </span>{' '}
              <span className="text-muted">
                ·{' '}
                {story.sid === null ? (
                  `statement ${story.place.statement + 1}`
                ) : (
                  <code className="term">
                    <Name text={story.sid} />
                  </code>
                )}
              </span>
              <span className="block text-muted">
                <Sentence words={story.summary} isInControl />
              </span>
            </span>
            {story.decisive ? <Badge tone="deny">decides</Badge> : <Badge>{story.effect ?? 'effect not given'}</Badge>}
          </summary>
          <ul className="border-t border-line py-1">
            {story.elements.map((element, index) => (
              <li key={index}>
                <button
                  type="button"
                  className="flex w-full items-start gap-2 px-3 py-1 text-start text-sm hover:bg-hover focus-visible:outline-offset-[-2px]"
                  onClick={() => onReveal(story, index)}
                >
                  <Sign name={ELEMENT_SIGNS[element.matches]} size={13} className="mt-[3px]" />
                  <span className="min-w-0 [overflow-wrap:anywhere]">
                    <code className="term text-muted">
                      <Name text={element.element} />
                    </code>{' '}
                    <Sentence words={element.sentence} isInControl />
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </details>
      </li>
    )
  },
  (before, after) => isSameBut('span', before, after),
)

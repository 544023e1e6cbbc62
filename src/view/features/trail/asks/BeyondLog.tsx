import { useMemo } from 'react'
import type { AccessCase } from '../../../../case/access-case'
import { wholeDifference } from '../../../../comparison/whole-difference'
import { BEYOND_MESSAGES } from '../../../../comparison/comparison-messages'
import { describeComparison, type DescribedChange } from '../../../../comparison/describe-comparison'
import { servicesInPolicies } from '../../../../comparison/policies-of-text'
import { layerTitle } from '../../../../iam/layer-titles'
import { message } from '../../../../text/message'
import { messageText } from '../../../../text/message-text'
import type { ChangeAnswer } from '../../../../trail/asks/answer-change'
import { comparedLayers, type LayerQuestion } from '../../../../trail/asks/compared-layers'
import { Sentence } from '../../../shared/Sentence'
import { useComparison } from '../../../state/comparison/use-comparison'
import { useIntake } from '../../../state/intake'
import { Badge } from '../../../ui/Badge'
import { Button } from '../../../ui/Button'
import { BEYOND_LOG_WORDS } from './change-messages'

/** So many kinds of requests are told, each way. */
const MOST = 4

const NOTHING_CHECKED = { actions: [], resources: [] } as const

/** What the change does to calls that are not in the log, layer by layer. */
export function BeyondLog({ answer: { sets } }: { readonly answer: ChangeAnswer }) {
  const questions = useMemo(() => comparedLayers(sets), [sets])
  if (questions.length === 0) return null
  return (
    <section aria-label={BEYOND_LOG_WORDS.title} className="space-y-4 border-t border-line pt-4">
      <div>
        <h2 className="text-sm font-semibold">{BEYOND_LOG_WORDS.title}</h2>
        <p className="text-xs text-muted">{BEYOND_LOG_WORDS.eachAlone}</p>
      </div>
      {questions.map((question) => (
        <LayerChange key={question.layer} question={question} />
      ))}
    </section>
  )
}

function LayerChange({ question }: { readonly question: LayerQuestion }) {
  const services = useMemo(() => servicesInPolicies(question.before, question.after), [question])
  const { comparison, state } = useComparison(question, NOTHING_CHECKED, services)
  const changes = useMemo(() => (comparison === null ? [] : describeComparison(comparison).changes), [comparison])
  const layer = layerTitle(question.layer)
  if (comparison === null)
    return (
      <p role="status" className="text-sm text-muted">
        {messageText(BEYOND_LOG_WORDS[state === 'failed' ? 'failed' : 'running'], { layer })}
      </p>
    )
  const of = (kind: DescribedChange['kind']) => changes.filter((one) => one.kind === kind)
  return (
    <div data-compared={question.layer} className="space-y-2">
      <Part difference={wholeDifference(comparison, 'lost')} changes={of('lost')} kind="lost" question={question} />
      <Part difference={wholeDifference(comparison, 'opened')} changes={of('new')} kind="new" question={question} />
    </div>
  )
}

interface PartProps {
  readonly difference: ReturnType<typeof wholeDifference>
  readonly changes: readonly DescribedChange[]
  readonly kind: DescribedChange['kind']
  readonly question: LayerQuestion
}

/** What is lost, or new: proven to be nothing, or shown by requests. */
function Part({ difference: { outcome, isComplete, beyond }, changes, kind, question }: PartProps) {
  const { takeText } = useIntake()
  const words = BEYOND_LOG_WORDS[kind]
  const open = ({ change }: DescribedChange) => {
    const opened: AccessCase = {
      version: 1,
      request: change.witness.request,
      policies: { ...(kind === 'lost' ? question.after : question.before), otherLayers: 'unknown' },
    }
    takeText(JSON.stringify(opened))
  }
  return (
    <div data-kind={kind} data-outcome={outcome} className="text-sm">
      <p className="flex flex-wrap items-baseline gap-2">
        <Badge tone={outcome === 'nothing' ? 'allow' : outcome === 'cannot-say' ? 'unknown' : words.tone}>
          {outcome === 'nothing'
            ? BEYOND_LOG_WORDS.proven
            : outcome === 'cannot-say'
              ? BEYOND_LOG_WORDS.open
              : words.word}
        </Badge>
        <Sentence words={message(words[outcome], { layer: layerTitle(question.layer) })} />
      </p>
      {changes.length > 0 && (
        <ul className="mt-1 list-disc space-y-1 pl-6">
          {changes.slice(0, MOST).map((one, at) => (
            <li key={at} className="[overflow-wrap:anywhere]">
              <Sentence words={one.sentence} />{' '}
              <Button look="link" size="small" onClick={() => open(one)}>
                {BEYOND_LOG_WORDS.openCase}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {changes.length > MOST && (
        <p className="mt-1 text-xs text-muted">
          {messageText(BEYOND_LOG_WORDS.more, { count: changes.length - MOST })}
        </p>
      )}
      {!isComplete && (
        <p className="mt-1 text-xs text-muted">{beyond.map((code) => BEYOND_MESSAGES[code]).join(' ')}</p>
      )}
    </div>
  )
}

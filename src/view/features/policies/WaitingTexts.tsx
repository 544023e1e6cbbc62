import { useMemo } from 'react'
import type { UnplacedPolicy } from '../../../draft/paste/place-policies'
import type { CaseLayer } from '../../../iam/layers'
import type { WordedProblem } from '../../../diagnosis/worded-problems'
import { readableDocument } from '../../../policy/complete-document'
import { ExampleCode } from '../../shared/ExampleCode'
import { nameOfText } from '../../shared/reveal-line'
import { PolicyLine } from '../../shared/PolicyLine'
import { tabOf } from '../../shared/policy-tabs'
import { useIntake } from '../../state/intake'
import { useWaitingPolicies } from '../../state/waiting-policies'
import { useWaitingProblems } from '../../state/waiting-problems'
import { Button } from '../../ui/Button'
import { Name } from '../../ui/Name'
import { useShown } from '../../ui/use-shown'

/** So many of them are shown, and so many lines of each, before the reader asks for more. */
const TEXTS_AT_FIRST = 3
const LINES_AT_FIRST = 60
/** No more of a text is laid out and shown, in characters. */
const LONGEST_SHOWN = 20_000

/**
 * The policies that wait for a layer, where they would stand: read, and not counted. `layer`: the one that is open; null where
 * none is, and each is offered its likeliest.
 */
export function WaitingTexts({ layer }: { readonly layer: CaseLayer | null }) {
  const layerFor = ({ policy: { candidates } }: UnplacedPolicy): CaseLayer | undefined =>
    layer === null ? candidates[0] : candidates.find((one) => one === layer)
  const waiting = useWaitingPolicies().filter(({ policy }) => policy.text !== '')
  const { rows, more } = useShown(waiting, TEXTS_AT_FIRST)
  const checked = useWaitingProblems()
  const looksOf = (asked: UnplacedPolicy) => {
    const problems = checked.find((one) => one.asked === asked)?.problems
    return problems ? looksIn(problems) : undefined
  }
  return (
    <>
      {rows.map((asked, index) => (
        <section key={index} aria-label={`Not used yet: ${asked.policy.name}`} className="flex flex-col gap-2">
          <div className="flex flex-wrap items-center justify-between gap-2">
            <p className="min-w-0 truncate text-sm">
              <span className="font-medium">
                <Name text={asked.policy.name} />
              </span>
              <span className="text-muted"> · not used yet</span>
            </p>
            <CountButton asked={asked} layer={layerFor(asked)} />
          </div>
          <Lines name={asked.policy.name} text={asked.policy.text} looks={looksOf(asked)} />
        </section>
      ))}
      {more}
    </>
  )
}

interface CountButtonProps {
  readonly asked: UnplacedPolicy
  /** Undefined: the policy can't be of the layer that is open. */
  readonly layer: CaseLayer | undefined
}

function CountButton({ asked, layer }: CountButtonProps) {
  const { put } = useIntake()
  if (layer === undefined) return null
  const { short } = tabOf(layer)
  return (
    <Button size="small" aria-label={`Put into ${short}: ${asked.policy.name}`} onClick={() => void put(asked, layer)}>
      Put into {short}
    </Button>
  )
}

/** The look of each line that has a problem, by its place from 1: a wave below it, so that colour is not the only sign. */
type LineLooks = ReadonlyMap<number, string>

const WAVES: Readonly<Record<WordedProblem['severity'], string>> = {
  error: 'bg-deny-soft wave decoration-deny',
  securityWarning: 'bg-depends-soft wave decoration-depends',
  warning: 'bg-depends-soft wave decoration-depends',
  suggestion: '',
}

const looksIn = (problems: readonly WordedProblem[]): LineLooks =>
  // The worst come first, and have the last word.
  new Map(problems.toReversed().map(({ line, severity }) => [line, WAVES[severity]]))

interface LinesProps {
  readonly name: string
  readonly text: string
  readonly looks: LineLooks | undefined
}

function Lines({ name, text, looks }: LinesProps) {
  const lines = useMemo(() => {
    if (text.length > LONGEST_SHOWN) return [...text.slice(0, LONGEST_SHOWN).split('\n'), '…']
    return readableDocument(text).split('\n')
  }, [text])
  const { rows, more } = useShown(lines, LINES_AT_FIRST)
  return (
    <>
      <ExampleCode
        name={nameOfText(name)}
        lines={rows}
        markOf={(at) => `${at}`.padStart(2)}
        lookOf={(at) => looks?.get(at) ?? ''}
        drawn={(line) => <PolicyLine text={line} />}
      />
      {more}
    </>
  )
}

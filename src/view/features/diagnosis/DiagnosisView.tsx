import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react'
import type { CombinedChanges } from '../../../explanation/fixes/combine-fixes'
import type { Answer } from '../../../explanation/answer'
import type { Evidence } from '../../../explanation/evidence'
import type { Explanation, Gate } from '../../../explanation/explanation'
import { briefFact, untoldFact } from '../../../explanation/words/shorten-fact'
import { Sentence } from '../../shared/Sentence'
import { giveFocus } from '../../ui/landmarks'
import { tabOfEvaluated } from '../../shared/policy-tabs'
import { Tab, TabList, TabPanel, Tabs } from '../../ui/Tabs'
import { CauseList } from './CauseList'
import { FindingList } from './FindingList'
import { diagramSignature } from '../../shared/gate-look'
import { gatesAhead, gateSteps } from '../../shared/gate-steps'
import { GatesDiagram } from '../../shared/GatesDiagram'
import { GatesPlayer } from './GatesPlayer'
import { Badge } from '../../ui/Badge'
import { AnswerBand } from './AnswerBand'
import { TakenForGranted } from './TakenForGranted'
import { Caveats, Difference } from './Caveats'
import { useCallChecks } from './linked/use-call-checks'
import { checksNeeded, useCheckRows } from './linked/check-rows'
import { Button } from '../../ui/Button'
import { ANSWER_TEXTS } from './answer-messages'
import { SidePane } from './SidePane'
import { SavePicture } from './SavePicture'
import { VerdictRegion } from './VerdictRegion'
import { AssumedPolicies, WaitingPolicies } from './WaitingPolicies'
import { WhyList } from './WhyList'
import type { CaseLayer } from '../../../iam/layers'
import { lazyPart } from '../../ui/lazy-part'
import { afterEngine } from '../../state/engine'

const CallChecks = lazyPart(afterEngine(async () => (await import('./linked/CallChecks')).CallChecks))

/** An explanation, and what the page does where somebody follows it. */
export interface DiagnosisViewProps {
  readonly explanation: Explanation
  /** The action of the request, for the diagram. */
  readonly action: string
  readonly targetOf: (layer: CaseLayer, level: number | null) => string | null
  readonly onReveal: (evidence: Evidence) => void
  /** The step of the gates that is shown, by its place; null shows the whole picture. */
  readonly playedAt: number | null
  readonly onPlay: (step: number | null, evidence: Evidence | null) => void
  /** What hands out the link to a step, from 1; null: to the whole picture. */
  readonly linkTo: (step: number | null) => ReactNode
  readonly onShowLayer: (layer: CaseLayer) => void
  /** Which of several denials of a paste this is. */
  readonly oneOf: { readonly chosen: number; readonly of: number } | null
  /** What is said of all of them, where they are looked at together. */
  readonly ofAll: CombinedChanges | null
  /** What to do first. */
  readonly actions: ReactNode
  /** What stands before "Why", and after "Checks", where there is anything. */
  /** The id of the tab that was chosen; empty for none. */
  readonly chosen: string
  readonly onChosen: (tab: string) => void
  readonly tabsBefore: readonly DiagnosisTab[]
  readonly tabsAfter: readonly DiagnosisTab[]
  /** The requests that are kept with the case; null where there is no place for them. */
  readonly tests: ReactNode
  /** Does no policy decide? Then there is no picture of layers, and no list of checks. */
  readonly isPlain: boolean
  /** Is one question asked first? Then the causes stand beside it. */
  readonly isAsking: boolean
  /** The layer that the first fix changes; null: there is none. */
  readonly repaired: CaseLayer | 'trust' | null
  /** Is a change tried here that may lift what AWS reported? */
  readonly isTried: boolean
  /** What is said of such a change while it has a blank. */
  readonly blank: Pick<Answer, 'headline' | 'fact'> | null
  /** What stands below all of it. */
  readonly footer: ReactNode
}

/** A tab of the diagnosis. */
export interface DiagnosisTab {
  readonly name: string
  readonly content: ReactNode
}

/** The answer in the words that hold for all denials of a paste. */
function answerOfAll(answer: Answer, { whole, apart }: CombinedChanges): Answer {
  if (apart) return { ...answer, headline: apart.headline, fact: null }
  return whole?.headline
    ? { ...answer, headline: whole.headline, fact: { sentence: whole.fact, evidence: null, line: null } }
    : answer
}

/** Ids hold no spaces: a panel is named by the id of its tab. */
const idOf = (name: string): string => name.toLowerCase().replaceAll(' ', '-')

/** The answer, and beside the policies tabs with what to do, why, and the request's way through the gates. */
export function DiagnosisView(props: DiagnosisViewProps) {
  const {
    explanation,
    action,
    targetOf,
    onReveal,
    playedAt,
    onPlay,
    linkTo,
    onShowLayer,
    oneOf,
    ofAll,
    actions,
    chosen,
    onChosen,
    tabsBefore,
    tabsAfter,
    tests,
    isPlain,
    isAsking,
    repaired,
    isTried,
    blank,
    footer,
  } = props
  const { answer, claim, diagram, findings, statements } = explanation
  const said = useMemo(
    () => (ofAll ? answerOfAll(answer, ofAll) : blank ? { ...answer, ...blank } : answer),
    [ofAll, blank, answer],
  )
  const isApart = Boolean(ofAll?.apart)
  const untold = useMemo(() => untoldFact(said), [said])
  const gates = useMemo(() => diagram.lanes.flatMap((lane) => lane.gates), [diagram])
  // By place, in a diagram of these gates: a verdict that is worked out again has other objects.
  const [visited, setVisited] = useState<{ readonly at: number; readonly among: string } | null>(null)
  const steps = useMemo(() => gateSteps(diagram), [diagram])
  const step = playedAt === null ? null : (steps[playedAt] ?? null)
  const among = diagramSignature(diagram)
  const current = (visited?.among === among ? gates[visited.at] : undefined) ?? step

  const ahead = useMemo(() => gatesAhead(diagram, step), [diagram, step])

  const visit = useCallback(
    (gate: Gate | null) => setVisited(gate && { at: gates.indexOf(gate), among }),
    [gates, among],
  )
  const open = useCallback(
    (gate: Gate) => {
      const { layer } = tabOfEvaluated(gate.layer)
      if (gate.evidence) onReveal(gate.evidence)
      else onShowLayer(layer)
    },
    [onReveal, onShowLayer],
  )

  const play = (gate: Gate | null) => {
    onChosen('path')
    onPlay(gate === null ? null : steps.indexOf(gate), gate?.evidence ?? null)
  }

  const { count: checks, isPuzzle } = useCallChecks()
  const hasChecks = checks === 1 && !isPlain
  const rows = useCheckRows()
  useEffect(() => giveFocus('diagnosis'), [])
  const why: readonly DiagnosisTab[] =
    statements.length + findings.length + answer.causes.length > 0 || untold
      ? [
          {
            name: 'Why',
            content: (
              <div className="flex flex-col gap-5">
                {untold && !isAsking && (
                  <p className="text-sm">
                    <Sentence words={untold} />
                  </p>
                )}
                <CauseList
                  answer={answer}
                  action={action}
                  repaired={repaired}
                  said={(isAsking && answer.question) || briefFact(said) ? null : said}
                  onReveal={onReveal}
                />
                <FindingList findings={findings} onReveal={onReveal} />
                <WhyList stories={statements} targetOf={targetOf} onReveal={onReveal} />
              </div>
            ),
          },
        ]
      : []
  // Several causes are told apart first; one alone is repaired.
  const isToldApart = isAsking && (answer.causes.length !== 1 || Boolean(answer.question))
  const tabs: readonly DiagnosisTab[] = [
    ...(isToldApart ? [...why, ...tabsBefore] : [...tabsBefore, ...why]),
    ...(gates.length > 0 && !isPlain
      ? [
          {
            name: 'Path',
            content: (
              <>
                <GatesDiagram
                  diagram={diagram}
                  action={action}
                  current={current}
                  ahead={ahead}
                  onVisit={visit}
                  onOpen={open}
                />
                <GatesPlayer steps={steps} step={step} visited={current} onStep={play} linkTo={linkTo}>
                  <SavePicture diagram={diagram} action={action} />
                </GatesPlayer>
              </>
            ),
          },
        ]
      : []),
    ...(hasChecks ? [{ name: 'Checks', content: <ChecksAndTests tests={tests} /> }] : []),
    // Seven tabs are more than the row holds: the tests stand below the checks, where there are any.
    ...(tests !== null && !hasChecks ? [{ name: 'Tests', content: tests }] : []),
    ...tabsAfter,
  ]
  // A step is looked at in the picture; where nothing here denies, a further check may.
  const byItself = playedAt !== null ? 'path' : isPuzzle && tabsBefore.length === 0 ? 'checks' : ''
  const names = tabs.map(({ name }) => idOf(name))
  const shown = [chosen, byItself, names[0]].find((name) => name !== undefined && names.includes(name)) ?? ''

  return (
    <>
      <AnswerBand actions={actions} holdsTwo={answer.decision === 'implicitDeny' && !isAsking && !isPlain}>
        <VerdictRegion
          answer={said}
          claim={claim}
          isAsking={isAsking}
          isApart={isApart}
          isTried={isTried}
          isFinished={blank === null}
          onReveal={onReveal}
        >
          {oneOf && !isApart && (
            <Badge>
              {ofAll?.whole ? `${ofAll.whole.denials} denials` : `denial ${oneOf.chosen + 1} of ${oneOf.of}`}
            </Badge>
          )}
          <WaitingPolicies />
          <AssumedPolicies />
          <TakenForGranted answer={answer} />
        </VerdictRegion>
      </AnswerBand>
      <SidePane className={isPlain ? '*:max-w-3xl' : ''}>
        {checks > 1 && !isPlain && <CallChecks />}
        <Difference claim={claim} />
        {tabs.length > 0 && (
          <Tabs value={shown} onValueChange={onChosen}>
            <TabList aria-label="Diagnosis" className="flex-wrap max-desk:gap-0">
              {tabs.map(({ name }) => (
                <Tab key={name} value={idOf(name)} className="px-2! max-desk:px-1.5!">
                  {name}
                </Tab>
              ))}
            </TabList>
            {tabs.map(({ name, content }) => (
              <TabPanel key={name} value={idOf(name)} className="pt-3">
                {content}
              </TabPanel>
            ))}
          </Tabs>
        )}
        {hasChecks && !isApart && rows.length > 0 && /^(?:fix|why)?$/.test(shown) && (
          <p className="-mt-2 text-sm text-muted">
            {checksNeeded(rows)}{' '}
            <Button look="link" className="h-auto" onClick={() => onChosen('checks')}>
              {ANSWER_TEXTS.seeTheChecks}
            </Button>
          </p>
        )}
        {!isApart && <Caveats answer={answer} />}
        {footer}
      </SidePane>
    </>
  )
}

const ChecksAndTests = ({ tests }: { readonly tests: ReactNode }) => (
  <div className="flex flex-col gap-5">
    <CallChecks />
    {tests}
  </div>
)

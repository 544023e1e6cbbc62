import { ArrowDown } from 'lucide-react'
import { useCallback, useMemo, useRef, useState, type ReactNode } from 'react'
import type { Evidence, Explanation, Gate } from '../../../explanation/explanation'
import { tabOfEvaluated } from '../../shared/policy-tabs'
import { Button } from '../../ui/Button'
import { Tab, TabList, TabPanel, Tabs } from '../../ui/Tabs'
import { CauseList } from './CauseList'
import { FindingList } from './FindingList'
import { diagramSignature } from '../../shared/gate-look'
import { gatesAhead, stepsOf } from '../../shared/gate-steps'
import { GatesDiagram } from '../../shared/GatesDiagram'
import { GatesPlayer } from './GatesPlayer'
import { CallChecks } from './linked/CallChecks'
import { SavePicture } from './SavePicture'
import { VerdictRegion } from './VerdictRegion'
import { WhyList, whyGroupId } from './WhyList'
import type { CaseLayer } from '../../../iam/layers'

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
  /** What stands beside "Why", where there is anything. */
  readonly moreTabs: readonly DiagnosisTab[]
}

/** A tab of the diagnosis. */
export interface DiagnosisTab {
  readonly name: string
  readonly content: ReactNode
}

/** The tab with the changes that let the request pass. */
const FIX_TAB = 'Fix'

/** Ids hold no spaces: a panel is named by the id of its tab. */
const idOf = (name: string): string => name.toLowerCase().replaceAll(' ', '-')

/** The verdict, the gates, and tabs with what stands behind them. */
export function DiagnosisView(props: DiagnosisViewProps) {
  const { explanation, action, targetOf, onReveal, playedAt, onPlay, linkTo, onShowLayer, moreTabs } = props
  const { answer, claim, diagram, findings, statements } = explanation
  const gates = useMemo(() => diagram.lanes.flatMap((lane) => lane.gates), [diagram])
  // By place, in a diagram of these gates: a verdict that is worked out again has other objects.
  const [visited, setVisited] = useState<{ readonly at: number; readonly among: string } | null>(null)
  const [chosen, setChosen] = useState('why')
  const steps = useMemo(() => stepsOf(diagram), [diagram])
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
      setChosen('why')
      requestAnimationFrame(() => document.getElementById(whyGroupId(layer))?.scrollIntoView({ block: 'nearest' }))
    },
    [onReveal, onShowLayer],
  )

  const tabs: readonly DiagnosisTab[] = [
    ...(statements.length + findings.length + answer.causes.length > 0
      ? [
          {
            name: 'Why',
            content: (
              <div className="flex flex-col gap-5">
                <CauseList causes={answer.causes} onReveal={onReveal} />
                <FindingList findings={findings} onReveal={onReveal} />
                <WhyList stories={statements} targetOf={targetOf} onReveal={onReveal} />
              </div>
            ),
          },
        ]
      : []),
    ...moreTabs,
  ]
  const shown = tabs.some(({ name }) => idOf(name) === chosen) ? chosen : idOf(tabs[0]?.name ?? '')

  const tabsPlace = useRef<HTMLDivElement>(null)
  const hasFix = tabs.some(({ name }) => name === FIX_TAB)
  const showFix = () => {
    setChosen(idOf(FIX_TAB))
    requestAnimationFrame(() => {
      tabsPlace.current?.scrollIntoView({ block: 'start' })
      tabsPlace.current?.querySelector<HTMLElement>('[aria-selected=true]')?.focus({ preventScroll: true })
    })
  }

  return (
    <div className="relative flex flex-col gap-4">
      {hasFix && (
        // In the line of the pane's heading: it comes after the verdict, and moves nothing.
        <Button
          size="small"
          look="quiet"
          icon={<ArrowDown size={14} aria-hidden />}
          className="absolute -top-8.5 -right-2"
          onClick={showFix}
        >
          See the fix
        </Button>
      )}
      <VerdictRegion answer={answer} claim={claim} onReveal={onReveal} />
      <CallChecks />
      {gates.length > 0 && (
        <div>
          <GatesDiagram
            diagram={diagram}
            action={action}
            current={current}
            ahead={ahead}
            onVisit={visit}
            onOpen={open}
          />
          <GatesPlayer
            steps={steps}
            step={step}
            visited={current}
            onStep={(gate) => onPlay(gate === null ? null : steps.indexOf(gate), gate?.evidence ?? null)}
            linkTo={linkTo}
          >
            <SavePicture diagram={diagram} action={action} />
          </GatesPlayer>
        </div>
      )}
      {tabs.length > 0 && (
        <Tabs ref={tabsPlace} value={shown} onValueChange={setChosen}>
          <TabList aria-label="Diagnosis">
            {tabs.map(({ name }) => (
              <Tab key={name} value={idOf(name)}>
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
    </div>
  )
}

import { useState, type ReactNode } from 'react'
import type { PolicyLayer } from '../../case/access-case'
import type { Evidence, Explanation, Gate } from '../../explanation/explanation'
import { tabOfEvaluated } from '../policies/policy-tabs'
import { Tab, TabList, TabPanel, Tabs } from '../ui/Tabs'
import { FindingList } from './FindingList'
import { gatesAhead, stepsOf } from './gate-steps'
import { GatesDiagram } from './GatesDiagram'
import { GatesPlayer } from './GatesPlayer'
import { SavePicture } from './SavePicture'
import { VerdictRegion } from './VerdictRegion'
import { WhyList, whyGroupId } from './WhyList'

export interface DiagnosisViewProps {
  readonly explanation: Explanation
  /** The action of the request, for the diagram. */
  readonly action: string
  readonly targetOf: (layer: PolicyLayer, level: number | null) => string | null
  readonly onReveal: (evidence: Evidence) => void
  /** Shows the place that a step speaks of, where the text stands beside the diagram. */
  readonly onStepTo: (evidence: Evidence) => void
  readonly onShowLayer: (layer: PolicyLayer) => void
  /** What stands beside "Why", where there is anything. */
  readonly moreTabs: readonly DiagnosisTab[]
}

/** A tab of the diagnosis. */
export interface DiagnosisTab {
  readonly name: string
  readonly content: ReactNode
}

/** Ids hold no spaces: a panel is named by the id of its tab. */
const idOf = (name: string): string => name.toLowerCase().replaceAll(' ', '-')

/** The verdict, the gates, and tabs with what stands behind them. */
export function DiagnosisView(props: DiagnosisViewProps) {
  const { explanation, action, targetOf, onReveal, onStepTo, onShowLayer, moreTabs } = props
  const { verdict, claim, diagram, findings, statements } = explanation
  const gates = diagram.lanes.flatMap((lane) => lane.gates)
  const [visited, setVisited] = useState<Gate | null>(null)
  // Where the playing stands, by place: a verdict that is worked out again keeps the step.
  const [playedAt, setPlayedAt] = useState<number | null>(null)
  const [chosen, setChosen] = useState('why')
  const steps = stepsOf(diagram)
  const step = playedAt === null ? null : (steps[playedAt] ?? null)
  const current = gates.find((gate) => gate === visited) ?? step

  const open = (gate: Gate) => {
    const { layer } = tabOfEvaluated(gate.layer)
    if (gate.evidence) onReveal(gate.evidence)
    else onShowLayer(layer)
    setChosen('why')
    requestAnimationFrame(() => document.getElementById(whyGroupId(layer))?.scrollIntoView({ block: 'nearest' }))
  }

  const tabs: readonly DiagnosisTab[] = [
    ...(statements.length + findings.length > 0
      ? [
          {
            name: 'Why',
            content: (
              <div className="flex flex-col gap-5">
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

  return (
    <div className="flex flex-col gap-4">
      <VerdictRegion verdict={verdict} claim={claim} />
      {gates.length > 0 && (
        <div>
          <GatesDiagram
            diagram={diagram}
            action={action}
            current={current}
            ahead={gatesAhead(diagram, step)}
            onVisit={setVisited}
            onOpen={open}
          />
          <GatesPlayer
            steps={steps}
            step={step}
            visited={current}
            onStep={(gate) => {
              setPlayedAt(gate === null ? null : steps.indexOf(gate))
              if (gate?.evidence) onStepTo(gate.evidence)
            }}
          >
            <SavePicture diagram={diagram} action={action} />
          </GatesPlayer>
        </div>
      )}
      {tabs.length > 0 && (
        <Tabs value={shown} onValueChange={setChosen}>
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

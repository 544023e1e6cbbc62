import { useState, type ReactNode } from 'react'
import type { PolicyLayer } from '../../case/access-case'
import type { Evidence, Explanation, Gate } from '../../explanation/explanation'
import { tabOfEvaluated } from '../policies/policy-tabs'
import { Tab, TabList, TabPanel, Tabs } from '../ui/Tabs'
import { FindingList } from './FindingList'
import { GatesDiagram } from './GatesDiagram'
import { Sentence } from './Sentence'
import { VerdictRegion } from './VerdictRegion'
import { WhyList, whyGroupId } from './WhyList'

export interface DiagnosisViewProps {
  readonly explanation: Explanation
  /** The action of the request, for the diagram. */
  readonly action: string
  readonly targetOf: (layer: PolicyLayer, level: number | null) => string | null
  readonly onReveal: (evidence: Evidence) => void
  readonly onShowLayer: (layer: PolicyLayer) => void
}

interface DiagnosisTab {
  readonly name: string
  readonly content: ReactNode
}

/** The verdict, the gates, and tabs with what stands behind them. */
export function DiagnosisView({ explanation, action, targetOf, onReveal, onShowLayer }: DiagnosisViewProps) {
  const { verdict, claim, diagram, findings, statements } = explanation
  const gates = diagram.lanes.flatMap((lane) => lane.gates)
  const [visited, setVisited] = useState<Gate | null>(null)
  const [chosen, setChosen] = useState('Why')
  const told = gates.find((gate) => gate === visited) ?? gates.find((gate) => gate.stopped) ?? null

  const open = (gate: Gate) => {
    const { layer } = tabOfEvaluated(gate.layer)
    if (gate.evidence) onReveal(gate.evidence)
    else onShowLayer(layer)
    setChosen('Why')
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
  ]

  return (
    <div className="flex flex-col gap-4">
      <VerdictRegion verdict={verdict} claim={claim} />
      {gates.length > 0 && (
        <div>
          <GatesDiagram diagram={diagram} action={action} current={visited} onVisit={setVisited} onOpen={open} />
          {told && (
            <p className="mt-2 min-h-10 border-l-2 border-line-strong pl-3 text-sm text-muted">
              <span className="font-medium text-ink">{told.name}:</span> <Sentence words={told.sentence} />
            </p>
          )}
        </div>
      )}
      {tabs.length > 0 && (
        <Tabs value={chosen} onValueChange={setChosen}>
          <TabList aria-label="Diagnosis">
            {tabs.map(({ name }) => (
              <Tab key={name} value={name}>
                {name}
              </Tab>
            ))}
          </TabList>
          {tabs.map(({ name, content }) => (
            <TabPanel key={name} value={name} className="pt-3">
              {content}
            </TabPanel>
          ))}
        </Tabs>
      )}
    </div>
  )
}

import { useMemo, useState } from 'react'
import type { PolicyLayer } from '../../case/access-case'
import type { PolicySpot } from '../../draft/edit-layers'
import { Sign } from '../diagnosis/Sign'
import { Tab, TabList, TabPanel, Tabs } from '../ui/Tabs'
import { useCommands } from '../workbench/commands'
import { useDiagnosis, useDraft, useFocus } from '../workbench/workbench'
import { chooseSpot } from './choose-spot'
import { EditedPolicy } from './EditedPolicy'
import { LayerHead } from './LayerHead'
import { layerSign } from './layer-sign'
import { POLICY_TABS, tabOf } from './policy-tabs'

/** The policies around the request: a tab a layer, and the editor with the evaluation in its text. */
export function PolicyPane() {
  const { draft, edit } = useDraft()
  const diagnosis = useDiagnosis()
  const { layer, showLayer, revealed } = useFocus()
  const { layers } = draft
  const [wanted, setWanted] = useState<Partial<Record<PolicyLayer, PolicySpot>>>({})
  const [seen, setSeen] = useState(revealed)

  if (revealed !== seen) {
    setSeen(revealed)
    if (revealed) {
      const { layer: on, place } = revealed.evidence
      setWanted({ ...wanted, [on]: { layer: on, level: place.level, policy: place.policy } })
    }
  }

  const isJudged = diagnosis.explanation !== null && diagnosis.explanation.verdict.decision !== 'none'
  const evaluation = isJudged ? diagnosis.evaluation : null
  const request = diagnosis.built?.accessCase.request
  const spot = layers[layer].state === 'given' ? chooseSpot(layers, layer, wanted[layer]) : null

  useCommands(
    useMemo(
      () =>
        POLICY_TABS.map(({ layer: target, name }) => ({
          id: `policies-${target}`,
          title: `Show the policies: ${name}`,
          group: 'Policies',
          run: () => showLayer(target),
        })),
      [showLayer],
    ),
  )

  return (
    <Tabs
      value={layer}
      onValueChange={(next) => showLayer(next as PolicyLayer)}
      className="flex min-h-full flex-col desk:h-full"
    >
      <TabList aria-label="Policy layers" className="shrink-0 px-2 pt-1.5">
        {POLICY_TABS.map((tab) => {
          const { sign, text } = layerSign(layers, tab, evaluation)
          return (
            <Tab key={tab.layer} value={tab.layer} aria-label={tab.name} aria-description={text} title={text}>
              {sign && <Sign name={sign} size={13} />}
              {tab.short}
            </Tab>
          )
        })}
      </TabList>
      <TabPanel value={layer} className="flex min-h-0 flex-1 flex-col gap-3 p-4 desk:overflow-y-auto">
        <LayerHead
          layers={layers}
          tab={tabOf(layer)}
          spot={spot}
          evaluation={evaluation}
          accounts={{ principal: request?.principal ?? '', resourceAccount: request?.resourceAccount ?? '' }}
          onChoose={(chosen) => setWanted({ ...wanted, [layer]: chosen })}
          onEdit={edit}
        />
        <EditedPolicy layers={layers} spot={spot} evaluation={evaluation} revealed={revealed} />
      </TabPanel>
    </Tabs>
  )
}

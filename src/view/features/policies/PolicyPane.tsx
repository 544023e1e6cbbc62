import { lazy, memo, Suspense, useCallback, useMemo, useState } from 'react'
import type { PolicyLayer } from '../../../case/access-case'
import type { PolicySpot } from '../../../draft/edit-layers'
import { Sign } from '../../shared/Sign'
import { Tab, TabList, TabPanel, Tabs } from '../../ui/Tabs'
import { useCommands } from '../../state/commands'
import { useEngine, withEngine } from '../../state/engine'
import { useDiagnosis, useDraft, useFocus } from '../../state/workbench'
import { chooseSpot, newestSpot, tellingSpots } from './choose-spot'
import { layerSign, type SignAndText } from './layer-sign'
import { POLICY_TABS, tabOf, type PolicyTab } from '../../shared/policy-tabs'

const LayerBody = lazy(withEngine(async () => ({ default: (await import('./LayerBody')).LayerBody })))

async function saveSchema(layer: PolicyLayer, action: string) {
  const { saveSchemaOf } = await import('./save-schema')
  saveSchemaOf(layer, action)
}

const LayerTab = memo(function LayerTab({ tab, sign, text }: SignAndText & { readonly tab: PolicyTab }) {
  return (
    <Tab value={tab.layer} aria-label={tab.name} aria-description={text} title={text} className="px-2!">
      {sign && <Sign name={sign} size={13} />}
      {tab.short}
    </Tab>
  )
})

/** The policies around the request: a tab a layer, and the editor with the evaluation in its text. */
export function PolicyPane() {
  const { draft, edit } = useDraft()
  const diagnosis = useDiagnosis()
  const { layer, showLayer, revealed } = useFocus()
  const { layers } = draft
  const [wanted, setWanted] = useState<Partial<Record<PolicyLayer, PolicySpot>>>({})
  const [seen, setSeen] = useState(revealed)
  // A request that lacks a part is no question yet: nothing can be said of any layer.
  const isJudged = diagnosis.explanation !== null && diagnosis.built?.missing.length === 0
  const evaluation = isJudged ? diagnosis.evaluation : null
  const judged = isJudged ? diagnosis.draft.paste : null
  const [judgedBefore, setJudgedBefore] = useState<string | null>(null)

  // A case that comes as a whole opens at the policies that decide it; from then on the reader's choice holds.
  if (judged !== judgedBefore) {
    setJudgedBefore(judged)
    setWanted(tellingSpots(evaluation))
  }
  if (revealed !== seen) {
    setSeen(revealed)
    if (revealed) {
      const { layer: on, place } = revealed.evidence
      setWanted({ ...wanted, [on]: { layer: on, level: place.level, policy: place.policy } })
    }
  }

  const request = diagnosis.built?.accessCase.request
  const action = request?.action ?? ''
  const spot = layers[layer].state === 'given' ? chooseSpot(layers, layer, wanted[layer]) : null

  const show = useCallback((next: string) => showLayer(next as PolicyLayer), [showLayer])
  const about = <p className="text-xs text-muted">{tabOf(layer).about}</p>

  useCommands(
    useMemo(
      () => [
        ...POLICY_TABS.map(({ layer: target, name }) => ({
          id: `policies-${target}`,
          title: `Show the policies: ${name}`,
          group: 'Policies' as const,
          run: () => showLayer(target),
        })),
        {
          id: 'policies-schema',
          title: `Save the JSON schema of this type: ${tabOf(layer).name}`,
          group: 'Policies' as const,
          keywords: 'grammar editor draft-07',
          run: () => void saveSchema(layer, action),
        },
      ],
      [layer, showLayer, action],
    ),
  )

  return (
    <Tabs value={layer} onValueChange={show} className="flex min-h-full flex-col desk:h-full">
      <TabList aria-label="Policy layers" className="shrink-0 px-2 pt-1.5">
        {POLICY_TABS.map((tab) => {
          const { sign, text } = layerSign(layers, tab, evaluation)
          return <LayerTab key={tab.layer} tab={tab} sign={sign} text={text} />
        })}
      </TabList>
      <TabPanel value={layer} className="flex min-h-0 flex-1 flex-col gap-3 p-4 desk:overflow-y-auto">
        {useEngine() === null ? (
          about
        ) : (
          <Suspense fallback={about}>
            <LayerBody
              layers={layers}
              tab={tabOf(layer)}
              spot={spot}
              evaluation={evaluation}
              accounts={{ principal: request?.principal ?? '', resourceAccount: request?.resourceAccount ?? '' }}
              onChoose={(chosen) => setWanted({ ...wanted, [layer]: chosen })}
              onEdit={edit}
              onTake={(take) => {
                edit(take)
                const taken = newestSpot(layers, take(draft).layers, layer)
                if (taken) setWanted({ ...wanted, [layer]: taken })
              }}
              revealed={revealed}
            />
          </Suspense>
        )}
      </TabPanel>
    </Tabs>
  )
}

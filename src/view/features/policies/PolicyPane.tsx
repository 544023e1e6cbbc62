import { memo, useCallback, useMemo } from 'react'
import { Sign } from '../../shared/Sign'
import { lazyPart } from '../../ui/lazy-part'
import { Tab, TabList, TabPanel, Tabs } from '../../ui/Tabs'
import { useCommands } from '../../state/commands'
import { useEngine, withEngine } from '../../state/engine'
import { useIntake } from '../../state/intake'
import { judgedEvaluation } from '../../state/diagnosis'
import { useDiagnosis, useDraft, useFocus } from '../../state/workbench'
import { layerSign, type SignAndText } from './layer-sign'
import { useSpots } from './use-spots'
import { POLICY_TABS, tabOf, type PolicyTab } from '../../shared/policy-tabs'
import type { CaseLayer } from '../../../iam/layers'

const LayerBody = lazyPart(withEngine(async () => (await import('./LayerBody')).LayerBody))

async function saveSchema(layer: CaseLayer, action: string) {
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
  const { draft } = useDraft()
  const diagnosis = useDiagnosis()
  const { layer, showLayer, revealed } = useFocus()
  const { whenLoaded } = useIntake()
  const { spotOf, choose } = useSpots()
  const { layers } = draft
  const evaluation = judgedEvaluation(diagnosis)
  const action = diagnosis.built?.accessCase.request.action ?? ''

  const show = useCallback((next: string) => showLayer(next as CaseLayer), [showLayer])
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
          run: () => void whenLoaded(() => saveSchema(layer, action)),
        },
      ],
      [layer, showLayer, action, whenLoaded],
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
          <LayerBody
            waiting={about}
            tab={tabOf(layer)}
            spot={spotOf(layers, layer)}
            onChoose={choose}
            revealed={revealed}
          />
        )}
      </TabPanel>
    </Tabs>
  )
}

import { useCallback, useMemo } from 'react'
import { lazyPart } from '../../ui/lazy-part'
import { TabPanel, Tabs } from '../../ui/Tabs'
import { useCommands } from '../../state/commands'
import { useEngine, withEngine } from '../../state/engine'
import { useIsFresh } from '../../state/fresh-draft'
import { useIntake } from '../../state/intake'
import { judgedEvaluation } from '../../state/diagnosis'
import { useDiagnosis, useDraft, useFocus } from '../../state/workbench'
import { LayerRail } from './LayerRail'
import { railLayer } from './layer-sign'
import { useSpots } from './use-spots'
import { POLICY_TABS, tabOf } from '../../shared/policy-tabs'
import type { CaseLayer } from '../../../iam/layers'

const PreviewedPolicy = lazyPart(async () => (await import('./PreviewedPolicy')).PreviewedPolicy)
const LayerBody = lazyPart(withEngine(async () => (await import('./LayerBody')).LayerBody))

/** The account in an ARN. */
const accountOf = (arn: string): string => arn.split(':')[4] ?? ''

async function saveSchema(layer: CaseLayer, action: string) {
  const { saveSchemaOf } = await import('./save-schema')
  saveSchemaOf(layer, action)
}

/** The policies around the request: a tab a layer, and the editor with the evaluation in its text. */
export function PolicyPane() {
  const { draft } = useDraft()
  const diagnosis = useDiagnosis()
  const { layer, showLayer, revealed } = useFocus()
  const { whenLoaded } = useIntake()
  const { spotOf, choose } = useSpots()
  const { layers } = draft
  const evaluation = judgedEvaluation(diagnosis)
  const request = diagnosis.built?.accessCase.request
  const isAcross = evaluation?.relation === 'crossAccount'
  const accounts = isAcross
    ? { caller: accountOf(request?.principal ?? ''), resource: request?.resourceAccount ?? '' }
    : null
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
    <Tabs value={layer} onValueChange={show} className="contents">
      <LayerRail
        rows={POLICY_TABS.map((tab) => railLayer(layers, tab, evaluation))}
        accounts={accounts}
        answer={diagnosis.explanation?.answer ?? null}
        open={layer}
      />
      <TabPanel
        value={layer}
        className="order-4 flex min-w-0 flex-col gap-3 p-4 desk:min-h-0 desk:overflow-y-auto desk:px-6 desk:[grid-area:policies]"
      >
        {useIsFresh() && layer === 'identity' && <PreviewedPolicy />}
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

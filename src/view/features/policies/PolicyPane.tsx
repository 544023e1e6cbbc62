import { accountOfArn } from '../../../iam/arn'
import { memo, useCallback, useMemo } from 'react'
import { lazyPart } from '../../ui/lazy-part'
import { classNames } from '../../ui/class-names'
import { TabPanel, Tabs } from '../../ui/Tabs'
import { useCommands } from '../../state/palette-commands'
import { afterEngine, useEngine } from '../../state/engine'
import { useIsFresh } from '../../state/fresh-draft'
import { usePageKind } from '../../state/page-kind'
import { useWaitingPolicies } from '../../state/waiting-policies'
import { useIntake } from '../../state/intake'
import { judgedEvaluation } from '../../../diagnosis/diagnosis'
import { useDiagnosis, useDraftPart, useFocus } from '../../state/workbench'
import { LayerRail, type LayerRailProps } from './LayerRail'
import { railLayer } from './layer-sign'
import { POLICY_TABS, tabOf } from '../../shared/policy-tabs'
import type { CaseLayer } from '../../../iam/layers'

const PreviewedPolicy = lazyPart(async () => (await import('./PreviewedPolicy')).PreviewedPolicy)
const WaitingTexts = lazyPart(afterEngine(async () => (await import('./WaitingTexts')).WaitingTexts))
const QuestionPanel = lazyPart(afterEngine(async () => (await import('./QuestionPanel')).QuestionPanel))
const LayerBody = lazyPart(afterEngine(async () => (await import('./LayerBody')).LayerBody))

async function saveSchema(layer: CaseLayer, action: string) {
  const { saveSchemaOf } = await import('./save-schema')
  saveSchemaOf(layer, action)
}

function PaneCommands({ layer }: { readonly layer: CaseLayer }) {
  const { showLayer } = useFocus()
  const { whenLoaded } = useIntake()
  const action = useDiagnosis().built?.accessCase.request.action ?? ''
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
  return null
}

/** The layers, with what the answer says of those that it was made from. */
function Rail(looks: Pick<LayerRailProps, 'open' | 'slim' | 'isHidden'>) {
  const diagnosis = useDiagnosis()
  const { layers } = diagnosis.draft
  const evaluation = judgedEvaluation(diagnosis)
  const request = diagnosis.built?.accessCase.request
  const isAcross = evaluation?.relation === 'crossAccount'
  const accounts = isAcross
    ? { caller: accountOfArn(request?.principal ?? ''), resource: request?.resourceAccount ?? '' }
    : null
  return (
    <LayerRail
      rows={POLICY_TABS.map((tab) => railLayer(layers, tab, evaluation))}
      accounts={accounts}
      answer={diagnosis.explanation?.answer ?? null}
      {...looks}
    />
  )
}

const PANEL =
  'order-4 flex min-w-0 flex-col gap-3 p-4 desk:min-h-0 desk:overflow-y-auto desk:px-6 desk:[grid-area:policies]'

/** The policies around the request: a tab a layer, and the editor with the evaluation in its text. */
export const PolicyPane = memo(function PolicyPane() {
  const { layer, showLayer, isLayerChosen } = useFocus()
  const kind = usePageKind()
  const isFresh = useIsFresh()
  const isWaiting = useWaitingPolicies().length > 0
  const isEmpty = isFresh && !isWaiting
  /** No layer is open before the reader asks for one: an example stands there, or the question that comes first. */
  const isClosed = (kind === 'question' || isEmpty) && !isLayerChosen
  /** A policy without an error is checked by itself: no layer plays a part. */
  const isAlone = isFresh && isWaiting
  const isGiven = useDraftPart(({ layers }) => layers[layer].state === 'given')
  // Before the engine is here nothing of it is asked for: the page itself comes first.
  const hasEngine = useEngine() !== null
  const show = useCallback((next: string) => showLayer(next as CaseLayer), [showLayer])

  return (
    <Tabs value={isClosed ? '' : layer} onValueChange={show} className="contents">
      <PaneCommands layer={layer} />
      <Rail
        open={isClosed ? null : layer}
        slim={kind === 'question' ? 'asked' : isEmpty ? 'empty' : null}
        isHidden={isAlone}
      />
      {isClosed ? (
        <div className={classNames(PANEL, kind === 'question' && 'max-desk:order-2')}>
          {isEmpty ? <PreviewedPolicy /> : <QuestionPanel />}
        </div>
      ) : (
        <TabPanel value={layer} className={PANEL}>
          {isWaiting && !isGiven && <WaitingTexts layer={isAlone ? null : layer} />}
          {!isAlone && hasEngine && <LayerBody layer={layer} />}
        </TabPanel>
      )}
    </Tabs>
  )
})

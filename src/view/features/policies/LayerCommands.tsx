import { useMemo } from 'react'
import { layersInScript, oneScript, stepsOfLayers } from '../../../explanation/steps/one-script'
import { ONE_SCRIPT } from '../../../explanation/messages/steps'
import { regionOfArn } from '../../../iam/arn'
import { message } from '../../../text/message'
import { messageText } from '../../../text/message-text'
import { CommandList } from '../../shared/CommandList'
import { Sentence } from '../../shared/Sentence'
import type { PolicyTab } from '../../shared/policy-tabs'
import { useDiagnosis } from '../../state/workbench'
import { CopyButton } from '../../ui/CopyButton'
import { useShell } from '../../ui/shell'
import { LAYER_TEXTS } from './layer-messages'
import { POLICIES_TEXTS } from './messages'

/** Steps that fetch one policy. */
const OF_ONE_POLICY: ReadonlySet<string> = new Set(['organization-policy', 'resource-policy', 'trust-policy'])

interface LayerCommandsProps {
  readonly tab: PolicyTab
  /** Does the answer's own button copy those of all layers? */
  readonly isAlone?: boolean
}

/** The commands that fetch the policies of one layer, and behind a button those of all that are not given. */
export function LayerCommands({ tab, isAlone = false }: LayerCommandsProps) {
  const { judged, explanation } = useDiagnosis()
  const shell = useShell()
  const found = useMemo(() => {
    if (judged === null) return null
    const evaluated = judged.evaluation.layers.map(({ layer }) => layer)
    return {
      steps: stepsOfLayers(
        judged,
        tab.evaluated.filter((layer) => evaluated.includes(layer)),
      ),
      script: oneScript(judged),
      layers: layersInScript(judged),
    }
  }, [judged, tab])
  if (found === null || (found.steps.length === 0 && found.script === null)) return null
  const { steps, script, layers } = found
  // No other layer can help against a Deny of the organization.
  const { decision, layer } = explanation?.answer ?? {}
  const isFinal = decision === 'explicitDeny' && (layer === 'scp' || layer === 'rcp')
  const all = script !== null && layers > 1 && !isFinal && !isAlone && (
    <CopyButton
      text={script[shell]}
      label={
        layers === 2 ? POLICIES_TEXTS.copyForBoth : messageText(POLICIES_TEXTS.copyForAll, { layers: `${layers}` })
      }
      title={ONE_SCRIPT.text}
    />
  )
  if (steps.length === 0) return all
  const region = isFinal && layer === 'scp' ? regionOfArn(judged?.accessCase.request.resource ?? '') : ''
  const isOne = all === false && steps.flatMap(({ commands }) => commands).length === 1
  return (
    <section aria-label={POLICIES_TEXTS.fetchThem} className="flex w-full flex-col items-start gap-2">
      <div className="w-full">
        <CommandList
          title={steps.every(({ code }) => OF_ONE_POLICY.has(code)) ? POLICIES_TEXTS.fetchIt : POLICIES_TEXTS.fetchThem}
          commands={steps.flatMap(({ sentence, commands }) => commands.map((line) => ({ comment: sentence, line })))}
        />
      </div>
      <p className="text-xs text-muted">{isOne ? ONE_SCRIPT.one : ONE_SCRIPT.text}</p>
      {all}
      {region !== '' && (
        <div className="mt-2 rounded-lg border border-dashed border-depends-line bg-surface p-3 text-sm">
          <h3 className="font-medium">{LAYER_TEXTS.anotherWay}</h3>
          <p>
            <Sentence words={message(LAYER_TEXTS.mayLimitRegions, { region })} />
          </p>
        </div>
      )}
    </section>
  )
}

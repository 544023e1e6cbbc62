import { claimedLayer } from '../../denial/denial'
import type { Layer } from '../../iam/layers'
import type { NextStep } from '../explanation'
import type { ShellCommand } from '../../text/shell-quote'
import { notGivenLayers, type JudgedCase } from '../judged-case'
import { layerSteps } from './layer-steps'
import { recordedSteps } from './next-steps'
import { stepFacts } from './step-facts'
import { eachOf } from '../../iam/each-of'

/** In this order; what only the management account can read comes last. Session policies no command prints. */
const ORDER: readonly Layer[] = eachOf<Exclude<Layer, 'session'>>()([
  'identity',
  'trust',
  'resource',
  'boundary',
  'endpoint',
  'scp',
  'rcp',
])

/** What can stand in a script: commands whose output can be pasted back. */
const commandsOf = (steps: readonly NextStep[]): readonly ShellCommand[] =>
  steps.filter(({ isPasted }) => isPasted).flatMap(({ commands }) => commands)

const inOne = (commands: readonly ShellCommand[]): ShellCommand | null =>
  commands.length === 0
    ? null
    : {
        bash: commands.map(({ bash }) => bash).join('\n'),
        powershell: commands.map(({ powershell }) => powershell).join('\n'),
      }

/** The layers that a command can fetch and that are not given, in the order of a script. */
const missingLayers = (judged: JudgedCase): readonly Layer[] =>
  ORDER.filter(
    (each) =>
      notGivenLayers(judged).includes(each) ||
      judged.evaluation.layers.some(
        ({ layer, status, statements }) => layer === each && status === 'depends' && statements.length === 0,
      ),
  )

/**
 * One script that fetches every policy that is not given here, in place of one step after the other; where AWS recorded
 * the denial, what it recorded, with each policy as it was then. The layer that AWS names comes first. What it prints is
 * one paste. Null where there is nothing to fetch, or nobody says of whom. `isTaken`: which commands it has.
 */
export const oneScript = (
  judged: JudgedCase,
  isTaken: (command: ShellCommand) => boolean = () => true,
): ShellCommand | null => {
  const inScript = (steps: readonly NextStep[]) => inOne(commandsOf(steps).filter(isTaken))
  const recorded = recordedSteps(stepFacts(judged))
  if (recorded.length > 0) return inScript(recorded)
  const claimed = claimedLayer(judged.denial)
  const layers = missingLayers(judged).toSorted((one, other) => Number(other === claimed) - Number(one === claimed))
  return inScript(layerSteps(stepFacts(judged), layers))
}

/** How many layers a script would fetch that takes all of them. */
export const layersInScript = (judged: JudgedCase): number => missingLayers(judged).length

/** The steps that fetch the policies of some layers. */
export const stepsOfLayers = (judged: JudgedCase, layers: readonly Layer[]): readonly NextStep[] =>
  layerSteps(stepFacts(judged), layers).filter(({ commands }) => commands.length > 0)

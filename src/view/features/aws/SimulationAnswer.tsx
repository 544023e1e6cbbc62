import { AWS_MESSAGES } from '../../../aws/messages'
import { AWS_TEXTS } from './messages'
import { messageText } from '../../../text/message-text'
import { Fragment } from 'react'
import { simulatedLayers, simulationNotes } from '../../../aws/simulated-layers'
import { simulatedCase } from '../../../aws/simulated-case'
import { compareSimulation, type Simulation } from '../../../aws/simulation'
import { DIFFERENCE_SENTENCES, NOTE_SENTENCES } from '../../../aws/simulation-words'
import type { AccessCase } from '../../../case/access-case'
import { evaluate } from '../../../evaluation/evaluate'
import type { Evaluation } from '../../../evaluation/evaluation'
import { loadedReference } from '../../reference/reference-queries'
import { tabOf } from '../../shared/policy-tabs'
import { useFocus } from '../../state/workbench'
import { Button } from '../../ui/Button'
import { CopyButton } from '../../ui/CopyButton'
import { Notice } from '../../ui/Notice'

const DECISION_WORDS = {
  allowed: 'allowed',
  explicitDeny: 'explicit deny',
  implicitDeny: 'implicit deny',
  depends: 'depends',
} as const

/** Which policies are simulated: those of the editors, or those that are attached in AWS. */
export type SimulationMode = 'custom' | 'principal'

interface SimulationAnswerProps {
  readonly mode: SimulationMode
  readonly simulation: Simulation
  readonly evaluation: Evaluation
  readonly leftOut: Parameters<typeof compareSimulation>[2]
  readonly accessCase: AccessCase
}

/** What the simulator says beside our own answer over the same layers, and why the two differ. */
export function SimulationAnswer({ mode, simulation, evaluation, leftOut, accessCase }: SimulationAnswerProps) {
  const { reveal, showLayer } = useFocus()
  const same = evaluate(simulatedCase(accessCase, leftOut, mode), { reference: loadedReference() })
  const comparison = compareSimulation(same, simulation, leftOut, mode)
  const narrowed = simulatedLayers(simulation)
  return (
    <div role="status" className="grid gap-2" data-agrees={comparison.agrees}>
      <Notice tone={comparison.agrees ? 'allow' : 'depends'}>
        <p>
          The simulator says <strong>{DECISION_WORDS[comparison.theirs]}</strong>; over the same layers, our own answer
          is {comparison.agrees ? 'the same' : <strong>{DECISION_WORDS[comparison.ours]}</strong>}.
        </p>
        {evaluation.decision !== comparison.ours && (
          <p>Over all layers, our own answer is {DECISION_WORDS[evaluation.decision]}.</p>
        )}
        {!comparison.agrees && (
          <ul className="mt-1 list-disc pl-4 text-xs">
            {comparison.reasons.map((code) => (
              <li key={code}>{DIFFERENCE_SENTENCES[code]}</li>
            ))}
            {comparison.reasons.length === 0 && (
              <li>
                {AWS_MESSAGES.differenceUnexplained}{' '}
                <CopyButton text={JSON.stringify(accessCase, null, 2)} label="Copy the case" look="link" />
              </li>
            )}
          </ul>
        )}
      </Notice>
      {narrowed.length > 0 && (
        <p className="text-sm">
          That narrows it to{' '}
          {narrowed.map(({ layer, decision }, index) => (
            <Fragment key={layer}>
              {index > 0 && ' and '}
              <Button look="link" onClick={() => showLayer(layer)}>
                {tabOf(layer).name}
              </Button>
              : {DECISION_WORDS[decision]}
            </Fragment>
          ))}
          .
        </p>
      )}
      {simulationNotes(accessCase, simulation).map((note) => (
        <p key={note} className="text-xs text-muted">
          {NOTE_SENTENCES[note]}
        </p>
      ))}
      <ul className="grid gap-1 text-xs">
        {simulation.allowedByOrganization !== undefined && (
          <li>SCPs: {simulation.allowedByOrganization ? 'allow' : 'do not allow'} the request.</li>
        )}
        {simulation.allowedByBoundary !== undefined && (
          <li>Permissions boundary: {simulation.allowedByBoundary ? 'allows' : 'does not allow'} the request.</li>
        )}
        {Object.entries(simulation.details).map(([kind, decision]) => (
          <li key={kind}>
            {kind}: {decision}
          </li>
        ))}
        {simulation.statements.map(({ sourceId, sourceType, layer, place }, index) => (
          <li key={index}>
            {layer !== null && place !== null ? (
              <Button
                look="link"
                size="small"
                onClick={() => reveal({ layer, place, span: null })}
              >{`Matched: statement ${place.statement + 1} of ${sourceId}`}</Button>
            ) : (
              messageText(AWS_TEXTS.matchedSourceidValueWhich, {
                sourceId,
                value: sourceType ? ` (${sourceType})` : '',
              })
            )}
          </li>
        ))}
        {simulation.missingKeys.length > 0 && (
          <li>
            {AWS_TEXTS.keysThatThePolicies} {simulation.missingKeys.join(', ')}. The simulator lists those of every
            statement, so they need not be the cause.
          </li>
        )}
      </ul>
    </div>
  )
}

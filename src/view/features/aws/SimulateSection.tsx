import { useMutation } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { simulateCommand } from '../../../aws/commands'
import { typesOfKeys } from '../../../aws/context-type'
import { failureOf } from '../../../aws/failure'
import { compareSimulation, readSimulation, type Simulation, type SimulationResults } from '../../../aws/simulation'
import {
  customSimulation,
  EXCLUDED_TYPES,
  notSimulated,
  principalSimulation,
  type ExcludedType,
} from '../../../aws/simulation-input'
import { parseSimulationOutput, SIMULATION_OUTPUT_EXPECTED } from '../../../aws/simulation-output'
import {
  DIFFERENCE_SENTENCES,
  LEFT_OUT_SENTENCES,
  NOT_SIMULATED_SENTENCES,
  UNEXPLAINED,
} from '../../../aws/simulation-words'
import type { AccessCase } from '../../../case/access-case'
import type { Evaluation } from '../../../evaluation/evaluation'
import { loadedReference } from '../../reference/reference-queries'
import { Button } from '../../ui/Button'
import { CopyButton } from '../../ui/CopyButton'
import { Notice } from '../../ui/Notice'
import { Segmented } from '../../ui/Segmented'
import { useFocus } from '../../state/workbench'
import { Commands, Details, FailureNotice, Feature, LeastPolicy, RequestPreview, SendButton } from './Feature'
import type { AwsSession } from './use-aws-session'

const DECISION_WORDS = {
  allowed: 'allowed',
  explicitDeny: 'explicit deny',
  implicitDeny: 'implicit deny',
  depends: 'depends',
} as const

type Mode = 'custom' | 'principal'

interface SimulateSectionProps {
  readonly session: AwsSession
  readonly accessCase: AccessCase
  readonly evaluation: Evaluation
}

/** Asks IAM's policy simulator for a second opinion and lays it beside our verdict. */
export function SimulateSection({ session, accessCase, evaluation }: SimulateSectionProps) {
  const [mode, setMode] = useState<Mode>('custom')
  const cannot = notSimulated(accessCase)
  return (
    <Feature
      title="Ask the IAM policy simulator"
      explanation="A second opinion from AWS. It evaluates identity-based policies, a permissions boundary, SCPs and one resource-based policy, and nothing else."
    >
      <Segmented
        label="What is simulated"
        value={mode}
        options={[
          { value: 'custom', label: 'Policies in the editors' },
          { value: 'principal', label: 'Policies attached in AWS' },
        ]}
        onChange={setMode}
      />
      {cannot === null ? (
        <SimulationRun key={mode} mode={mode} session={session} accessCase={accessCase} evaluation={evaluation} />
      ) : (
        <Notice tone="unknown">{NOT_SIMULATED_SENTENCES[cannot]}</Notice>
      )}
    </Feature>
  )
}

function SimulationRun({ mode, session, accessCase, evaluation }: SimulateSectionProps & { readonly mode: Mode }) {
  const [without, setWithout] = useState<readonly ExcludedType[]>([])
  const typeOfKey = typesOfKeys(loadedReference())
  const custom = customSimulation(accessCase, evaluation.context, typeOfKey)
  const principal = principalSimulation(accessCase, evaluation.context, typeOfKey, without)
  const { sent, leftOut, request } = mode === 'custom' ? custom : principal
  const [pasted, setPasted] = useState('')
  const [results, setResults] = useState<{ readonly of: string; readonly results: SimulationResults } | null>(null)
  const asked = JSON.stringify(request)

  const preview = useMutation({
    mutationFn: async () => {
      const { live } = await session.open()
      return live.prepareRequest(session.endpoints, (clients) =>
        mode === 'custom'
          ? live.simulateCustom(clients, custom.request)
          : live.simulatePrincipal(clients, principal.request),
      )
    },
  })
  const run = useMutation({
    mutationFn: async () => {
      const { live, clients } = await session.open()
      return mode === 'custom'
        ? live.simulateCustom(clients, custom.request)
        : live.simulatePrincipal(clients, principal.request)
    },
    onSuccess: (answer) => setResults({ of: asked, results: answer }),
  })
  const paste = (text: string) => {
    setPasted(text)
    const parsed = parseSimulationOutput(text)
    if (parsed !== null) setResults({ of: asked, results: parsed })
  }
  // An answer to another request says nothing about this one.
  const simulation = results?.of === asked ? readSimulation(results.results, sent, evaluation) : null
  const id = useId()

  return (
    <>
      {mode === 'principal' && (
        <>
          <Exclusions without={without} onChange={setWithout} />
          <AttachedKeys session={session} source={principal.request.PolicySourceArn ?? ''} evaluation={evaluation} />
        </>
      )}
      <div className="flex flex-wrap items-center gap-2">
        <SendButton
          hosts={[session.endpoints.iam]}
          disabled={!session.ready || run.isPending}
          onClick={() => run.mutate()}
        >
          {run.isPending ? 'Simulating …' : 'Simulate'}
        </SendButton>
        <Button size="small" disabled={preview.isPending} onClick={() => preview.mutate()}>
          Show the request
        </Button>
      </div>
      {leftOut.length > 0 && (
        <Details summary={`Not part of the simulation (${leftOut.length})`}>
          <ul className="list-disc pl-4 text-xs">
            {leftOut.map((code) => (
              <li key={code}>{LEFT_OUT_SENTENCES[code]}</li>
            ))}
          </ul>
        </Details>
      )}
      {preview.isSuccess && <RequestPreview request={preview.data} />}
      {run.isError && <FailureNotice failure={failureOf(run.error)} />}
      {simulation !== null && (
        <SimulationAnswer
          mode={mode}
          simulation={simulation}
          evaluation={evaluation}
          leftOut={leftOut}
          accessCase={accessCase}
        />
      )}
      <LeastPolicy
        feature={mode === 'custom' ? 'simulateCustom' : 'simulatePrincipal'}
        account={session.account}
        partition={session.partition}
      />
      <Commands commands={[simulateCommand(mode, request)]} />
      <Details summary="Paste the command’s output">
        <label htmlFor={id} className="sr-only">
          Output of the simulation
        </label>
        <textarea
          id={id}
          value={pasted}
          onChange={(event) => paste(event.target.value)}
          rows={3}
          spellCheck={false}
          className="w-full rounded-lg border border-line-strong bg-surface px-2.5 py-2 font-mono text-xs"
        />
        {pasted.trim() !== '' && parseSimulationOutput(pasted) === null && (
          <p className="text-xs text-deny">{SIMULATION_OUTPUT_EXPECTED}</p>
        )}
      </Details>
    </>
  )
}

function Exclusions({
  without,
  onChange,
}: {
  readonly without: readonly ExcludedType[]
  readonly onChange: (without: readonly ExcludedType[]) => void
}) {
  return (
    <fieldset className="flex flex-wrap gap-x-3 gap-y-1 text-xs">
      <legend className="mb-1 text-muted">What would be without …</legend>
      {(Object.keys(EXCLUDED_TYPES) as ExcludedType[]).map((type) => (
        <label key={type} className="inline-flex items-center gap-1.5">
          <input
            type="checkbox"
            checked={without.includes(type)}
            onChange={({ target }) =>
              onChange(target.checked ? [...without, type] : without.filter((other) => other !== type))
            }
          />
          {EXCLUDED_TYPES[type]}
        </label>
      ))}
    </fieldset>
  )
}

/** Asks which keys the attached policies use, and names those that the request here does not carry. */
function AttachedKeys({
  session,
  source,
  evaluation,
}: Pick<SimulateSectionProps, 'session' | 'evaluation'> & { readonly source: string }) {
  const ask = useMutation({
    mutationFn: async () => {
      const { live, clients } = await session.open()
      return live.attachedContextKeys(clients, source)
    },
  })
  const known = new Set(evaluation.context.map(({ key }) => key.toLowerCase()))
  const open = ask.data?.filter((key) => !known.has(key.toLowerCase())) ?? []
  return (
    <div className="grid gap-2 text-xs">
      <div className="flex flex-wrap items-center gap-2">
        <SendButton
          look="secondary"
          hosts={[session.endpoints.iam]}
          disabled={!session.ready || ask.isPending}
          onClick={() => ask.mutate()}
        >
          Which keys do the attached policies use?
        </SendButton>
      </div>
      {ask.isSuccess && (
        <p role="status">
          {open.length > 0
            ? `The request here says nothing of ${open.join(', ')}; add what is known of them on the left.`
            : 'None that the request here does not already carry.'}
        </p>
      )}
      {ask.isError && <FailureNotice failure={failureOf(ask.error)} />}
    </div>
  )
}

interface SimulationAnswerProps {
  readonly mode: Mode
  readonly simulation: Simulation
  readonly evaluation: Evaluation
  readonly leftOut: Parameters<typeof compareSimulation>[2]
  readonly accessCase: AccessCase
}

function SimulationAnswer({ mode, simulation, evaluation, leftOut, accessCase }: SimulationAnswerProps) {
  const { reveal } = useFocus()
  const comparison = compareSimulation(evaluation, simulation, leftOut, mode)
  return (
    <div role="status" className="grid gap-2" data-agrees={comparison.agrees}>
      <Notice tone={comparison.agrees ? 'allow' : 'depends'}>
        <p>
          The simulator says <strong>{DECISION_WORDS[comparison.theirs]}</strong>;{' '}
          {comparison.agrees ? 'we find the same.' : `we find ${DECISION_WORDS[comparison.ours]}.`}
        </p>
        {!comparison.agrees && (
          <ul className="mt-1 list-disc pl-4 text-xs">
            {comparison.reasons.map((code) => (
              <li key={code}>{DIFFERENCE_SENTENCES[code]}</li>
            ))}
            {comparison.reasons.length === 0 && (
              <li>
                {UNEXPLAINED}{' '}
                <CopyButton text={JSON.stringify(accessCase, null, 2)} label="Copy the case" look="link" />
              </li>
            )}
          </ul>
        )}
      </Notice>
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
              `Matched: ${sourceId}${sourceType ? ` (${sourceType})` : ''}, which does not stand in the editors.`
            )}
          </li>
        ))}
        {simulation.missingKeys.length > 0 && (
          <li>
            Keys that the policies use and the request did not carry: {simulation.missingKeys.join(', ')}. The simulator
            lists those of every statement, so they need not be the cause.
          </li>
        )}
      </ul>
    </div>
  )
}

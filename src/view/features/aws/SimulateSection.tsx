import { AWS_MESSAGES } from '../../../aws/messages'
import { AWS_TEXTS } from './messages'
import { useMutation } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { simulateCommand } from '../../../aws/commands'
import { typesOfKeys } from '../../../aws/context-type'
import { failureOf } from '../../../aws/failure'
import { readSimulation, resultsOf, type SimulationResults } from '../../../aws/simulation'
import {
  excludablePolicies,
  EXCLUDED_TYPES,
  NO_EXCLUSIONS,
  type ExcludedType,
  type Exclusions,
} from '../../../aws/exclusions'
import { customSimulation, notSimulated, principalSimulation } from '../../../aws/simulation-input'
import { parseSimulationOutput } from '../../../aws/simulation-output'
import { LEFT_OUT_SENTENCES, NOT_SIMULATED_SENTENCES } from '../../../aws/simulation-words'
import type { AccessCase } from '../../../case/access-case'
import type { Evaluation } from '../../../evaluation/evaluation'
import { loadedReference } from '../../reference/reference-queries'
import { Button } from '../../ui/Button'
import { Notice } from '../../ui/Notice'
import { Segmented } from '../../ui/Segmented'
import { Shown } from '../../ui/Name'
import { useShown } from '../../ui/use-shown'
import { AttachedKeys } from './AttachedKeys'
import { Commands, Details, FailureNotice, Feature, LeastPolicy, RequestPreview, SendButton } from './Feature'
import { SimulationAnswer, type SimulationMode } from './SimulationAnswer'
import type { AwsSession } from './use-aws-session'

interface SimulateSectionProps {
  readonly session: AwsSession
  readonly accessCase: AccessCase
  readonly evaluation: Evaluation
}

/** Asks IAM's policy simulator for a second opinion and lays it beside our verdict. */
export function SimulateSection({ session, accessCase, evaluation }: SimulateSectionProps) {
  const [mode, setMode] = useState<SimulationMode>('custom')
  const cannot = notSimulated(accessCase)
  return (
    <Feature title="Ask the IAM policy simulator" explanation={AWS_TEXTS.aSecondOpinionFrom}>
      <Segmented
        className="self-start"
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

function SimulationRun({
  mode,
  session,
  accessCase,
  evaluation,
}: SimulateSectionProps & { readonly mode: SimulationMode }) {
  const [without, setWithout] = useState<Exclusions>(NO_EXCLUSIONS)
  const typeOfKey = typesOfKeys(loadedReference())
  const custom = customSimulation(accessCase, evaluation.context, typeOfKey)
  const principal = principalSimulation(accessCase, evaluation.context, typeOfKey, without)
  const { sent, leftOut, request } = mode === 'custom' ? custom : principal
  const [pasted, setPasted] = useState('')
  const [results, setResults] = useState<{ readonly of: string; readonly results: SimulationResults } | null>(null)
  const asked = JSON.stringify(request)

  const simulate = ({ live, clients }: Awaited<ReturnType<AwsSession['open']>>) =>
    mode === 'custom'
      ? live.simulateCustom(clients, custom.request)
      : live.simulatePrincipal(clients, principal.request)
  const preview = useMutation({
    mutationFn: async () => {
      const { live } = await session.open()
      return live.prepareRequest(session.endpoints, (clients) => simulate({ live, clients }))
    },
  })
  const run = useMutation({
    mutationFn: async () => simulate(await session.open()),
    onSuccess: (answer) => setResults({ of: asked, results: answer }),
  })
  const paste = (text: string) => {
    setPasted(text)
    const parsed = parseSimulationOutput(text)
    if (parsed !== null) setResults({ of: asked, results: parsed })
  }
  // An answer to another request says nothing about this one.
  const answered = results?.of === asked ? resultsOf(results.results, accessCase.request.action) : null
  const simulation = answered && readSimulation(answered, sent, evaluation)
  const id = useId()

  return (
    <>
      {mode === 'principal' && (
        <>
          <ExclusionFields without={without} policies={excludablePolicies(accessCase)} onChange={setWithout} />
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
      {answered !== null && simulation === null && (
        <div role="status">
          <Notice tone="unknown">{AWS_MESSAGES.answerIsEmpty}</Notice>
        </div>
      )}
      {simulation !== null && run.isError && <p className="text-sm text-muted">{AWS_TEXTS.thisIsTheEarlier}</p>}
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
          <p className="text-xs text-deny">{AWS_MESSAGES.outputExpected}</p>
        )}
      </Details>
    </>
  )
}

function ExclusionFields({
  without: { types, policies: names },
  policies,
  onChange,
}: {
  readonly without: Exclusions
  readonly policies: readonly string[]
  readonly onChange: (without: Exclusions) => void
}) {
  const { rows, more } = useShown(policies, 12)
  return (
    <fieldset className="flex flex-wrap gap-x-3 gap-y-1 text-xs">
      <legend className="mb-1 text-muted">{AWS_TEXTS.whatWouldBeWithout}</legend>
      {(Object.keys(EXCLUDED_TYPES) as ExcludedType[]).map((type) => (
        <Exclusion
          key={type}
          name={EXCLUDED_TYPES[type]}
          isChecked={types.includes(type)}
          onToggle={() => onChange({ types: toggled(types, type), policies: names })}
        />
      ))}
      {rows.map((policy) => (
        <Exclusion
          key={policy}
          name={`the policy ${policy}`}
          isChecked={names.includes(policy)}
          onToggle={() => onChange({ types, policies: toggled(names, policy) })}
        />
      ))}
      {more}
    </fieldset>
  )
}

const toggled = <T,>(list: readonly T[], item: T): readonly T[] =>
  list.includes(item) ? list.filter((other) => other !== item) : [...list, item]

function Exclusion({
  name,
  isChecked,
  onToggle,
}: {
  readonly name: string
  readonly isChecked: boolean
  readonly onToggle: () => void
}) {
  return (
    <label className="inline-flex items-center gap-1.5 [overflow-wrap:anywhere]">
      <input type="checkbox" checked={isChecked} onChange={onToggle} />
      <Shown text={name} />
    </label>
  )
}

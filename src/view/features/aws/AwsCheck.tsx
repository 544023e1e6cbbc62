import { AWS_TEXTS } from './messages'
import { accountOfArn } from '../../../iam/arn'
import { QueryClientProvider } from '@tanstack/react-query'
import { useMemo } from 'react'
import { failureOf } from '../../../aws/failure'
import { assumedRoleOf, importTargetOf } from '../../../aws/import-target'
import { NOT_READ_SENTENCES, policyReadOf } from '../../../aws/resource-read'
import { takeAsCaller } from '../../../draft/paste/take-as-caller'
import { ONE_SCRIPT } from '../../../explanation/messages/steps'
import { oneScript } from '../../../explanation/steps/one-script'
import { QUERY_CLIENT } from '../../reference/query-client'
import { CommandLines } from '../../ui/CommandLines'
import { Notice } from '../../ui/Notice'
import { useDiagnosis, useDraft } from '../../state/workbench'
import { CredentialsSection } from './CredentialsSection'
import { Details, FailureNotice, Feature } from './Feature'
import { DecodeSection, ImportSection } from './IdentitySections'
import { ResourceSection } from './ResourceSection'
import { SimulateSection } from './SimulateSection'
import { useAwsSession } from './use-aws-session'

/** The AWS check: off until credentials are pasted; everything it does can be done by command instead. */
export default function AwsCheck() {
  return (
    <QueryClientProvider client={QUERY_CLIENT}>
      <Check />
    </QueryClientProvider>
  )
}

function Check() {
  const { built, evaluation } = useDiagnosis()
  const { edit } = useDraft()
  const principal = built?.fields.principal.value ?? ''
  const session = useAwsSession(principal, accountOfArn(principal))
  const target = importTargetOf(principal)
  const [action, resource] = [built?.fields.action.value ?? '', built?.fields.resource.value ?? '']
  const read = policyReadOf(resource)
  const isReadWithCaller = target !== null && assumedRoleOf({ action, resource }, target) !== null
  const message = built?.denial?.encodedMessage
  const canSimulate = built !== null && built.missing.length === 0 && evaluation !== null
  const take = (arn: string) => edit((draft) => takeAsCaller(draft, arn))
  const ask = async (isCaller: boolean) => {
    const identity = await session.askCaller()
    if (isCaller && identity !== null) take(identity.arn)
  }
  return (
    <div className="grid gap-4">
      <p className="text-sm text-muted">{AWS_TEXTS.optionalNothingIsSent}</p>
      <CredentialsSection
        held={session.held}
        caller={session.caller}
        isAsking={session.isAsking}
        onAsk={(isCaller) => void ask(isCaller)}
        onTake={principal === '' ? take : null}
        host={new URL(session.endpoints.sts).host}
        partition={session.partition}
        onPartition={session.choosePartition}
      />
      {session.callerError !== null && <FailureNotice failure={failureOf(session.callerError)} />}
      {message && built?.denial?.encodedMessageDamaged && <DamagedMessage />}
      {message && !built?.denial?.encodedMessageDamaged && (
        <DecodeSection key={message} session={session} message={message} />
      )}
      {target !== null && (
        <ImportSection key={target.arn} session={session} target={target} action={action} resource={resource} />
      )}
      {typeof read === 'object' && read !== null && !isReadWithCaller && (
        <ResourceSection key={read.arn} session={session} read={read} />
      )}
      <ByScript because={typeof read === 'string' ? NOT_READ_SENTENCES[read] : null} />
      {canSimulate && <SimulateSection session={session} accessCase={built.accessCase} evaluation={evaluation} />}
      {!canSimulate && <NextHere hasTarget={target !== null} />}
    </div>
  )
}

/** What is read by script alone. `because`: why the policy of the resource is among it. */
function ByScript({ because }: { readonly because: string | null }) {
  const { judged } = useDiagnosis()
  const script = useMemo(() => judged && oneScript(judged), [judged])
  if (script === null) return null
  return (
    <Feature title="Read the rest with one script" explanation={AWS_TEXTS.awsOrganizationsWhereScps}>
      {because !== null && <p className="text-xs text-muted">{because}</p>}
      <Details summary="The script">
        <CommandLines title={ONE_SCRIPT.label} line={script} isTall />
      </Details>
    </Feature>
  )
}

/** What the rest of the check waits for. */
function NextHere({ hasTarget }: { readonly hasTarget: boolean }) {
  return (
    <p className="border-t border-line pt-3 text-xs text-muted">
      {hasTarget ? AWS_TEXTS.onceTheActionAnd : AWS_TEXTS.onceTheCallerIs}
    </p>
  )
}

function DamagedMessage() {
  return <Notice tone="unknown">{AWS_TEXTS.theEncodedMessageIs}</Notice>
}

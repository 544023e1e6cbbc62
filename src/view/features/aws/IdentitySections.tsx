import { AWS_TEXTS } from './messages'
import { messageText } from '../../../text/message-text'
import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { keysAdded } from '../../../draft/draft'
import { applyImport, importChanges, isWholeImport } from '../../../aws/apply-import'
import { decodeCommand, importCommands } from '../../../aws/commands'
import { FAILURE_SENTENCES, failureOf } from '../../../aws/failure'
import type { ImportedPrincipal } from '../../../aws/import-principal'
import { assumedRoleOf, type ImportTarget } from '../../../aws/import-target'
import { Button } from '../../ui/Button'
import { Notice } from '../../ui/Notice'
import { useIntake } from '../../state/intake'
import { useDraft } from '../../state/workbench'
import { ChangeList } from './ChangeList'
import { Commands, FailureNotice, Feature, LeastPolicy, SendButton } from './Feature'
import type { AwsSession } from './use-aws-session'
import { layOutJson } from '../../../text/lay-out-json'

interface DecodedMessage {
  readonly allowed?: unknown
  readonly explicitDeny?: unknown
  readonly matchedStatements?: { readonly items?: readonly { readonly statementId?: unknown }[] }
}

/** What a decoded message says of the decision, in words. */
function summary(decoded: string): string {
  let message: DecodedMessage
  try {
    message = JSON.parse(decoded) as DecodedMessage
  } catch {
    return AWS_TEXTS.awsAnsweredWithSomething
  }
  if (message.explicitDeny !== true) return AWS_TEXTS.awsSaysAnImplicit
  const sids = (message.matchedStatements?.items ?? [])
    .map(({ statementId }) =>
      typeof statementId === 'string' && statementId !== '' ? statementId : 'one without a Sid',
    )
    .join(', ')
  return messageText(AWS_TEXTS.awsSaysAnExplicit, { value: sids || 'that it does not name' })
}

/** Decodes the encoded message of the paste with STS. */
export function DecodeSection({ session, message }: { readonly session: AwsSession; readonly message: string }) {
  const { takeText } = useIntake()
  const decode = useMutation({
    mutationFn: async () => {
      const { live, clients } = await session.open()
      return live.decodeMessage(clients, message)
    },
  })
  // It is evidence as if it were pasted. An answer that comes once another case is shown is not put into it: this one is
  // gone then, and so is what it waits for.
  const send = () => decode.mutate(undefined, { onSuccess: (decoded) => takeText(layOutJson(decoded)) })
  return (
    <Feature title="Decode the encoded message" explanation={AWS_TEXTS.stsTellsWhatThe}>
      <div className="flex flex-wrap items-center gap-2">
        <SendButton hosts={[session.endpoints.sts]} disabled={!session.ready || decode.isPending} onClick={send}>
          {decode.isPending ? 'Decoding …' : 'Decode with STS'}
        </SendButton>
      </div>
      {decode.isSuccess && (
        <div role="status">
          <Notice tone="accent">{summary(decode.data)}</Notice>
        </div>
      )}
      {decode.isError && <FailureNotice failure={failureOf(decode.error)} />}
      <LeastPolicy feature="decode" account={session.account} partition={session.partition} />
      <Commands commands={[decodeCommand(message)]} />
    </Feature>
  )
}

/** Reads the principal's policies out of IAM and puts them into the editors. */
export function ImportSection({
  session,
  target,
  action,
  resource,
}: {
  readonly session: AwsSession
  readonly target: ImportTarget
  readonly action: string
  readonly resource: string
}) {
  const assumed = assumedRoleOf({ action, resource }, target)
  const { draft, edit } = useDraft()
  const [progress, setProgress] = useState<readonly [done: number, known: number] | null>(null)
  const controller = useRef<AbortController>(null)
  const read = useMutation({
    mutationFn: async () => {
      // Policies are read by name alone, and another account may have the same name.
      const { live, clients } = await session.openOwn()
      controller.current = new AbortController()
      const follow = {
        signal: controller.current.signal,
        onProgress: (done: number, known: number) => setProgress([done, known]),
      }
      return live.importPrincipal(clients.iam, target, follow, assumed)
    },
    onSettled: () => setProgress(null),
  })
  const result = read.data
  const after = result === undefined ? draft : applyImport(draft, result, resource)
  const changes = importChanges(draft, after)
  const keys = keysAdded(draft, after)
  const isWhole = result === undefined || isWholeImport(result)
  const take = (principal: ImportedPrincipal) => edit((now) => applyImport(now, principal, resource))
  return (
    <Feature
      title={`Import the policies of ${target.kind} ${target.name}`}
      explanation={AWS_TEXTS.asksWhoseCredentialsThese}
    >
      <div className="flex flex-wrap items-center gap-2">
        <SendButton
          hosts={[...new Set([session.endpoints.sts, session.endpoints.iam])]}
          disabled={!session.ready || read.isPending}
          onClick={() => read.mutate()}
        >
          Import from IAM
        </SendButton>
        {read.isPending && (
          <>
            <progress className="h-1.5 w-28" value={progress?.[0] ?? 0} max={progress?.[1] ?? 1} aria-label="Import" />
            <span className="text-xs text-muted">
              {progress === null ? 'Starting …' : `${progress[0]} of ${progress[1]} calls`}
            </span>
            <Button size="small" onClick={() => controller.current?.abort()}>
              Cancel
            </Button>
          </>
        )}
      </div>
      {result !== undefined && (
        <div role="status">
          <Notice tone={!isWhole ? 'deny' : result.failures.length > 0 ? 'depends' : 'allow'}>
            <p>
              {isWhole
                ? `${result.identity.length} identity-based ${result.identity.length === 1 ? 'policy' : 'policies'} read in ${result.calls} calls${
                    result.boundary === undefined
                      ? ''
                      : result.boundary === null
                        ? ', no boundary'
                        : ', and the boundary'
                  }.`
                : result.cancelled
                  ? AWS_TEXTS.theImportWasCancelled
                  : AWS_TEXTS.theImportFailed}
            </p>
            {result.failures.length > 0 && (
              <ul className="mt-1 list-disc pl-4 text-xs">
                {result.failures.map(({ operation, what, cause, code, message }) => (
                  <li key={`${operation} ${what}`}>
                    {what}: {FAILURE_SENTENCES[cause]}{' '}
                    <span className="font-mono text-muted [overflow-wrap:anywhere]">
                      {operation}: {code}
                      {message && `, ${message}`}
                    </span>
                  </li>
                ))}
              </ul>
            )}
            {(isWhole || changes.length + keys.length > 0) && <ChangeList changes={changes} keys={keys} />}
            {changes.length + keys.length > 0 && (
              <Button size="small" className="mt-2" onClick={() => take(result)}>
                Put into the editors
              </Button>
            )}
          </Notice>
        </div>
      )}
      {read.isError && <FailureNotice failure={failureOf(read.error)} />}
      <LeastPolicy feature="import" account={session.account} partition={session.partition} />
      <Commands commands={importCommands(target, assumed)} />
    </Feature>
  )
}

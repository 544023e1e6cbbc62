import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { applyImport } from '../../../aws/apply-import'
import { decodeCommand, importCommands } from '../../../aws/commands'
import { failureOf } from '../../../aws/failure'
import type { ImportTarget } from '../../../aws/import-target'
import { parseDenials } from '../../../denial/parse-denials'
import { setContextKey } from '../../../draft/edit-draft'
import type { Draft } from '../../../draft/draft'
import { Button } from '../../ui/Button'
import { Notice } from '../../ui/Notice'
import { useDraft } from '../../state/workbench'
import { Commands, FailureNotice, Feature, LeastPolicy } from './Feature'
import type { AwsSession } from './use-aws-session'

/** The keys of a decoded message become known keys of the case. */
const takeContext = (draft: Draft, decoded: string): Draft =>
  Object.entries(parseDenials(decoded)[0]?.context ?? {}).reduce(
    (next, [key, value]) =>
      setContextKey(next, key, { state: 'known', values: typeof value === 'string' ? [value] : value }),
    draft,
  )

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
    return 'AWS answered with something that is no JSON.'
  }
  if (message.explicitDeny !== true)
    return 'AWS says: an implicit deny. No statement matched; an Allow is missing. Its context keys are in the request now.'
  const sids = (message.matchedStatements?.items ?? [])
    .map(({ statementId }) =>
      typeof statementId === 'string' && statementId !== '' ? statementId : 'one without a Sid',
    )
    .join(', ')
  return `AWS says: an explicit deny by the statement ${sids || 'that it does not name'}. Its context keys are in the request now.`
}

/** Decodes the encoded message of the paste with STS. */
export function DecodeSection({ session, message }: { readonly session: AwsSession; readonly message: string }) {
  const { edit } = useDraft()
  const decode = useMutation({
    mutationFn: async () => {
      const { live, clients } = await session.open()
      return live.decodeMessage(clients, message)
    },
    onSuccess: (decoded) => edit((draft) => takeContext(draft, decoded)),
  })
  return (
    <Feature
      title="Decode the encoded message"
      explanation="STS tells what the request carried and whether a statement denied it. The credentials must be of the account of the call."
    >
      <div>
        <Button
          look="primary"
          size="small"
          disabled={!session.ready || decode.isPending}
          onClick={() => decode.mutate()}
        >
          {decode.isPending ? 'Decoding …' : 'Decode with STS'}
        </Button>
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
  resource,
}: {
  readonly session: AwsSession
  readonly target: ImportTarget
  readonly resource: string
}) {
  const { edit } = useDraft()
  const [progress, setProgress] = useState<readonly [done: number, known: number] | null>(null)
  const controller = useRef<AbortController>(null)
  const read = useMutation({
    mutationFn: async () => {
      const { live, clients } = await session.open()
      controller.current = new AbortController()
      return live.importPrincipal(clients.iam, target, {
        signal: controller.current.signal,
        onProgress: (done, known) => setProgress([done, known]),
      })
    },
    onSuccess: (principal) => edit((draft) => applyImport(draft, principal, resource)),
    onSettled: () => setProgress(null),
  })
  const result = read.data
  return (
    <Feature
      title={`Import the policies of ${target.kind} ${target.name}`}
      explanation="Reads the inline, attached and group policies and the permissions boundary, and puts them into the editors. Undo brings back what stood there."
    >
      <div className="flex flex-wrap items-center gap-2">
        <Button look="primary" size="small" disabled={!session.ready || read.isPending} onClick={() => read.mutate()}>
          Import from IAM
        </Button>
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
          <Notice tone={result.failures.length || result.cancelled ? 'depends' : 'allow'}>
            <p>
              {result.identity.length} identity-based {result.identity.length === 1 ? 'policy' : 'policies'} read in{' '}
              {result.calls} calls
              {result.boundary === undefined ? '' : result.boundary === null ? ', no boundary' : ', and the boundary'}.
              {result.cancelled ? ' Cancelled: the rest stands as not read.' : ''}
            </p>
            {result.failures.length > 0 && (
              <ul className="mt-1 list-disc pl-4 text-xs">
                {result.failures.map(({ operation, what, code, message }) => (
                  <li key={`${operation} ${what}`}>
                    Not read: {what} ({operation}: {code}
                    {message && `, ${message}`})
                  </li>
                ))}
              </ul>
            )}
          </Notice>
        </div>
      )}
      {read.isError && <FailureNotice failure={failureOf(read.error)} />}
      <LeastPolicy feature="import" account={session.account} partition={session.partition} />
      <Commands commands={importCommands(target)} />
    </Feature>
  )
}

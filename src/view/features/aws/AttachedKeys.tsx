import { AWS_TEXTS } from './messages'
import { messageText } from '../../../text/message-text'
import { useMutation } from '@tanstack/react-query'
import { failureOf } from '../../../aws/failure'
import type { Evaluation } from '../../../evaluation/evaluation'
import { FailureNotice, SendButton } from './Feature'
import type { AwsSession } from './use-aws-session'

interface AttachedKeysProps {
  readonly session: AwsSession
  readonly source: string
  readonly evaluation: Evaluation
}

/** Asks which keys the attached policies use, and names those that the request here does not carry. */
export function AttachedKeys({ session, source, evaluation }: AttachedKeysProps) {
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
          {AWS_TEXTS.whichKeysDoThe}
        </SendButton>
      </div>
      {ask.isSuccess && (
        <p role="status">
          {open.length > 0
            ? messageText(AWS_TEXTS.theRequestHereSays, { open: open.join(', ') })
            : AWS_TEXTS.noneThatTheRequest}
        </p>
      )}
      {ask.isError && <FailureNotice failure={failureOf(ask.error)} />}
    </div>
  )
}

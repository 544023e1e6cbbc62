import { AWS_TEXTS } from './messages'
import { messageText } from '../../../text/message-text'
import { resourcePart } from '../../../iam/arn'
import { useMutation } from '@tanstack/react-query'
import { applyResourcePolicy, importChanges } from '../../../aws/apply-import'
import { failureOf } from '../../../aws/failure'
import { leastPolicyOf } from '../../../aws/feature-permissions'
import type { PolicyRead } from '../../../aws/resource-read'
import { resourcePolicy } from '../../../explanation/steps/resource-commands'
import { useDraft } from '../../state/workbench'
import { Button } from '../../ui/Button'
import { Notice } from '../../ui/Notice'
import { ChangeList } from './ChangeList'
import { Commands, FailureNotice, Feature, PolicyNeeded, SendButton } from './Feature'
import type { AwsSession } from './use-aws-session'

interface ResourceSectionProps {
  readonly session: AwsSession
  readonly read: PolicyRead
}

/** The same as a command, whose output can be pasted. */
function commandsOf({ arn, service, region, account, called }: PolicyRead) {
  const name = resourcePart(arn)
  const line = resourcePolicy({ arn, service, region, account, name }, service === 'iam' ? [] : ['--region', region])
  return line === null ? [] : [{ title: `Read the ${called}`, line }]
}

/** Reads the policy of the request's resource from its own service and puts it into the editor. */
export function ResourceSection({ session, read }: ResourceSectionProps) {
  const { draft, edit } = useDraft()
  const asked = useMutation({ mutationFn: () => session.readPolicy(read) })
  const answer = asked.data
  const apply = (now: typeof draft) => (answer ? applyResourcePolicy(now, read.called, answer.text) : now)
  const changes = importChanges(draft, apply(draft))
  const asksWho = read.service === 'iam' && session.caller === undefined
  return (
    <Feature
      title={`Read the ${read.called} of the resource`}
      explanation={messageText(AWS_TEXTS.asksTheServiceOf, { arn: read.arn, account: read.account })}
    >
      <div className="flex flex-wrap items-center gap-2">
        <SendButton
          hosts={[...(asksWho ? [session.endpoints.sts] : []), session.override ?? read.host]}
          disabled={!session.ready || asked.isPending}
          onClick={() => asked.mutate()}
        >
          {asked.isPending ? 'Reading …' : `Read the ${read.called}`}
        </SendButton>
      </div>
      {answer !== undefined && (
        <div role="status">
          <Notice tone={answer.isSure ? 'allow' : 'depends'}>
            <p>{toldOf(answer.text !== null, answer.isSure, read.called)}</p>
            <ChangeList changes={changes} keys={[]} />
            {changes.length > 0 && (
              <Button size="small" className="mt-2" onClick={() => edit(apply)}>
                Put into the editors
              </Button>
            )}
          </Notice>
        </div>
      )}
      {asked.isError && <FailureNotice failure={failureOf(asked.error)} />}
      <PolicyNeeded policy={leastPolicyOf(read.action, read.arn)} />
      <Commands commands={commandsOf(read)} />
    </Feature>
  )
}

function toldOf(isThere: boolean, isSure: boolean, called: string): string {
  if (isThere) return messageText(AWS_TEXTS.theCalledWasRead, { called })
  return isSure
    ? messageText(AWS_TEXTS.awsSaysThatThere, { called })
    : messageText(AWS_TEXTS.awsFoundNoCalled, { called })
}

import type { FoundCall } from './command-words'
import type { Range } from '../text/mapped-text'

/** A change of permissions that the text shows before a refusal: it can take some seconds to be in effect. */
interface FoundChange {
  /** What was changed, as the tool writes it. */
  readonly words: string
  readonly range: Range
}

/** What of Terraform grants something, or is granted something. */
const TERRAFORM =
  /\b(?<words>aws_(?:iam_(?:role|user|group|policy)\w{0,40}|iam_instance_profile|kms_grant|lambda_permission|\w{2,40}_policy)\.[\w.[\]"-]{1,120}):\s(?:Creation|Modifications)\scomplete\safter\s\d{1,2}s[^\n]{0,200}/g

/** The same of a stack. */
const STACK =
  /\b(?:CREATE|UPDATE)_COMPLETE[\s|]{1,20}(?<words>AWS::IAM::(?:Role|User|Group|Policy|ManagedPolicy|RolePolicy|UserPolicy|GroupPolicy|InstanceProfile)[\s|]{1,20}[\w/-]{1,120})/g

/** Commands that change what somebody may do. */
const CHANGES =
  /^(?:(?:Attach|Detach|Put)(?:User|Role|Group)Policy|CreatePolicyVersion|SetDefaultPolicyVersion|UpdateAssumeRolePolicy|AddUserToGroup|Create(?:Role|User)|AddRoleToInstanceProfile)$/

/** Every change of permissions that the text shows, in order. */
export function findChanges(text: string, commands: readonly FoundCall[]): readonly FoundChange[] {
  const shown = [TERRAFORM, STACK].flatMap((pattern) =>
    Array.from(text.matchAll(pattern), ({ 0: line, index, groups }): FoundChange => ({
      words: groups?.words ?? '',
      range: [index, index + line.length],
    })),
  )
  const called = commands
    .filter(({ service, operation }) => service === 'iam' && CHANGES.test(operation))
    .map(({ range }): FoundChange => ({ words: text.slice(...range).slice(0, 120), range }))
  return [...shown, ...called].toSorted((one, other) => one.range[0] - other.range[0])
}

/** How far before a refusal a change may stand. */
const REACH = 6_000

/** The last change before a refusal. `refused`: the calls that were, of which none changed anything. */
export const changeBefore = (
  changes: readonly FoundChange[],
  start: number,
  refused: ReadonlySet<number>,
): FoundChange | null =>
  changes.findLast(({ range: [from, to] }) => to <= start && start - to <= REACH && !refused.has(from)) ?? null

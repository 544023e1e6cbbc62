import { accountOfArn } from '../../iam/arn'
import { ARN_OF, arnsOfKind, IS_SET_TO } from '../../iam/arn-in-text'
import type { Denial } from '../../denial/denial'
import type { SituationShape } from '../../facts/situations/situation-row'
import { SITUATIONS, type SituationId } from '../../facts/situations/situations'
import { onlyOne } from '../../text/only-one'
import { own } from '../../text/own'
import { MOST_READ, type RuleInput } from './inference'

const ROLE = ARN_OF.role
/** How people write who calls, beside the error: `caller: arn:…`, `running as arn:…`. */
const SAID_CALLER = new RegExp(
  String.raw`\b(?:caller|(?:call(?:s|ed|ing)?|run(?:s|ning)?|deploy(?:s|ed|ing)?|logged in|signed in) as)(?: is)?[ \t]{0,2}[:=]?[ \t]{0,2}["'\`(]?(${ARN_OF.caller})`,
  'gi',
)

/** The role of the program in the containers of a task. */
const TASK_ROLE = new RegExp(String.raw`\btaskRoleArn${IS_SET_TO}(${ROLE})`, 'gi')
/** What ECS says before a program runs: that calls with the other role. */
const BEFORE_PROGRAM = /ResourceInitializationError|CannotPull|CannotStart|unable to pull/i

/** How an event of CloudTrail writes who called, also where a paste holds parts of it alone. */
const USER_IDENTITY = new RegExp(
  String.raw`"userIdentity"\s{0,3}:\s{0,3}\{[^{}]{0,300}"arn"\s{0,3}:\s{0,3}"(${ARN_OF.caller})"`,
  'gi',
)

/** A way in which a program gets credentials that are not its own, and the role whose they are. */
interface TakenCredentials {
  readonly sign: RegExp
  readonly role: RegExp
}

/** Ordered: what is taken later in a run comes first. */
const TAKEN: readonly TakenCredentials[] = [
  {
    // A function that a pipeline invokes gets credentials of the pipeline's role for the artifacts.
    sign: /\bartifactCredentials\b/,
    role: new RegExp(
      String.raw`\baction(?:'s)? role(?: arn)?["']?\s?[:=]?\s?["']?(${ROLE}|[\w+=,.@-]{2,64}[\w+=@-])`,
      'gi',
    ),
  },
  {
    // A client that is made with the keys of a role that the code assumes.
    sign: /\b(?:aws_access_key_id|accessKeyId)["']?\s?[:=]\s?\w{1,40}(?:\[["']?|\.|\?\.)[\w.[\]"']{0,40}AccessKeyId/,
    role: new RegExp(String.raw`\bassume_?role\([^)]{0,300}?RoleArn${IS_SET_TO}(${ROLE})`, 'gi'),
  },
  {
    sign: /\bconfigure-aws-credentials\b/,
    role: new RegExp(String.raw`\brole-to-assume${IS_SET_TO}(${ROLE})`, 'gi'),
  },
]

const asArn = (role: string, text: string): string => {
  if (role.startsWith('arn:')) return role
  return `arn:aws:iam::${onlyOne(arnsOfKind(text, 'thing').map(accountOfArn)) ?? '<account>'}:role/${role}`
}

/** The role whose credentials a program took before it called, as its code or its workflow shows. */
function takenRole(whole: string): string | null {
  const text = whole.slice(0, MOST_READ)
  for (const { sign, role } of TAKEN) {
    if (!sign.test(text)) continue
    return onlyOne([...text.matchAll(role)].map(([, one = '']) => asArn(one, text))) ?? null
  }
  return null
}

/** How a text names the role that each service works with, by what the service says then. */
const WORKS_WITH: Readonly<Partial<Record<SituationId, RegExp>>> = {
  'efs-mount-signed': new RegExp(String.raw`\bIAM authentication\b[^\0]{0,60}?\bwebidentity:(${ROLE})`, 'gi'),
  'node-image-pull': new RegExp(String.raw`\bnode(?: ?instance)?[- _]?role(?: ?arn)?${IS_SET_TO}(${ROLE})`, 'gi'),
  'task-image-pull': new RegExp(String.raw`\bexecutionRoleArn${IS_SET_TO}(${ROLE})`, 'gi'),
  'agent-role-profile': new RegExp(String.raw`\bagentResourceRoleArn${IS_SET_TO}(${ROLE})`, 'gi'),
  'service-role-lacks': new RegExp(
    String.raw`\b(?:deployment|execution|service|build|action|stack|task|job) role(?: arn)?(?:${IS_SET_TO}|\s)(${ROLE})`,
    'gi',
  ),
  'task-start-secrets': new RegExp(String.raw`\bexecutionRoleArn${IS_SET_TO}(${ROLE})`, 'gi'),
}

/** The role that a service works with where it says this, as the text names it. */
function workingRole(situation: SituationId | undefined, whole: string): string | null {
  const named = own(WORKS_WITH, situation ?? '')
  if (named === undefined) return null
  return onlyOne([...whole.slice(0, MOST_READ).matchAll(named)].map(([, role = '']) => role)) ?? null
}

/** The role of credentials that a program took; what STS refuses is asked with those before. */
const ofTaken = ({ action, inferred, operation }: Denial, text: string): string | null =>
  /^(?:sts:)?(?:AssumeRole|GetSessionToken|GetFederationToken)/i.test(action ?? inferred.action ?? operation ?? '')
    ? null
    : takenRole(text)

/** Do the words of a service say that another was refused than who calls, or not who? */
const isOfAnother = ({ situation }: Denial): boolean => {
  if (situation === undefined) return false
  const row: SituationShape = SITUATIONS[situation]
  return row.refused !== 'caller'
}

/** The one caller that a text names as such. */
export function saidCaller({ denial, text = '' }: RuleInput): string | null {
  if (denial === null) return null
  if (isOfAnother(denial)) return workingRole(denial.situation, text)
  const seen = text.slice(0, MOST_READ)
  const named = [...seen.matchAll(SAID_CALLER), ...seen.matchAll(USER_IDENTITY)]
  const arns = named.map(([, arn]) => arn!.replace(/[.,/]$/, ''))
  const said = onlyOne(arns)
  if (said !== undefined || arns.length > 0 || BEFORE_PROGRAM.test(seen)) return said ?? null
  return onlyOne([...seen.matchAll(TASK_ROLE)].map(([, arn]) => arn!)) ?? ofTaken(denial, text)
}

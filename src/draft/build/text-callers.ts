import type { SituationId } from '../../facts/situations/situations'
import { parseArn } from '../../iam/arn'
import { onlyOne } from '../../text/only-one'
import { own } from '../../text/own'
import { MOST_READ } from './inference'

const ROLE = String.raw`arn:aws[\w-]{0,12}:iam::\d{12}:role\/[\w+=,.@/-]{1,300}`
const IS = String.raw`["']?\s{0,3}[:=]\s{0,3}["']?`

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
    role: new RegExp(String.raw`\bassume_?role\([^)]{0,300}?RoleArn${IS}(${ROLE})`, 'gi'),
  },
  {
    sign: /\bconfigure-aws-credentials\b/,
    role: new RegExp(String.raw`\brole-to-assume${IS}(${ROLE})`, 'gi'),
  },
]

const asArn = (role: string, text: string): string => {
  if (role.startsWith('arn:')) return role.replace(/[.,/]$/, '')
  const accounts = [...text.matchAll(/\barn:aws[\w-]{0,12}:[a-z\d-]{2,40}:[a-z\d-]{0,30}:(\d{12}):/g)]
  return `arn:aws:iam::${onlyOne(accounts.map(([, account = '']) => account)) ?? '<account>'}:role/${role}`
}

/** The role whose credentials a program took before it called, as its code or its workflow shows. */
export function takenRole(whole: string): string | null {
  const text = whole.slice(0, MOST_READ)
  for (const { sign, role } of TAKEN) {
    if (!sign.test(text)) continue
    return onlyOne([...text.matchAll(role)].map(([, one = '']) => asArn(one, text))) ?? null
  }
  return null
}

/** How a text names the role that each service works with, by what the service says then. */
const WORKS_WITH: Readonly<Partial<Record<SituationId, RegExp>>> = {
  'node-image-pull': new RegExp(String.raw`\bnode(?: ?instance)?[- _]?role(?: ?arn)?${IS}(${ROLE})`, 'gi'),
  'task-image-pull': new RegExp(String.raw`\bexecutionRoleArn${IS}(${ROLE})`, 'gi'),
  'task-start-secrets': new RegExp(String.raw`\bexecutionRoleArn${IS}(${ROLE})`, 'gi'),
}

/** The role that a service works with where it says this, as the text names it. */
export function workingRole(situation: SituationId | undefined, whole: string): string | null {
  const named = own(WORKS_WITH, situation ?? '')
  if (named === undefined) return null
  const roles = [...whole.slice(0, MOST_READ).matchAll(named)].map(([, role = '']) => role.replace(/[.,/]$/, ''))
  const role = onlyOne(roles)
  return role !== undefined && parseArn(role) !== null ? role : null
}

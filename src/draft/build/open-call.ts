import type { Denial } from '../../denial/denial'
import { ANY_PART } from '../../iam/any-part'
import { serviceOfArn } from '../../iam/arn'
import { matchWildcard } from '../../iam/wildcard'
import { parsePolicy } from '../../policy/parse-policy'
import type { Statement } from '../../policy/policy'
import { own } from '../../text/own'
import type { Draft } from '../draft'
import { draftPoliciesOf } from '../edit/edit-layers'
import type { RowQuestion } from './row-question'

/** A call that a program makes of a service: its action, whether it writes, and whether it is asked of what is in the thing that the text names. */
interface UsualCall {
  readonly action: string
  readonly writes?: true
  readonly within?: true
}

/** What programs call most, by service, in the order in which they do. */
const USUAL: Readonly<Record<string, readonly UsualCall[]>> = {
  s3: [
    { action: 's3:ListBucket' },
    { action: 's3:GetObject', within: true },
    { action: 's3:PutObject', writes: true, within: true },
    { action: 's3:DeleteObject', writes: true, within: true },
  ],
  sqs: [{ action: 'sqs:ReceiveMessage' }, { action: 'sqs:DeleteMessage' }, { action: 'sqs:SendMessage', writes: true }],
  dynamodb: [
    { action: 'dynamodb:GetItem' },
    { action: 'dynamodb:Query' },
    { action: 'dynamodb:PutItem', writes: true },
    { action: 'dynamodb:UpdateItem', writes: true },
  ],
}

/** The service of a denial that names no call; null where it names one, or its words say what it is about. */
function openService(denial: Denial | null): string | null {
  if (denial === null || denial.kind === 'not-authorization' || denial.situation !== undefined) return null
  const { action, operation, call, decision, inferred } = denial
  if ([action, operation, inferred.action, call].some((one) => one !== undefined && one !== null)) return null
  if (decision === 'explicit' || inferred.principal === 'anonymous') return null
  return denial.service ?? inferred.service ?? null
}

const isNamed = ({ action: { values, not } }: Statement, { action }: UsualCall): boolean =>
  values.some(({ text }) => matchWildcard(text.toLowerCase(), action.toLowerCase())) !== not

const isOn = ({ resource }: Statement, asked: string | null): boolean =>
  resource === null || asked === null || resource.values.some(({ text }) => matchWildcard(text, asked)) !== resource.not

/** What a call is asked of: the thing itself, or something in it, as an object in a bucket. */
const askedOf = (thing: string | null, { within }: UsualCall): string | null =>
  thing === null ? null : within === true ? `${thing}/${ANY_PART}` : thing

/** The thing that a denial is about: of an object its bucket. In other ARNs a slash stands before the name of the thing itself. */
function thingOf({ inferred, resource }: Denial): string | null {
  const named = inferred.resource ?? resource
  return named !== null && serviceOfArn(named) === 's3' ? (named.split('/', 1)[0] ?? null) : named
}

/** The one of some calls that was denied, as far as it is told by what the policies let through; null where more than one can be. */
function deniedOne(calls: readonly UsualCall[], allows: readonly Statement[], thing: string | null): UsualCall | null {
  const named = calls.filter((call) => allows.some((one) => isNamed(one, call)))
  const passed = named.filter((call) => allows.some((one) => isNamed(one, call) && isOn(one, askedOf(thing, call))))
  const lacking = calls.filter((call) => !passed.includes(call))
  const [misplaced] = lacking.filter((call) => named.includes(call))
  if (misplaced !== undefined) return misplaced
  const isOneKind = lacking.length === 1 || lacking.every(({ writes }) => writes === true)
  return named.length > 0 && isOneKind ? (lacking[0] ?? null) : null
}

/**
 * The call that a denial of a service is of, where it names none and the caller's policies are here: of those that programs make
 * of that service, the one that they do not let through.
 */
export function openCall(draft: Draft, denial: Denial | null): RowQuestion | null {
  const calls = own(USUAL, openService(denial) ?? '')
  if (denial === null || calls === undefined || draft.layers.identity.state !== 'given') return null
  const statements = draftPoliciesOf(draft.layers, 'identity').flatMap(
    ({ text }) => parsePolicy(text, 'identity').statements,
  )
  if (statements.some(({ effect }) => effect === 'Deny')) return null
  const thing = thingOf(denial)
  const call = deniedOne(calls, statements, thing)
  return call && { principal: null, action: call.action, resource: askedOf(thing, call) }
}

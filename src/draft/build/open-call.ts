import { type Denial, howDenied } from '../../denial/denial'
import { ANY_PART } from '../../iam/any-part'
import { serviceOfArn, firstInPath } from '../../iam/arn'
import { SITUATIONS } from '../../facts/situations/situations'
import type { SituationShape } from '../../facts/situations/situation-row'
import type { CaseLayer } from '../../iam/layers'
import { matchWildcard } from '../../iam/wildcard'
import { parsePolicy } from '../../policy/parse-policy'
import type { Statement } from '../../policy/policy'
import { own } from '../../text/own'
import type { Draft } from '../draft'
import { draftPoliciesOf } from '../edit/edit-layers'
import type { RowQuestion } from './row-question'
import { namesAction } from '../../policy/statement-names'

/** A call that a program makes of a service: its action, whether it writes, and whether it is asked of what is in the thing that the text names. */
interface UsualCall {
  readonly action: string
  /** Of a call that changes something: how texts speak of it. Nothing is opened for writing that no word speaks of. */
  readonly writes?: RegExp
  readonly within?: true
}

const PUTS =
  /\b(?:cop(?:y|ies|ied)|upload|put|(?:py)?writ|sav|stor|push|back(?:ing|ed)?\s?up|export|sync|deploy|publish|attach|flush|ship|archiv|cach|insert|persist|append|updat|upsert|creat|dump|collectstatic|multipart|stream)/i
const DELETES = /\b(?:delet|remov|clean|prun|purg|expir|sync|compact|retention|rotat|mov|rm\b|mv\b)/i
const SENDS = /\b(?:send|sent|publish|enqueu|put|push|produc|emit|dispatch|perform_later|delay)/i

/** What programs call most, by service, in the order in which they do. */
const USUAL: Readonly<Record<string, readonly UsualCall[]>> = {
  s3: [
    { action: 's3:ListBucket' },
    { action: 's3:GetObject', within: true },
    { action: 's3:PutObject', writes: PUTS, within: true },
    { action: 's3:DeleteObject', writes: DELETES, within: true },
  ],
  sqs: [
    { action: 'sqs:ReceiveMessage' },
    { action: 'sqs:DeleteMessage' },
    { action: 'sqs:SendMessage', writes: SENDS },
  ],
  dynamodb: [
    { action: 'dynamodb:GetItem' },
    { action: 'dynamodb:Query' },
    { action: 'dynamodb:PutItem', writes: PUTS },
    { action: 'dynamodb:UpdateItem', writes: PUTS },
  ],
}

/** Do the words of a denial say no more than that a role of a service, or its policy of the resource, refused something? */
function isOfAnyCall({ situation }: Denial): boolean {
  if (situation === undefined) return true
  const { decides, service, actions }: SituationShape = SITUATIONS[situation]
  return decides !== 'none' && decides !== 'trust' && service === undefined && actions === undefined
}

/** The service of a denial that names no call; null where it names one, or its words say what it is about. */
function openService(denial: Denial | null): string | null {
  if (denial === null || denial.kind === 'not-authorization' || !isOfAnyCall(denial)) return null
  const { action, operation, call, inferred } = denial
  if ([action, operation, inferred.action, call].some((one) => one !== undefined && one !== null)) return null
  return inferred.principal === 'anonymous' ? null : (denial.service ?? inferred.service ?? null)
}

const isOn = ({ resource }: Statement, asked: string | null): boolean =>
  resource === null || asked === null || resource.values.some(({ text }) => matchWildcard(text, asked)) !== resource.not

/** What a call is asked of: the thing itself, or something in it, as an object in a bucket. */
const askedOf = (thing: string | null, { within }: UsualCall): string | null =>
  thing === null ? null : within === true ? `${thing}/${ANY_PART}` : thing

/** The name of an action, as policies have it: no word of what was done. */
const ACTION_NAME = /\b[a-z\d-]{2,40}:[A-Z]\w{2,60}/g

/** The thing that a denial is about: of an object its bucket. In other ARNs a slash stands before the name of the thing itself. */
function thingOf({ inferred, resource }: Denial): string | null {
  const named = inferred.resource ?? resource
  return named !== null && serviceOfArn(named) === 's3' ? firstInPath(named) : named
}

/** The one of some calls that was denied, as far as it is told by what the policies let through; null where more than one can be. */
function deniedOne(calls: readonly UsualCall[], allows: readonly Statement[], thing: string | null): UsualCall | null {
  const named = calls.filter((call) => allows.some((one) => namesAction(one, call.action)))
  const passed = named.filter((call) =>
    allows.some((one) => namesAction(one, call.action) && isOn(one, askedOf(thing, call))),
  )
  const lacking = calls.filter((call) => !passed.includes(call))
  const [misplaced] = lacking.filter((call) => named.includes(call))
  if (misplaced !== undefined) return misplaced
  const isOneKind = lacking.length === 1 || lacking.every(({ writes }) => writes !== undefined)
  return named.length > 0 && isOneKind ? (lacking[0] ?? null) : null
}

/** Layers beside the caller's own policies: what they do not allow nothing else does, or only a Deny of theirs counts. */
const LIMITS = ['endpoint', 'boundary', 'scp', 'session'] as const
const OTHERS = [...LIMITS, 'rcp', 'resource'] as const

const statementsOf = ({ layers }: Draft, layer: CaseLayer): readonly Statement[] =>
  layers[layer].state === 'given'
    ? draftPoliciesOf(layers, layer).flatMap(({ text }) => parsePolicy(text, layer).statements)
    : []

/** Is it a Deny that was written for a call: it names it, and not with all others? One of all calls tells of none of them. */
const deniesCall = (one: Statement, { action }: UsualCall, asked: string | null): boolean =>
  one.effect === 'Deny' &&
  namesAction(one, action) &&
  !one.action.not &&
  one.action.values.some(({ text }) => text !== '*' && !text.endsWith(':*')) &&
  isOn(one, asked)

/** A limit with Allows of which none is for a call. */
const lacksCall = (statements: readonly Statement[], { action }: UsualCall, asked: string | null): boolean => {
  const allows = statements.filter(({ effect }) => effect === 'Allow')
  return allows.length > 0 && !allows.some((one) => namesAction(one, action) && isOn(one, asked))
}

/** The first of some calls that a policy beside the caller's own stops, or may stop by its conditions. */
function stoppedOne(draft: Draft, calls: readonly UsualCall[], thing: string | null): UsualCall | null {
  const others = OTHERS.map((layer) => statementsOf(draft, layer)).filter(({ length }) => length > 0)
  const limits = LIMITS.map((layer) => statementsOf(draft, layer)).filter(({ length }) => length > 0)
  const isStopped = (call: UsualCall): boolean => {
    const asked = askedOf(thing, call)
    return (
      others.some((statements) => statements.some((one) => deniesCall(one, call, asked))) ||
      (thing !== null && limits.some((statements) => lacksCall(statements, call, asked)))
    )
  }
  // What is read or written says more than the list of it, which any policy of the whole thing names too.
  return calls.filter(({ within }) => within === true).find(isStopped) ?? calls.find(isStopped) ?? null
}

/** The one that the caller's own policies do not let through; null where they have a Deny, which tells more. */
function lackedOne(draft: Draft, calls: readonly UsualCall[], thing: string | null): UsualCall | null {
  const statements = statementsOf(draft, 'identity')
  return statements.length === 0 || statements.some(({ effect }) => effect === 'Deny')
    ? null
    : deniedOne(calls, statements, thing)
}

/**
 * The call that a denial of a service is of, where it names none and policies are here: of those that programs make of that
 * service, the one that the caller's policies do not let through; where they let all through, the one that another policy
 * stops.
 */
export function openCall(draft: Draft, denial: Denial | null): RowQuestion | null {
  const calls = own(USUAL, openService(denial) ?? '')
  if (denial === null || calls === undefined) return null
  const thing = thingOf(denial)
  const told = draft.paste.replaceAll(ACTION_NAME, ' ')
  const made = calls.filter(({ writes }) => writes?.test(told) !== false)
  const lacked = howDenied(denial) === 'explicitDeny' ? null : lackedOne(draft, made, thing)
  const call = lacked ?? stoppedOne(draft, made, thing)
  return call && { principal: null, action: call.action, resource: askedOf(thing, call) }
}

import { givesMore } from '../../facts/escalations'
import { sharingOf } from '../../facts/without-policy'
import { isAccountId, lastInPath } from '../../iam/arn'
import { LAYERS, type Layer } from '../../iam/layers'
import { parsePrincipal } from '../../iam/principal'
import { CIRCUMSTANCES, type Circumstance } from '../../knowledge/circumstances'
import { FOREIGN_VARIABLE } from '../../knowledge/foreign-variables'
import { isKnownCause, KNOWLEDGE } from '../../knowledge/likely-causes'
import type { KnowledgeRow } from '../../knowledge/knowledge'
import { toRun, type Instruction } from '../instruction'
import { whyNotEditable } from '../../policy/policy-documents'
import { askAdministrator, keepSession, otherCall } from '../messages/instructions'
import { WRONG_CALLER } from '../messages/policy-of-another'
import { plainText } from '../../text/phrase'
import { refusalChangeIn } from '../words/layer-fact'
import { layerResult, samePlace, type JudgedCase } from '../judged-case'
import type { Answer, Cause } from '../answer'
import type { StatementResult } from '../../evaluation/evaluation'
import { SITUATIONS, type SituationId } from '../../facts/situations/situations'
import { withFilledInstructions } from './filled-blanks'
import { meantCall } from './meant-call'
import { own } from '../../text/own'
import { isOfSelf, onlyReadsAccess } from './own-access'
import { ofLinkedRole, ofUnsigned } from './caller-instructions'
import { ofNoPolicy, ofOpen } from './no-policy-instructions'
import { ownPartInstructions } from './own-part'
import { withOwnTool } from './own-tool'
import { placeFacts } from './policy-place'
import { callFromOwner, shareFromOwner } from '../messages/answers'
import { headlineFacts } from '../words/headline'
import { isLeftAlone, isNotInEffect, isOfCallAlone } from '../causes/call-first'
import { changesOfListed } from '../causes/listed-tests'
import { commandsOf, ofCause, ofCauses } from '../causes/tell-no-policy'
import { findDeny } from './find-deny'
import { exemptedCallers } from '../steps/exempted-callers'
import { missedException } from '../steps/missed-exception'
import { meantThings } from '../steps/meant-things'
import { nameChanges } from '../steps/name-changes'
import { requestChanges } from '../steps/request-changes'
import { literal } from '../steps/script'

/** The statement that the answer stands on. */
const decidingStatement = (judged: JudgedCase, { layer, fact }: Answer): StatementResult | undefined => {
  const place = layer === 'none' ? undefined : fact?.evidence?.place
  return place && layerResult(judged.evaluation, layer as Layer)?.statements.find((one) => samePlace(one, place))
}

/** What of the request would lift the statement that the answer stands on. */
const ofRequest = (judged: JudgedCase, answer: Answer): readonly Instruction[] => {
  if (answer.layer === 'none') return changesOfListed(judged)
  const statement = decidingStatement(judged, answer)
  return statement === undefined
    ? []
    : [
        ...requestChanges(judged, statement),
        ...nameChanges(judged, statement),
        ...meantThings(judged, statement),
        ...exemptedCallers(judged, statement),
      ]
}

/** Whom to ask in place of an exception that would let the caller give itself more permissions. */
const ofGuard = (judged: JudgedCase, answer: Answer): readonly Instruction[] => {
  const { decision, layer } = answer
  const { request } = judged.accessCase
  const statement = decidingStatement(judged, answer)
  // Whom a Deny is meant to exempt is one of those who may make the call.
  if (statement !== undefined && missedException(judged, statement) !== null) return []
  // What an SCP denies, it denies the account’s administrators too.
  const isOfCaller = layer !== 'none' && layer !== 'session' && layer !== 'scp' && LAYERS[layer].side === 'caller'
  // To hand over one role is what deployments do.
  const isPassRole = request.action.toLowerCase() === 'iam:passrole'
  const isMeant =
    decision === 'explicitDeny' ||
    (layer === 'identity' && !isPassRole && (onlyReadsAccess(judged) || isOfSelf(judged)))
  const leadsTo = isMeant && isOfCaller ? givesMore(request.action) : null
  return leadsTo === null
    ? []
    : [{ kind: 'call', sentence: askAdministrator(request.action, leadsTo), commands: [], page: null }]
}

/** The call that the role is made for, in place of one that it lets nobody make. */
const ofOtherCall = (judged: JudgedCase, { decision, layer, causes }: Answer): readonly Instruction[] => {
  // What the session has already, it need not get by another call.
  const isOwn = judged.evaluation.limits.includes('role-assumes-itself')
  const meant = decision === 'implicitDeny' && layer === 'trust' && !isOwn ? meantCall(judged) : null
  const isSaid = causes.some(({ code }) => code === 'role-assumed-by-another-call')
  return meant === null || isSaid
    ? []
    : [{ kind: 'call', sentence: otherCall(meant.action, meant.provider), commands: [], page: TOKENS }]
}

const TOKENS = 'https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html'

/** A role that its own session assumes need not be assumed. */
const ofOwnRole = ({ evaluation, accessCase }: JudgedCase, { decision }: Answer): readonly Instruction[] =>
  decision === 'implicitDeny' && evaluation.limits.includes('role-assumes-itself')
    ? [
        {
          kind: 'call',
          sentence: keepSession(lastInPath(accessCase.request.resource)),
          commands: [],
          page: OWN_ROLE,
        },
      ]
    : []

const OWN_ROLE = 'https://aws.amazon.com/blogs/security/announcing-an-update-to-iam-role-trust-policy-behavior/'

/** The call from the account of a thing that takes no policy of its own, which nothing opens to another account. */
const ofPolicyless = (judged: JudgedCase, { decision, layer }: Answer): readonly Instruction[] => {
  const facts = headlineFacts(judged, 'resource')
  const isIt = decision === 'implicitDeny' && layer === 'resource' && facts.ownerOfPolicyless !== null
  const { principal, resource, action } = judged.accessCase.request
  const account = parsePrincipal(principal)?.account ?? ''
  const sharing = isIt && isAccountId(account) ? sharingOf(resource, action, account) : null
  if (sharing !== null) {
    const command = toRun(literal(sharing.command))
    return [{ kind: 'setting', sentence: shareFromOwner(facts, account), commands: [command], page: sharing.page }]
  }
  return isIt ? [{ kind: 'call', sentence: callFromOwner(facts), commands: [], page: ACROSS }] : []
}

const ACROSS = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies-cross-account-resource-access.html'

/** A variable that never has a value here stands for nobody’s own. */
const isOfForeignVariable = ({ causes: [first] }: Answer): boolean => Object.hasOwn(FOREIGN_VARIABLE, first?.code ?? '')

/** What a table says to do where AWS names a policy that nobody here can edit, or that whoever makes the session passes. */
const ofUneditable = (judged: JudgedCase, answer: Answer): readonly Instruction[] => {
  const { basis, layer, causes } = answer
  const [first] = causes
  return layer !== 'none' &&
    first !== undefined &&
    isKnownCause(first.code) &&
    ((first.statements.length === 0 && layer === 'session' && basis === 'claimed') || isClosed(judged, answer))
    ? [ofCause(first)]
    : []
}

/** Is it a policy that nobody here can edit, or edits for this? */
const isClosed = (judged: JudgedCase, { layer, causes }: Answer): boolean =>
  layer !== 'none' && (isLeftAlone({ causes }) || whyNotEditable(placeFacts(judged, layer, '')) !== null)

/** What makes a request pass that no policy can let through. */
const ofRefusal = (judged: JudgedCase, { layer }: Answer): readonly Instruction[] => {
  const result = layer === 'none' ? null : layerResult(judged.evaluation, layer)
  const change = result === null ? null : refusalChangeIn(judged, result)
  if (change === null) return []
  return [{ sentence: change.says(judged.accessCase.request.action), commands: [], page: change.page }]
}

/** Is what a table says to do done in a policy, and not in the call? */
const isOfPolicy = ({ code, layer }: Cause): boolean =>
  own<KnowledgeRow>(KNOWLEDGE, code)?.isOfPolicy === true || (layer !== 'none' && Object.hasOwn(SITUATIONS, code))

/** What a table says to do about the likeliest cause, where it is no statement that can be shown. */
const ofLikely = ({ basis, causes: [first] }: Answer): readonly Instruction[] =>
  basis === 'likely' && first !== undefined && isKnownCause(first.code) && first.statements.length === 0
    ? [{ ...ofCause(first), ...(isOfPolicy(first) && { kind: 'setting' as const }) }]
    : []

/** What the request can do to meet a guardrail that AWS's words speak for: it comes before asking for an exception. */
const ofGuardrail = (
  { basis, decision, causes: [first] }: Answer,
  ofCall: readonly Instruction[],
): readonly Instruction[] => {
  const row = first && new Map<string, Circumstance>(Object.entries(CIRCUMSTANCES)).get(first.code)
  // What a guardrail asks for, need not be asked where its own statement is here and says it.
  const isSaidHere = row?.isOfUnseen === true && ofCall.length > 0
  const isGuard = first !== undefined && row?.guards !== undefined && row.isOfPolicy !== true && !isSaidHere
  return (basis === 'claimed' || basis === 'proven') && decision === 'explicitDeny' && isGuard
    ? [{ ...ofCause(first), ...(row.isOwn === true && { isOwn: true as const }) }]
    : []
}

/** What of the request is to be changed in place of a policy, by a table; nothing where the service itself says what it is. */
const ofRequestCauses = ({ causes }: Answer): readonly Instruction[] => {
  if (Object.hasOwn(SITUATIONS, causes[0]?.code ?? '')) return []
  const rows = new Map<string, KnowledgeRow>(Object.entries(KNOWLEDGE))
  return causes.filter(({ code, isRefuted }) => !isRefuted && rows.get(code)?.isOfRequest === true).map(ofCause)
}

/** What a command does about what the service says in words of its own, where policies decide that. */
const ofSaid = (judged: JudgedCase, { basis, causes: [first] }: Answer): readonly Instruction[] =>
  basis !== 'proven' && first !== undefined && Object.hasOwn(SITUATIONS, first.code)
    ? commandsOf(judged, first.code as SituationId)
    : []

/** Who should call, where the policy that allows it is another's; or who has to have it, where no other can make the call. */
const ofHolder = ({ causes: [first] }: Answer): readonly Instruction[] => {
  if (first && isNotInEffect(first)) return [{ ...ofCause(first), kind: 'setting', isAlone: true }]
  return first && (first.code === 'policy-of-another' || Object.hasOwn(WRONG_CALLER, first.code))
    ? [{ ...ofCause(first), kind: first.isOfPolicy === true ? 'setting' : 'call' }]
    : []
}

/** The look that tells the causes apart. */
const ofQuestion = ({ question }: Answer): readonly Instruction[] =>
  question
    ? [
        {
          kind: 'check',
          sentence: question.sentence,
          commands: question.command ? [toRun(question.command)] : [],
          page: question.page,
        },
      ]
    : []

/** What to do that changes no policy: before any change of one, or where none is the cause. */
export const answerInstructions = (judged: JudgedCase, answer: Answer): readonly Instruction[] =>
  withOwnTool(judged, withFilledInstructions(judged, toldInstructions(judged, answer)))

const toldInstructions = (judged: JudgedCase, answer: Answer): readonly Instruction[] => {
  if (answer.noPolicy) return ofNoPolicy(answer.noPolicy, answer)
  if (answer.decision === 'none')
    return answer.basis === 'open' ? ofOpen(judged) : [...ofQuestion(answer), ...ofCauses(answer.causes)]
  // What a table says to add to a role, nobody can add to one of AWS's own.
  const linked = ofLinkedRole(judged, answer)
  if (linked.length > 0) return [...ofQuestion(answer), ...linked]
  const said = ofSaid(judged, answer)
  // A call that is wrong by itself is corrected, not made by another caller or with another option.
  const isWrong = isOfCallAlone(answer)
  const ofCall = isWrong ? [] : ofRequest(judged, answer)
  const guardrail = ofGuardrail(answer, ofCall)
  const told = [
    ...ofQuestion(answer),
    ...ofHolder(answer),
    ...ofRefusal(judged, answer),
    ...ofOtherCall(judged, answer),
    ...ofOwnRole(judged, answer),
    ...(isWrong ? [] : ofPolicyless(judged, answer)),
    // What a table says of the very call comes in place of an option of the AWS CLI.
    ...guardrail,
    ...(guardrail.length > 0 ? [] : ofCall),
    ...(isWrong ? [] : ofGuard(judged, answer)),
    ...(answer.decision === 'implicitDeny' && !isOfForeignVariable(answer)
      ? ownPartInstructions(judged, answer.layer)
      : []),
    ...(said.length > 0 ? said : ofLikely(answer)),
    ...ofUneditable(judged, answer),
    ...ofRequestCauses(answer),
  ]
  if (told.length === 0)
    return [...ofUnsigned(judged, answer), ...findDeny(judged, answer, decidingStatement(judged, answer))]
  const sentences = told.map(({ sentence }) => plainText(sentence))
  const each = told.filter((_, i) => sentences.indexOf(sentences[i] ?? '') === i)
  return isClosed(judged, answer) ? each.map((one) => ({ ...one, isAlone: true })) : each
}

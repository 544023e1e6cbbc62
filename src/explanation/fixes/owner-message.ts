import { isDenial } from '../../iam/how-denied'
import type { Fix, FixChange } from '../explanation'
import type { PolicyOwner } from '../../iam/layers'
import { LAYERS } from '../../iam/layers'
import { MENDS } from './deny-candidates'
import { isLeftAlone, isOfCallAlone } from '../causes/call-first'
import { newStatements } from './fix-statements'
import { parsePrincipal, PERMISSION_SET_PREFIX } from '../../iam/principal'
import { nameMasks } from './name-masks'
import { principalTest } from '../causes/named-role'
import { OWNER_MESSAGES, type OwnerMessageFacts } from '../messages/owner-message'
import { statementsIn } from '../../policy/statements-in'
import type { JudgedCase } from '../judged-case'
import { stepFacts } from '../steps/step-facts'
import { plainText } from '../../text/phrase'
import type { Answer } from '../answer'
import { whyNotEditable } from '../../policy/policy-documents'
import { placeFacts } from './policy-place'
import { resourceText } from '../words/names'
import { hasBlank } from '../../text/blank'

/** A draft to send to whoever owns the policy that stands in the way. */
export interface OwnerMessage {
  readonly owner: PolicyOwner
  readonly text: string
}

/** An exception from a Deny that is known, for one caller. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalarn */
const exceptionFor = (arn: string | null): string => {
  if (arn === null || arn.endsWith(':root')) return ''
  const { without, value } = principalTest(arn)
  return JSON.stringify({ Condition: { [without]: { 'aws:PrincipalArn': nameMasks(value) } } }, null, 2)
}

/** Fixes of which the condition that they leave in the Deny says all: none lets anybody off it who is not meant. */
const SAYS_ALL: ReadonlySet<Fix['codes'][number]> = new Set(['exempt-services', 'exempt-forwarded', 'add-exception'])

/** What to put into a Deny, or in its place. */
type Exception = Pick<OwnerMessageFacts, 'json' | 'replaces'>

const NO_EXCEPTION: Exception = { json: '', replaces: 'condition' }

/** What a fix makes of a Deny: its condition, or the whole statement where it changes something else. */
const asMended = (change: FixChange): Exception => {
  const [mended] = newStatements(change)
  const condition = JSON.stringify(mended?.['Condition'])
  if (mended === undefined) return NO_EXCEPTION
  const isOld = statementsIn(change.before).some((one) => JSON.stringify(one['Condition']) === condition)
  return isOld
    ? { json: JSON.stringify(mended, null, 2), replaces: 'statement' }
    : { json: JSON.stringify({ Condition: mended['Condition'] }, null, 2), replaces: 'condition' }
}

/**
 * What the Deny would have to be: as a fix mends it or adds to what it lists, else with the caller as an
 * exception. None where that would lift more than this request: of a Deny that nobody has seen, of one that a fix keeps for all
 * else, or for a role that many have.
 */
const exceptionIn = (own: Fix | undefined, arn: string | null): Exception => {
  const [change] = own?.changes ?? []
  if (own === undefined || change === undefined) return NO_EXCEPTION
  if (own.codes.every((code) => MENDS[code] || SAYS_ALL.has(code))) return asMended(change)
  const isOfCaller = own.codes.every((code) => code === 'exempt-principal')
  const json = isOfCaller && arn !== null && !arn.includes(PERMISSION_SET_PREFIX) ? exceptionFor(arn) : ''
  return { ...NO_EXCEPTION, json }
}

/** The statement that AWS lists as the one that denied: its owner finds it by that. */
function listedDeny({ denial }: JudgedCase): Pick<OwnerMessageFacts, 'statement' | 'tests'> {
  const denies = (denial?.matchedStatements ?? []).filter(({ effect }) => effect === 'Deny')
  const joined = (texts: readonly string[]) => [...new Set(texts)].join(', ')
  return {
    statement: joined(denies.flatMap(({ sid }) => sid ?? [])),
    tests: joined(denies.flatMap(({ conditions }) => Object.keys(conditions ?? {}))),
  }
}

/** The owner of the layer of an answer; a Deny that AWS does not place is most often one of the account. */
const ownerOf = ({ layer }: Answer): PolicyOwner => (layer === 'none' ? 'accountAdmin' : LAYERS[layer].owner)

/** The message for the owner of the policy that denies, or that would have to allow; null where no policy does, or nobody can edit it. */
export const ownerMessage = (judged: JudgedCase, answer: Answer, fixes: readonly Fix[]): OwnerMessage | null => {
  const { accessCase, denial } = judged
  const { basis, decision, layer, fact, headline } = answer
  if (!isDenial(decision)) return null
  // A service asks nobody: who set it up lets it in.
  if (decision === 'explicitDeny' && parsePrincipal(accessCase.request.principal)?.kind === 'service') return null
  // Nobody asks for an exception for a call that is wrong by itself.
  if (isOfCallAlone(answer) || isLeftAlone(answer)) return null
  const closed = layer === 'none' ? null : whyNotEditable(placeFacts(judged, layer, ''))
  // Whoever runs Control Tower can be asked, as the owner of its controls.
  if (closed !== null && closed !== 'policy-of-control-tower') return null
  const { entity } = stepFacts(judged)
  const owner = ownerOf(answer)
  const own = fixes.find((fix) => fix.layer === layer)
  const isExplicit = decision === 'explicitDeny'
  const mended = own?.codes.every((code) => MENDS[code]) === true ? own : null
  const asked = own?.statement ?? own?.changes.flatMap(newStatements)[0] ?? null
  const resource = resourceText(judged)
  const facts = {
    owner,
    caller: accessCase.request.principal || denial?.principal || '',
    action: accessCase.request.action,
    others: own?.alsoCalled ?? [],
    // Nobody is sent what is still to be filled in.
    resource: hasBlank(resource) ? '' : resource,
    // That AWS names no policy is no help to whoever looks for it.
    claim: layer === 'none' ? '' : plainText(headline),
    policy: denial?.layerPolicyArn ?? '',
    ...listedDeny(judged),
    finding: fact === null || fact.evidence === null ? '' : plainText(fact.sentence),
    requestId: denial?.requestId ?? '',
    time: denial?.times?.first ?? '',
    mend: mended === null ? '' : plainText(mended.sentence),
    ...(isExplicit ? exceptionIn(own, entity?.arn ?? null) : { ...NO_EXCEPTION, json: JSON.stringify(asked, null, 2) }),
  }
  if (basis === 'likely' && layer === 'none') return { owner, text: OWNER_MESSAGES.search(facts) }
  if (!isExplicit && asked === null) return null
  return { owner, text: isExplicit ? OWNER_MESSAGES.exception(facts) : OWNER_MESSAGES.allow(facts) }
}

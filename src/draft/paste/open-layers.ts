import type { HowDenied } from '../../iam/how-denied'
import { type Denial, howDenied, claimedLayer } from '../../denial/denial'
import { judgedBy } from '../../facts/situations/situations'
import { hasHole } from '../../iam/find-holes'
import { caseLayerOf, holdsOne, namesPrincipals, type CaseLayer } from '../../iam/layers'
import { matchWildcard } from '../../iam/wildcard'
import type { FoundPolicy } from '../../policy/found-policy'
import { parsePolicy } from '../../policy/parse-policy'
import type { Statement, ValuesElement } from '../../policy/policy'
import type { DraftLayers } from '../draft'
import { namesAction, namesAll } from '../../policy/statement-names'
import { isBareDocument } from '../../policy/found-policy'

/** Who says where a policy belongs: the paste itself, AWS's message, or nobody, so that it counts where it most likely is. */
export type PlacedBy = 'paste' | 'claim' | 'look'

/** A layer that AWS names, and how it denied. */
interface Claim {
  readonly layer: CaseLayer
  readonly how: HowDenied | null
}

/** What the denials that name a layer say alike of it; null where they name none, or several. */
function claimOf(denials: readonly Denial[]): Claim | null {
  const claims = denials.flatMap((denial): Claim[] => {
    const layer = claimedLayer(denial)
    return layer === null ? [] : [{ layer: caseLayerOf(layer), how: howDenied(denial) }]
  })
  const [claim = null] = claims
  return claims.every((one) => one.layer === claim?.layer) ? claim : null
}

/** Does it surely cover a resource? What is masked in either is not sure. */
const covers = (element: ValuesElement | null, resource: string): boolean => {
  if (namesAll(element)) return true
  if (element === null || resource === '' || hasHole(resource)) return false
  const named = element.values.some(({ text }) => matchWildcard(text, resource))
  return element.not ? !named && !element.values.some(({ text }) => hasHole(text, 'policy')) : named
}

/** Is a part of a statement, or of what it speaks of, not known? */
const isUnsure = ({ action, open, broken }: Statement): boolean =>
  open !== undefined || broken === true || action.values.some(({ text }) => hasHole(text, 'policy'))

/** Does a statement speak of an action? Of one that is not known every statement may. */
const speaksOf = (statement: Statement, action: string): boolean =>
  action === '' || isUnsure(statement) || namesAction(statement, action)

/** What was asked, as far as it is known. */
type Asked = Readonly<Record<'action' | 'resource', string>>

/** Does it allow what was asked, however it is asked? */
const allowsPlainly = (statement: Statement, { action, resource }: Asked): boolean =>
  action !== '' &&
  statement.effect === 'Allow' &&
  !isUnsure(statement) &&
  speaksOf(statement, action) &&
  covers(statement.resource, resource) &&
  statement.conditions.length === 0

/**
 * Can a policy have denied as AWS says of a layer? Explicitly by a Deny that speaks of the action; beside it an SCP allows
 * everything or nothing. Implicitly where it allows something, and not this, whatever is asked.
 */
function canHaveDenied({ text }: FoundPolicy, { layer, how }: Claim, asked: Asked): boolean {
  const { statements } = parsePolicy(text, layer)
  const allows = statements.filter(({ effect }) => effect === 'Allow')
  if (how === 'explicitDeny')
    return (
      statements.some((one) => one.effect === 'Deny' && speaksOf(one, asked.action)) &&
      (layer !== 'scp' || allows.every((one) => namesAll(one.action) && namesAll(one.resource)))
    )
  // Beside a policy without principals that only denies there is another one, which allows.
  const isWhole = allows.length > 0 || namesPrincipals(layer)
  return how === 'implicitDeny' && isWhole && !allows.some((one) => allowsPlainly(one, asked))
}

/** Would it deny what was asked in whichever layer it is? */
const denies = ({ text }: FoundPolicy, { action }: Asked): boolean =>
  parsePolicy(text).statements.some((one) => one.effect === 'Deny' && speaksOf(one, action))

/** Do AWS's words and the shape of a policy agree? */
const agrees = (policy: FoundPolicy, claim: Claim, asked: Asked): boolean =>
  policy.candidates[0] === claim.layer ||
  (policy.candidates.includes(claim.layer) && canHaveDenied(policy, claim, asked))

/** Does nothing but AWS's word tell the layer? Where a policy names principals, what it looks like is not certain either. */
const isOpen = (policy: FoundPolicy, claim: Claim | null): boolean =>
  policy.layer === null ||
  (claim !== null && isBareDocument(policy) && policy.layer !== claim.layer && policy.candidates.includes(claim.layer))

/** The layer that an open policy goes into, and who says so. */
export interface OpenLayer {
  readonly layer: CaseLayer
  readonly by: PlacedBy
}

/** Can policies have decided what AWS says? */
export const mayBeOfPolicies = ({ kind, situation }: Denial): boolean =>
  kind !== 'not-authorization' || judgedBy(situation) !== null

/**
 * Where the policies go whose layer the paste does not tell. Those that agree with AWS's words go into the layer that AWS
 * names, if it holds that many. The others count where they most likely are, and are asked. What denies where AWS says
 * that nothing does, or something else, is only asked, and so is everything while nothing was denied.
 */
export function layersOfOpen(
  policies: readonly FoundPolicy[],
  layers: DraftLayers,
  denials: readonly Denial[],
  asked: Asked,
): ReadonlyMap<FoundPolicy, OpenLayer> {
  const refused = denials.filter(mayBeOfPolicies)
  const claim = claimOf(refused)
  const open = policies.filter((policy) => isOpen(policy, claim))
  const found = new Map<FoundPolicy, OpenLayer>()
  if (refused.length === 0) return found
  const fitting = claim === null ? [] : open.filter((policy) => agrees(policy, claim, asked))
  if (claim !== null && (fitting.length === 1 || !holdsOne(claim.layer)))
    for (const policy of fitting) found.set(policy, { layer: claim.layer, by: 'claim' })
  const isMet =
    claim === null ||
    found.size > 0 ||
    layers[claim.layer].state === 'given' ||
    policies.some(({ layer }) => layer === claim.layer)
  const taken = new Set<CaseLayer>(policies.flatMap(({ layer }) => layer ?? []))
  for (const policy of open) {
    const [likeliest] = policy.candidates
    if (!isMet && denies(policy, asked)) continue
    if (policy.layer !== null || likeliest === undefined || fitting.includes(policy)) continue
    const isFree = !holdsOne(likeliest) || (layers[likeliest].state !== 'given' && !taken.has(likeliest))
    if (isFree) found.set(policy, { layer: likeliest, by: 'look' })
    taken.add(likeliest)
  }
  return found
}

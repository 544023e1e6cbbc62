import { EMPTY_POLICY } from '../policy/empty-policy'
import { LAYERS, namesPrincipals, type CaseLayer } from '../iam/layers'
import { NO_REFERENCE, type Reference } from '../reference/reference'
import { compareAccess } from './compare-access'
import type { IsOver } from './difference-search'
import type { AccessChange, AccessComparison, AccessDifference, AccessQuestion } from './comparison'
import { layerAlone } from './layer-alone'
import { withStatementBeside } from './statement-beside'

/** What a policy must not grant: any of the actions on any of the resources. None of either stands for all. */
export interface NotGranted {
  readonly actions: readonly string[]
  readonly resources: readonly string[]
}

/** A check that a change of policies can be held to. */
export type AccessCheckId = 'no-new-access' | 'access-not-granted' | 'no-public-access'

/** What became of a check: it "passes" by proof, it "fails" by the requests that are shown, or neither can be said. */
export interface AccessCheck {
  readonly id: AccessCheckId
  readonly result: 'passes' | 'fails' | 'cannot-say'
  /** What it fails by, the most far-reaching first. */
  readonly changes: readonly AccessChange[]
}

const RESULTS = { nothing: 'passes', some: 'fails', 'cannot-say': 'cannot-say' } as const

const checkOf = (
  id: AccessCheckId,
  { outcome, changes }: Pick<AccessDifference, 'outcome' | 'changes'>,
): AccessCheck => ({
  id,
  result: RESULTS[outcome],
  changes,
})

/**
 * Do the policies after the change grant any of these actions on any of these resources? They are compared with themselves
 * beside a Deny of just that: what differs is what is granted.
 */
function accessNotGranted(
  { after, layer, ...question }: AccessQuestion & { readonly layer: CaseLayer },
  { actions, resources }: NotGranted,
  reference: Reference,
  isOver?: IsOver,
): AccessCheck {
  const deny = {
    Effect: 'Deny',
    ...(namesPrincipals(layer) ? { Principal: '*' } : {}),
    Action: actions.length === 0 ? '*' : actions,
    Resource: resources.length === 0 ? '*' : resources,
  }
  const before = withStatementBeside(after, layer, deny)
  const { opened } = compareAccess({ ...question, before, after, layer }, reference, isOver)
  return checkOf('access-not-granted', opened)
}

/** Do the policies after the change let in anyone at all? Each statement counts by itself, as S3 reads "public". */
function noPublicAccess(
  { after, layer, ...question }: AccessQuestion & { readonly layer: CaseLayer },
  reference: Reference,
  isOver?: IsOver,
): AccessCheck {
  const { key } = LAYERS[layer]
  const before = { ...after, [key]: { name: 'nothing', document: EMPTY_POLICY } }
  const { opened } = compareAccess({ ...question, before, after, layer }, reference, isOver)
  const changes = opened.changes.filter(({ isPublic }) => isPublic)
  if (changes.length > 0) return checkOf('no-public-access', { outcome: 'some', changes })
  return checkOf('no-public-access', { outcome: opened.isComplete ? 'nothing' : 'cannot-say', changes })
}

/** Nothing was tried, so nothing is said. */
const UNTRIED: Pick<AccessDifference, 'outcome' | 'changes'> = { outcome: 'cannot-say', changes: [] }

/**
 * The checks of a change: that it opens nothing new; that what must not be granted is not; and of policies that name
 * principals and grant, that they let in nobody from everywhere. What all layers of a case grant together is not checked.
 */
export function accessChecks(
  question: AccessQuestion,
  { opened, denies }: AccessComparison,
  notGranted: NotGranted,
  reference: Reference = NO_REFERENCE,
  isOver?: IsOver,
): readonly AccessCheck[] {
  const { layer, before, after, holes } = question
  const freed = denies?.opened.changes ?? []
  // Whether what a Deny no longer blocks is new depends on what other policies allow.
  const isFreed = opened.outcome === 'nothing' && denies !== undefined && denies.opened.outcome !== 'nothing'
  const checks = [checkOf('no-new-access', isFreed ? { outcome: 'cannot-say', changes: freed } : opened)]
  if (notGranted.actions.length + notGranted.resources.length > 0)
    checks.push(
      layer === null
        ? checkOf('access-not-granted', UNTRIED)
        : accessNotGranted({ ...question, layer }, notGranted, reference, isOver),
    )
  if (layer === 'resource') checks.push(noPublicAccess({ ...question, layer }, reference, isOver))
  if (layer === null && after.resource !== undefined) {
    // Whom the policies let in, not what the caller of the case may do.
    const alone = { before, after: layerAlone(after, 'resource'), layer: 'resource', ...(holes && { holes }) } as const
    checks.push(noPublicAccess(alone, reference, isOver))
  }
  return checks
}

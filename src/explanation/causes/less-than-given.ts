import { serviceOfAction } from '../../iam/action'
import type { LayerResult, StatementResult } from '../../evaluation/evaluation'
import { SITUATIONS, type SituationId } from '../../facts/situations/situations'
import type { Clue, ClueKind, RowMatch } from '../../knowledge/knowledge'
import type { KnowledgeId } from '../../knowledge/likely-causes'
import type { Span } from '../../text/span'
import { isGrantedHere } from './granted'
import { isJudgeable, layerResult, type JudgedCase } from '../judged-case'

/** Clues that every such call has: what a policy of the layer leaves open says more. */
const OF_CALL: ReadonlySet<ClueKind> = new Set<ClueKind>(['action-asked', 'resource-asked', 'caller', 'bare'])

/** The lines on which a denial stands. */
const linesOf = (text: string, [start, end]: Span): string => {
  const newline = text.indexOf('\n', end)
  return text.slice(text.lastIndexOf('\n', start) + 1, newline < 0 ? undefined : newline).toLowerCase()
}

/** Do the words of the denial itself hold it, which every denial of the kind has? */
const isOfDenial = ({ denial, accessCase }: JudgedCase, id: KnowledgeId, { kind, text }: Clue): boolean =>
  OF_CALL.has(kind) ||
  // What a service's own words usually mean, they mean of every denial of it.
  (kind === 'said' && Object.hasOwn(SITUATIONS, id) && SITUATIONS[id as SituationId].isUsual === true) ||
  (kind === 'text' && denial !== null && linesOf(accessCase.error ?? '', denial.span).includes(text.toLowerCase()))

/** Is a statement about the call for certain, and only its conditions are open? */
const isOpenByConditions = ({ matches, elements }: StatementResult): boolean => {
  const open = elements.filter((one) => one.matches === 'unknown')
  return matches === 'unknown' && open.length > 0 && open.every(({ element }) => element === 'Condition')
}

/** The statements of a layer that hang on something: no Allow, where the text tells that one of them lets the request in. */
const hanging = (judged: JudgedCase, { layer, status, statements }: LayerResult): readonly StatementResult[] => {
  if (status !== 'depends') return []
  return isGrantedHere(judged, layer) ? statements.filter(({ effect }) => effect === 'Deny') : statements
}

/** Does a policy here hang on its conditions alone? */
const hangsOnConditions = (judged: JudgedCase): boolean =>
  judged.evaluation.layers.some((result) => hanging(judged, result).some(isOpenByConditions))

/** Does a policy here hang on its conditions alone? An Allow of an endpoint says nothing against the row of another layer: few calls pass one. */
const hangsBeside = (judged: JudgedCase, { layer: own }: RowMatch<KnowledgeId>): boolean =>
  judged.evaluation.layers.some((result) =>
    hanging(judged, result).some(
      (one) =>
        isOpenByConditions(one) && (one.effect === 'Deny' || result.layer === own || result.layer !== 'endpoint'),
    ),
  )

/** A layer that has to allow and does not, by policies that were pasted. */
const isLacking = ({ status, needed, statements }: LayerResult): boolean =>
  (status === 'implicitDeny' && needed && statements.length > 0) || status === 'explicitDeny'

/**
 * Do the policies given here stop the call, or may they by their conditions alone? Then they come before what usually lies
 * behind such words.
 */
export const isGivenFirst = (judged: JudgedCase): boolean =>
  hangsOnConditions(judged) ||
  (isJudgeable(judged) && (judged.evaluation.decision === 'explicitDeny' || judged.evaluation.layers.some(isLacking)))

/** Clues of what a policy here says, or of another check than that of the call. */
const OF_POLICY: ReadonlySet<ClueKind> = new Set<ClueKind>([
  'resource-written',
  'test-written',
  'compared-with',
  'asked-for',
  'asked-beside',
])

/** Does a row ask for something of the policy of another resource than the request is for, as of the key of an object? */
const isOfOtherPolicy = ({ accessCase }: JudgedCase, { layer, fix }: RowMatch<KnowledgeId>): boolean =>
  layer === 'resource' &&
  fix.statements.length > 0 &&
  fix.statements.every(({ actions }) =>
    actions.every((action) => serviceOfAction(action) !== serviceOfAction(accessCase.request.action)),
  )

/** Is there a statement in the layer that was written for the call, so that it says more than what a row knows of such calls? */
const isWrittenFor = (judged: JudgedCase, known: RowMatch<KnowledgeId>): boolean => {
  const { layer, decision, for: clues } = known
  return (
    !isOfOtherPolicy(judged, known) &&
    decision === 'implicitDeny' &&
    !clues.some(({ kind }) => OF_POLICY.has(kind)) &&
    judged.evaluation.layers.some(
      (one) =>
        one.layer === layer &&
        hanging(judged, one).some((statement) => statement.effect === 'Allow' && isOpenByConditions(statement)),
    )
  )
}

/**
 * Do the policies given here, though it is open what they do, say more of the call than a row of the tables does, which the
 * words of the denial alone or the call speak for? `isOfRow`: the request is what the row asks for; `isOpen`: one of its
 * checks is open.
 */
export const isLessThanGiven = (
  judged: JudgedCase,
  known: RowMatch<KnowledgeId>,
  { isOfRow, isOpen }: { readonly isOfRow: boolean; readonly isOpen: boolean },
): boolean => {
  // The text names what the row asks for: the policy is about that too, and less of it is known from its conditions.
  if (known.isOfNamedThing === true) return false
  if (known.for.every((clue) => isOfDenial(judged, known.id, clue)) && hangsBeside(judged, known)) return true
  if (known.layer === 'none') return false
  if (isWrittenFor(judged, known)) return true
  const result = layerResult(judged.evaluation, known.layer)
  if (result === null || !hanging(judged, result).some(({ effect }) => effect === 'Allow')) return false
  // A statement that names the service was written for it.
  const isOfService = judged.accessCase.request.principal.endsWith('.amazonaws.com')
  return isOfRow ? isOfService && isOpen : known.for.every(({ kind }) => OF_CALL.has(kind))
}

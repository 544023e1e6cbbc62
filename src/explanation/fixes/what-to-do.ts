import { SITUATIONS } from '../../facts/situations/situations'
import { holdsOne } from '../../iam/layers'
import { isKnownCause } from '../../knowledge/likely-causes'
import { hasBlank } from '../../text/blank'
import { message } from '../../text/message'
import type { Answer, Cause } from '../answer'
import { isMissing } from '../causes/hypothetical-case'
import type { Fix } from '../explanation'
import type { Instruction } from '../instruction'
import type { JudgedCase } from '../judged-case'
import { LOOK_AT_POLICY } from '../messages/instructions'
import { MENDS } from './deny-candidates'
import { answerInstructions } from './instructions'
import { fetchesPolicy, lookBy } from './look-commands'

/** Causes that a policy shows, of which the remedy says what its owner has to look at. */
const IN_WORDS: readonly Cause['code'][] = ['allow-unmet', 'layer-lacks']

/** Is it a mistake in a policy that is shown, which its owner corrects? */
const isMistaken = ({ fact, causes: [first] }: Answer): boolean =>
  (fact?.evidence ?? null) !== null && isKnownCause(first?.code ?? '')

const mends = ({ codes }: Fix): boolean => codes.some((code) => MENDS[code] === true)

/** Where nothing that can be written helps, what repairs the likeliest cause is said in words. */
function withRemedy(
  answer: Answer,
  fixes: readonly Fix[],
  instructions: readonly Instruction[],
): readonly Instruction[] {
  const {
    causes: [first],
    basis,
    decision,
    noPolicy,
  } = answer
  // A fix of another layer repairs another cause, and comes behind what the first one needs.
  const isFixed = fixes.some(({ layer }) => first === undefined || first.layer === 'none' || layer === first.layer)
  // What only lets somebody off a Deny that misses its mark mends nothing.
  const isMended = decision !== 'explicitDeny' || !isMistaken(answer) || fixes.some(mends)
  const isSaid = (isFixed && isMended) || instructions.length > 0 || noPolicy !== undefined || basis === 'open'
  const isInWords =
    first !== undefined &&
    (first.isInWords === true ||
      IN_WORDS.includes(first.code) ||
      Object.hasOwn(SITUATIONS, first.code) ||
      isMistaken(answer))
  if (isSaid || !isInWords) return instructions
  return [{ kind: 'setting', sentence: first.remedy, commands: [], page: first.page }]
}

/**
 * The one policy of a resource or role that isn’t here, where a statement is to go into it that is only likely to be missing:
 * what is there is fetched first, since whoever puts a policy replaces the whole.
 */
function lookAtPolicy(
  { accessCase }: JudgedCase,
  { basis, decision, layer, causes: [first] }: Answer,
  [fix]: readonly Fix[],
): readonly Instruction[] {
  const command = first?.check?.command
  const isIntoUnseen =
    basis === 'likely' &&
    decision === 'implicitDeny' &&
    layer !== 'none' &&
    holdsOne(layer) &&
    isMissing(accessCase, layer)
  return isIntoUnseen && fix?.layer === layer && command && !hasBlank(command.bash) && fetchesPolicy(command)
    ? [lookBy(command, message(LOOK_AT_POLICY))]
    : []
}

/** What to do about an answer beside its fixes: what changes no policy, a look before a policy is changed, or what repairs it in words. */
export function whatToDo(judged: JudgedCase, answer: Answer, fixes: readonly Fix[]): readonly Instruction[] {
  const told = withRemedy(answer, fixes, answerInstructions(judged, answer))
  return told.length === 0 ? lookAtPolicy(judged, answer, fixes) : told
}

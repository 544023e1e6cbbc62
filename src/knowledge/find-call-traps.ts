import { splitArn } from '../iam/arn'
import { CALL_TRAPS, type CallTrapId } from './call-traps'
import type { Clue, Facts, Observation, RowMatch } from './knowledge'
import { claimedLayer, factsOf } from './observe'

const trapOf = (
  seen: Observation,
  id: CallTrapId,
  strength: 'shown' | 'supported',
  clues: readonly Clue[],
  facts: Facts,
): RowMatch<CallTrapId> => {
  const layer = claimedLayer(seen) ?? 'identity'
  const { page, confirmed } = CALL_TRAPS[id]
  return {
    id,
    layer,
    decision: 'implicitDeny',
    strength,
    for: clues,
    against: [],
    check: null,
    fix: { layer, statements: [] },
    page,
    confirmed,
    facts: { ...factsOf(seen), ...facts },
  }
}

/** An ARN whose last part holds another one: the name that was passed was an ARN itself. */
const NESTED = /[:/](arn:aws[a-z-]{0,12}:[a-z0-9-]{2,40}:[^:/]{0,30}:[^:/]{0,30}:\S{1,600})$/

/** The call named a resource by its ARN where AWS makes the ARN of the name. */
function nestedArn(seen: Observation, asked: string): readonly RowMatch<CallTrapId>[] {
  const [, inner] = NESTED.exec(asked) ?? []
  if (inner === undefined) return []
  const name = splitArn(inner)?.[5]?.split(/[/:]/).at(-1) ?? inner
  return [trapOf(seen, 'arn-in-an-arn', 'supported', [{ kind: 'resource-written', text: inner }], { name })]
}

const SECRET = /^arn:aws[\w-]{0,12}:secretsmanager:[^:]{1,30}:\d{12}:secret:[^:*?]{1,512}$/

/** The six characters that AWS adds to a secret's name. */
const SUFFIX = /^-[a-z\d]{6}(?![\w/+=.@!-])/i

/** The complete ARN of a secret that a text names besides the one without its last characters. */
const completeSecret = ({ text }: Observation, asked: string): string | null => {
  for (let at = text.indexOf(asked); at >= 0; at = text.indexOf(asked, at + 1)) {
    const suffix = SUFFIX.exec(text.slice(at + asked.length, at + asked.length + 8))
    if (suffix !== null) return asked + suffix[0]
  }
  return null
}

/** The call names a secret by less than its ARN, where the text has the whole: in another account that finds nothing. */
function secretInPart(seen: Observation, asked: string): readonly RowMatch<CallTrapId>[] {
  const whole = SECRET.test(asked) ? completeSecret(seen, asked) : null
  if (whole === null) return []
  const clues: readonly Clue[] = [
    { kind: 'resource-asked', text: asked },
    { kind: 'text', text: whole },
  ]
  return [trapOf(seen, 'secret-named-in-part', 'shown', clues, { whole })]
}

/** What is wrong with the name that the call gives. */
export const findCallTraps = (seen: Observation): readonly RowMatch<CallTrapId>[] =>
  seen.resource === null || seen.denial?.decision === 'explicit'
    ? []
    : [...nestedArn(seen, seen.resource), ...secretInPart(seen, seen.resource)]

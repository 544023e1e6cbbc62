import { isPermissionSetRole, parsePrincipal } from '../iam/principal'
import { found, type Tested } from './compared-condition'
import type { ComparedValueId } from './compared-values'
import type { Observation, RowMatch } from './knowledge'

const TAG_VARIABLE = /^\$\{(aws:PrincipalTag\/([^{},]{1,128}))\}$/i

/** A test whose values are all tags of the caller. */
interface ByCallerTag {
  readonly written: string
  readonly tag: string
  readonly keys: readonly string[]
}

const byCallerTag = ({ test }: Tested): ByCallerTag | null => {
  const variables = test.values.map(({ text }) => TAG_VARIABLE.exec(text))
  const [first] = variables
  if (!first || variables.includes(null)) return null
  return { written: first[0], tag: first[2]!, keys: variables.map((one) => one![1]!.toLowerCase()) }
}

/** Does IAM Identity Center hand out the role? Tags of its sessions stand on no role. */
const isOfCenter = ({ principal }: Observation): boolean => {
  const caller = parsePrincipal(principal ?? '')
  return caller?.kind === 'roleSession' && isPermissionSetRole(caller.name)
}

const ROLE_OF_SESSION = /:assumed-role\/([\w+=,.@-]{1,64})\//g

/**
 * The role that a profile assumes from the session of another role, where nothing says that it hands on or sets a tag: its
 * caller has none of that session's.
 */
function chainedRole({ principal, text }: Observation): string | null {
  const caller = parsePrincipal(principal ?? '')
  if (caller?.kind !== 'roleSession' || /\btransitive|--tags\b/i.test(text)) return null
  const role = caller.name ?? ''
  const assumes = [...text.matchAll(/\brole_arn\s?=\s?\S{1,200}\/([\w+=,.@-]{1,64})/g)].some(([, one]) => one === role)
  const isOfSession = [...text.matchAll(ROLE_OF_SESSION)].some(([, one]) => one !== role)
  return assumes && isOfSession && /\bsource_profile\s?=/.test(text) ? role : null
}

/** The row of a variable that may have no value, by what the statement does and who calls. */
const rowOf = (seen: Observation, { statement, test }: Tested): ComparedValueId | null => {
  if (isOfCenter(seen)) return 'tag-of-center-session'
  return statement.effect === 'Deny' && test.operator.negated ? 'tag-of-caller-denies' : null
}

/**
 * A comparison with a tag of the caller: without the tag an Allow covers nothing, and a negated Deny everything. What the
 * resource carries is no question where the text shows it.
 */
export function tagsOfCaller(seen: Observation, tested: Tested): readonly RowMatch<ComparedValueId>[] {
  const by = byCallerTag(tested)
  const { statement, test } = tested
  // A tag compared with itself says nothing.
  if (by === null || by.keys.includes(test.lowerKey)) return []
  const { written, tag, keys } = by
  const known = keys.map((key) => seen.context.get(key))
  if (statement.effect !== 'Deny' && !test.operator.negated && known.every((values) => values?.length === 0))
    return [found(seen, 'variable-without-value', tested, { written, tag })]
  const role = statement.effect === 'Allow' && !test.operator.negated ? chainedRole(seen) : null
  const isUnknown = known.every((values) => values === undefined)
  if (role !== null && isUnknown) return [found(seen, 'tag-of-chained-session', tested, { written, tag, role })]
  const id = rowOf(seen, tested)
  if (id === null || known.some((values) => values !== undefined && values.length > 0)) return []
  const isResourceKnown = (seen.context.get(test.lowerKey)?.length ?? 0) > 0
  const match = found(seen, id, tested, { written, tag })
  return [{ ...match, strength: isResourceKnown ? 'shown' : 'supported' }]
}

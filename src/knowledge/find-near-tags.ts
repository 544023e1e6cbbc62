import { parsePrincipal } from '../iam/principal'
import { found, type Tested } from './compared-condition'
import type { ComparedValueId } from './compared-values'
import type { NeededStatement, Observation, RowMatch } from './knowledge'
import { textsIn } from './observe'
import type { ConditionEntry } from '../policy/policy'
import { lastInPath } from '../iam/arn'

/** Keys that hold one tag each, with what stands before the tag's own key. */
const TAG_KEY =
  /^((?:[\w-]{2,40}:(?:requesttag|resourcetag|principaltag)|s3:(?:existing|request)objecttag)\/)(.{2,128})$/

/** A tag of the request, as it is carried: its condition key and its own. */
interface Carried {
  readonly key: string
  readonly tag: string
}

/** The tags of the same kind that the request is known to carry. */
const carriedIn = ({ context }: Observation, prefix: string): readonly string[] =>
  [...context].flatMap(([key, values]) =>
    values.length > 0 && key.startsWith(prefix) ? [key.slice(prefix.length)] : [],
  )

/** The tag that the request carries in the place of the one that is tested: nearly the same, and no other spelling of its case. */
function nearTag(seen: Observation, { test }: Tested, sent: readonly string[]): Carried | null {
  const [, prefix, tag] = TAG_KEY.exec(test.lowerKey) ?? []
  if (prefix === undefined || tag === undefined || (seen.context.get(test.lowerKey)?.length ?? 0) > 0) return null
  const ofRequest = prefix.endsWith('requesttag/') ? sent.map((one) => one.toLowerCase()) : []
  const carried = [...carriedIn(seen, prefix), ...ofRequest]
  if (carried.includes(tag)) return null
  const near = seen.nearestName?.(tag, carried) ?? null
  if (near === null) return null
  const written = textsIn(seen, [near])[0]?.text ?? near
  return { key: test.key.slice(0, prefix.length) + written, tag: written }
}

/** What tells apart two tags of which one begins like the other. */

/** Does more than the call itself go by the tag that is carried: the caller's name, or another statement? Then the test is what is out of date. */
const isMeant = ({ principal, policies }: Observation, { test }: Tested, near: string): boolean => {
  const name = parsePrincipal(principal ?? '')?.name ?? ''
  const part = lastInPath(near)
  if (part.length > 3 && name.includes(part) && !name.includes(`${part}-`)) return true
  const lower = `/${near.toLowerCase()}`
  return policies.some(({ policy }) =>
    policy.statements.some(({ conditions }) => conditions.some((one) => one !== test && one.lowerKey.endsWith(lower))),
  )
}

/** The statement with the tag that is carried in the place of the other one; null where it could say more than that. */
function corrected({ statement, test }: Tested, { key }: Carried): NeededStatement | null {
  const { effect, action, resource, conditions, principal } = statement
  if (effect !== 'Allow' || action.not || principal !== null || resource?.not !== false) return null
  const [on, ...others] = resource.values.map(({ text }) => text)
  if (on === undefined || others.length > 0) return null
  const entries = conditions.map((one): readonly [ConditionEntry, string] => [one, one === test ? key : one.key])
  const operators = [...new Set(conditions.map(({ operatorText }) => operatorText))]
  const condition = Object.fromEntries(
    operators.map((operator) => [
      operator,
      Object.fromEntries(
        entries
          .filter(([one]) => one.operatorText === operator)
          .map(([{ values }, name]) => [name, values.map(({ text }) => text)]),
      ),
    ]),
  )
  return { effect, actions: action.values.map(({ text }) => text), resource: on, condition }
}

/** A test of a tag beside the tag that the request carries, which is nearly the same. */
export function nearTags(
  seen: Observation,
  tested: Tested,
  sent: readonly string[],
): readonly RowMatch<ComparedValueId>[] {
  const near = nearTag(seen, tested, sent)
  if (near === null) return []
  const { test, statement } = tested
  const id =
    statement.effect === 'Allow' && isMeant(seen, tested, near.tag) ? 'tag-key-of-another' : 'tag-key-nearly-the-same'
  const match = found(seen, id, tested, { near: near.key, tag: test.key.slice(test.key.indexOf('/') + 1) }, [
    { kind: 'text', text: near.tag },
  ])
  const one = id === 'tag-key-of-another' ? corrected(tested, near) : null
  return [one === null ? match : { ...match, fix: { ...match.fix, statements: [one] } }]
}

import type { Denial } from '../../../denial/denial'
import type { Draft, DraftPolicy } from '../../../draft/draft'
import { parseDenials } from '../../../denial/parse-denials'
import type { Card } from '../../../permalink/deck'
import { byCaseLayer } from '../../../iam/layers'
import { policiesOfDraft } from './policies-of-draft'
import type { JsonNode } from '../../../text/json-node'
import { parseJson } from '../../../text/parse-json'
import { applyEdits, type TextEdit } from '../../../text/text-edit'

/** What stands in the place of what AWS gives as the reason. */
const LEFT_OUT = '[…]'

/** Does a text tell which layer decided, or what a statement did? */
const tells = ({ layer, decision, layerPolicyArn, matchedStatements = [] }: Denial): boolean =>
  layer !== 'unknown' || decision !== 'unknown' || layerPolicyArn !== null || matchedStatements.length > 0

/**
 * An error without what AWS gives as the reason, and the policy that it names. Null where it still tells the answer, as
 * a decoded message does: it is not shown then.
 */
export function maskedError(text: string): string | null {
  const spans = parseDenials(text)
    .flatMap(({ parts }) => [...(parts.reason ?? []), ...(parts.layerPolicyArn ?? [])])
    .toSorted(([one], [other]) => one - other)
  const apart = spans.filter(([start], at) => spans.slice(0, at).every(([, end]) => start >= end))
  const masked = applyEdits(
    text,
    apart.map((span) => ({ span, text: LEFT_OUT })),
  )
  return parseDenials(masked).some(tells) ? null : masked
}

const HOLDS_A_POLICY = /\bStatement["']?\s{0,3}[:=]/

/**
 * What was pasted of an error, without the policies that stand below it: they have their own place, where their names tell
 * nothing.
 */
export function errorAlone(draft: Draft): string {
  const { paste } = draft
  const end = Math.max(0, ...parseDenials(paste).map(({ span }) => span[1]))
  const isTwice = end > 0 && policiesOfDraft(draft).length > 0 && HOLDS_A_POLICY.test(paste.slice(end))
  return isTwice ? paste.slice(0, end) : paste
}

const membersOf = (node: JsonNode | null | undefined) => (node?.kind === 'object' ? node.members : [])
const under = (node: JsonNode | null, name: string) =>
  membersOf(node).filter(({ key }) => key.toLowerCase() === name.toLowerCase())

/** The text of a policy with a number in the place of each Sid, and without what its Id says. */
function maskedText(text: string): string {
  const { root } = parseJson(text)
  const statements = under(root, 'Statement').flatMap(({ value }) => (value.kind === 'array' ? value.items : [value]))
  const put = (value: JsonNode, name: string): readonly TextEdit[] =>
    value.kind === 'string' ? [{ span: value.span, text: JSON.stringify(name) }] : []
  return applyEdits(text, [
    ...under(root, 'Id').flatMap(({ value }) => put(value, 'Policy')),
    ...statements.flatMap((statement, at) =>
      under(statement, 'Sid').flatMap(({ value }) => put(value, `Statement${at + 1}`)),
    ),
  ])
}

/** A case whose policies have numbers for names, and their statements too: what a name says is no evidence. */
export function maskedPolicies(draft: Draft): Draft {
  let count = 0
  const masked = (policies: readonly DraftPolicy[]) =>
    policies.map((policy) => {
      count += 1
      return { ...policy, name: `Policy ${count}`, text: maskedText(policy.text) }
    })
  const layers = byCaseLayer(
    (layer) => ({ ...draft.layers[layer], policies: masked(draft.layers[layer].policies) }),
    (layer) => ({
      ...draft.layers[layer],
      levels: draft.layers[layer].levels.map((level) => ({ ...level, policies: masked(level.policies) })),
    }),
  )
  return { ...draft, layers }
}

/** The title of a card that tells nothing before it is answered: that of its case often names what denies. */
export const titleOf = ({ title, draft, expected }: Card): string => (expected && title === draft.title ? '' : title)

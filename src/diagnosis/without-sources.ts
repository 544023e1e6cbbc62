import { claimsNoneAllows } from '../denial/denial'
import type { Draft } from '../draft/draft'
import { editLayers } from '../draft/edit/edit-draft'
import { draftPoliciesOf, removePolicy } from '../draft/edit/edit-layers'
import { questionOf } from '../draft/paste/relation'
import { replaceHoles } from '../iam/find-holes'
import { matchWildcard } from '../iam/wildcard'
import { parsePolicy } from '../policy/parse-policy'
import type { Statement } from '../policy/policy'
import { namedTexts } from '../policy/statement-names'
import type { Memo } from './memo'

const REFERENCE = /\$\{[^{}\n]{1,200}\}/g

/** A text with anything in the place of what source leaves open. */
const withAny = (text: string): string => replaceHoles(text.replace(REFERENCE, '*'), 'policy', '*')

const isOpen = (text: string): boolean => withAny(text) !== text

const actionsOf = ({ action }: Statement): string =>
  namedTexts(action)
    .map((one) => one.toLowerCase())
    .toSorted()
    .join()

/** Is a statement what another becomes where its open resources are filled in, with the same actions? */
function isRenderedOf(source: Statement, other: Statement): boolean {
  const [written, filled] = [namedTexts(source.resource), namedTexts(other.resource)]
  return (
    source.effect === other.effect &&
    filled.length === written.length &&
    !filled.some(isOpen) &&
    actionsOf(source) !== '' &&
    actionsOf(source) === actionsOf(other) &&
    written.every((one) => filled.some((two) => matchWildcard(withAny(one), two)))
  )
}

const opensSomething = ({ resource }: Statement): boolean => namedTexts(resource).some(isOpen)

/** Is each statement of a policy in source the same of another one, as AWS keeps it? */
function isSourceOf(source: string, other: string): boolean {
  const [written, kept] = [parsePolicy(source, 'identity').statements, parsePolicy(other, 'identity').statements]
  return written.some(opensSomething) && written.every((one) => kept.some((two) => isRenderedOf(one, two)))
}

/**
 * A draft in which a policy that is also here as AWS keeps it doesn't count by its source as well. Only where AWS says that no
 * policy of the caller allows: what the source could be otherwise then doesn't allow it either.
 */
export function withoutSources(draft: Draft, denialsOf: Memo['denialsOf']): Draft {
  const policies = draftPoliciesOf(draft.layers, 'identity')
  if (policies.length < 2 || !claimsNoneAllows(questionOf(draft, denialsOf).denial)) return draft
  const policy = policies.findIndex((one) =>
    policies.some((other) => other !== one && isSourceOf(one.text, other.text)),
  )
  if (policy < 0) return draft
  return editLayers(draft, (layers) => removePolicy(layers, { layer: 'identity', level: null, policy }))
}

import { isOfName } from '../../text/is-of-name'
import { serviceOfAction } from '../../iam/action'
import { firstInPath, lastInPath, namesNoOne, parseArn } from '../../iam/arn'
import { isOfShape } from '../../iam/resource-shapes'
import { parsePolicy } from '../../policy/parse-policy'
import { namedTexts } from '../../policy/statement-names'
import { onlyOne } from '../../text/only-one'
import type { Draft } from '../draft'
import { draftPoliciesOf } from '../edit/edit-layers'
import { asAskedFor } from './row-question'

/** So short a name stands in any text. */
const LEAST_NAME = 3

/** Does a text hold a name as a whole, and not as a part of a longer one? */
function holdsName(text: string, name: string): boolean {
  if (name.length < LEAST_NAME) return false
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (!isOfName(text.charAt(at - 1)) && !isOfName(text.charAt(at + name.length))) return true
  }
  return false
}

/**
 * The resource that a call without one is for, by which the caller's policies that are here can be judged: the text beside the
 * policies names it by its name alone, and the policy of it that is given here has its ARN. Null: the policy is of another
 * service, or of several resources.
 */
export function resourceOfPolicy({ layers, paste }: Draft, beside: () => string, action: string): string | null {
  const service = serviceOfAction(action)
  if (action === '' || paste === '' || layers.resource.state !== 'given' || layers.identity.state !== 'given')
    return null
  const named = draftPoliciesOf(layers, 'resource')
    .flatMap(({ text }) => parsePolicy(text, 'resource').statements)
    .flatMap(({ resource }) => namedTexts(resource))
    .map((text) => (service === 's3' ? firstInPath(text) : text))
  const of = onlyOne(named) ?? ''
  const arn = namesNoOne(of) ? null : parseArn(of)
  if (arn?.service !== service || !holdsName(beside(), lastInPath(arn.resource).replace(/^[^:]{1,40}:/, '')))
    return null
  const asked = asAskedFor(of, action) ?? of
  return isOfShape(asked, action) === true ? asked : null
}

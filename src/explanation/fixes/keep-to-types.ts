import { serviceOfAction, nameOfAction } from '../../iam/action'
import { splitArn } from '../../iam/arn'
import { hasWildcard } from '../../iam/wildcard'
import { fillArnTemplate, resourceTypesOf } from '../../reference/arn-template'
import { neverInReference } from '../../reference/key-presence'
import { referenceOfPart } from '../../reference/reference-part'
import { valueOfNode } from '../../text/json-value'
import { memberOf } from '../../case/case-documents'
import { BETWEEN_VALUES } from '../messages/fixes'
import { isNamed, isStar, type Generator } from './deny-edit'
import { replaceValue } from './edit-json'

const MOST_TYPES = 8
/** A place of a resource, for one ARN of each type: a pattern may fit several types. */
const SAMPLE = { region: 'us-east-1', account: '111122223333' }

/**
 * A Deny on every resource that tests whether a key is missing applies to each check on a type of resource that never
 * carries the key: it is kept to the types that can.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_tags.html#access_tags_control-requests
 */
export const keepToTypes: Generator = ({ judged, deny, document, node, all }) => {
  const { services, accessCase } = judged
  const never = deny.elements.filter(({ isNever }) => isNever).map(({ key }) => (key ?? '').toLowerCase())
  const member = memberOf(node, 'Resource')
  const written = memberOf(node, 'Action')?.value
  const actions = written === undefined ? [] : [valueOfNode(written)].flat()
  const isPlain = actions.every((action): action is string => typeof action === 'string' && !hasWildcard(action))
  if (services === undefined || never.length === 0 || member === null || actions.length === 0 || !isPlain) return []
  if (!isNamed(accessCase.request.resource) || !isStar(valueOfNode(member.value))) return []
  const reference = referenceOfPart(services)
  const fill = { partition: splitArn(accessCase.request.resource)?.[1] ?? 'aws', region: null, account: null }
  const carrying = actions.flatMap((action) => {
    const known = reference.service(serviceOfAction(action))?.byName.get(nameOfAction(action).toLowerCase())
    return (known === undefined ? [] : resourceTypesOf(known)).flatMap((type) => {
      const one = fillArnTemplate(type.arn, { ...fill, ...SAMPLE }, () => 'x')
      const isNever = neverInReference(reference, action.toLowerCase(), one)
      return never.some(isNever) ? [] : [fillArnTemplate(type.arn, fill)]
    })
  })
  const types = [...new Set(carrying)]
  if (types.length === 0 || types.length > MOST_TYPES) return []
  return [
    {
      code: 'keep-to-types',
      edits: [replaceValue(document.text, member.value, types)],
      reach: { ...all, resources: { not: true, patterns: types } },
      value: types.join(BETWEEN_VALUES),
    },
  ]
}

import { serviceOfAction, nameOfAction } from '../../iam/action'
import { splitArn } from '../../iam/arn'
import { hasWildcard, matchWildcard } from '../../iam/wildcard'
import { fillArnTemplate, resourceTypesOf } from '../../reference/arn-template'
import { neverInReference } from '../../reference/key-presence'
import { referenceOfPart } from '../../reference/reference-part'
import { valueOfNode } from '../../text/json-value'
import { memberOf } from '../../case/case-documents'
import type { Fix } from '../explanation'
import { BETWEEN_VALUES } from '../messages/fixes'
import { only } from '../../policy/reach'
import { isNamed, isStar, ordered, takeOut, type DenyJson, type Generator } from './deny-edit'
import { replaceValue } from './edit-json'

const MOST_TYPES = 8
/** A place of a resource, for one ARN of each type: a pattern may fit several types. */
const SAMPLE = { region: 'us-east-1', account: '111122223333' }

/**
 * A Deny on every resource that tests whether a key is missing applies to each check on a type of resource that never
 * carries the key: it is kept to the types that can, as a whole or, where these don’t serve all of its actions, for this one.
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
  const typesFor = (action: string): readonly string[] => {
    const known = reference.service(serviceOfAction(action))?.byName.get(nameOfAction(action).toLowerCase())
    return (known === undefined ? [] : resourceTypesOf(known)).flatMap((type) => {
      const one = fillArnTemplate(type.arn, { ...fill, ...SAMPLE }, () => 'x')
      const isNever = neverInReference(reference, action.toLowerCase(), one)
      return never.some(isNever) ? [] : [fillArnTemplate(type.arn, fill)]
    })
  }
  const typesOfEach = actions.map(typesFor)
  const types = [...new Set(typesOfEach.flat())]
  const isStillOf = types.some((pattern) => matchWildcard(pattern, accessCase.request.resource))
  if (types.length > MOST_TYPES || isStillOf || typesOfEach.some((some) => some.length === 0)) {
    // Its other actions stay denied everywhere, and this one on what can carry the key.
    const taken = takeOut({ deny, node }, 'Action')
    const ofAction = taken === null ? [] : typesFor(taken.value)
    if (taken === null || ofAction.length === 0 || ofAction.length > MOST_TYPES) return []
    const { Sid: _sid, ...whole } = valueOfNode(node) as DenyJson
    return [
      {
        code: 'keep-action-to-types',
        edits: [taken.edit],
        adds: [ordered({ ...whole, Action: taken.value, Resource: ofAction.length === 1 ? ofAction[0] : ofAction })],
        reach: { ...all, actions: only(taken.value), resources: { not: true, patterns: ofAction } },
        value: ofAction.join(BETWEEN_VALUES),
      },
    ]
  }
  return [
    {
      code: 'keep-to-types',
      edits: [replaceValue(document.text, member.value, types)],
      reach: { ...all, resources: { not: true, patterns: types } },
      value: types.join(BETWEEN_VALUES),
    },
  ]
}

/** Does a fix keep Denies to types of resources, and nothing else? */
export const isKeptToTypes = ({ codes }: Pick<Fix, 'codes'>): boolean =>
  codes.every((one) => one === 'keep-to-types' || one === 'keep-action-to-types')

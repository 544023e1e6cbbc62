import { memberOf } from '../../case/case-documents'
import { only } from '../../policy/reach'
import { BETWEEN_VALUES } from '../messages/fixes'
import { missedException, type MissedException } from '../steps/missed-exception'
import { meantOperator } from './correct-condition'
import { testMember, type Change, type DenyIn, type Generator } from './deny-edit'
import { addValue, replaceValue } from './edit-json'

const isNot = (
  one: MissedException['element'],
): one is MissedException['element'] & { readonly element: 'NotAction' | 'NotResource' } =>
  one.element === 'NotAction' || one.element === 'NotResource'

const reachOf = ({ all }: DenyIn, { element, meant, defect }: MissedException): DenyIn['all'] => {
  if (defect === 'operator')
    return { ...all, when: [{ key: element.key ?? '', values: element.values.map(({ text }) => text) }] }
  if (element.element === 'NotAction') return { ...all, actions: only(meant) }
  if (element.element === 'NotResource') return { ...all, resources: only(meant) }
  const { key = '' } = element
  return /^aws:principalarn$/i.test(key) ? { ...all, principal: meant } : { ...all, when: [{ key, values: [meant] }] }
}

function editsOf({ document, node }: DenyIn, found: MissedException): Change['edits'] | null {
  const { element, written, meant, stays, defect } = found
  if (defect === 'operator') return meantOperator(document, node, element)?.edits ?? null
  const values = (isNot(element) ? memberOf(node, element.element) : testMember(node, element))?.value
  const items = values?.kind === 'array' ? values.items : values ? [values] : []
  const item = items.find((one) => one.kind === 'string' && one.value === written)
  if (values === undefined || item === undefined) return null
  return [stays ? addValue(document.text, values, meant) : replaceValue(document.text, item, meant)]
}

/**
 * A Deny that exempts by a value that misses what it is meant for, as a role without its path: the value is corrected, and
 * the Deny exempts what it was meant to.
 * https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html
 */
export const correctException: Generator = (one) => {
  const found = missedException(one.judged, one.deny)
  const edits = found === null ? null : editsOf(one, found)
  if (found === null || edits === null) return []
  const { written, meant, stays, defect } = found
  return [
    {
      code: 'correct-exception',
      edits,
      reach: reachOf(one, found),
      value: [written, meant, defect, stays ? 'stays' : ''].join(BETWEEN_VALUES),
    },
  ]
}

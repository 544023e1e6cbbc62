import { memberOf, type ObjectNode } from '../../case/case-documents'
import { familyFacts, parseOperator } from '../../iam/condition-operators'
import { fieldsOf } from '../../text/fields'
import { valueOfNode } from '../../text/json-value'
import { own } from '../../text/own'
import type { TextEdit } from '../../text/text-edit'
import { renameMember, replaceValue } from './edit-json'

/** Does a further value under the operator let in more, and take nothing away? */
export function takesMoreValues(operator: string): boolean {
  const parsed = parseOperator(operator)
  return parsed !== null && !parsed.negated && parsed.set === 'none' && familyFacts(parsed.family).listsThings
}

/** Puts the test of a key under another operator, with its values as they are written; null where it is not under the first. */
export function moveTest(
  text: string,
  condition: ObjectNode,
  { operator, key }: { readonly operator: string; readonly key: string },
  meant: string,
): TextEdit | null {
  const written = memberOf(condition, operator)
  if (written?.value.kind !== 'object') return null
  if (written.value.members.length === 1 && memberOf(condition, meant) === null) return renameMember(written, meant)
  const before = fieldsOf(valueOfNode(condition))
  const { [key]: moved, ...kept } = fieldsOf(own(before, operator))
  const { [operator]: _operator, ...others } = before
  return replaceValue(text, condition, {
    ...(Object.keys(kept).length === 0 ? {} : { [operator]: kept }),
    ...others,
    [meant]: { ...fieldsOf(own(before, meant)), [key]: moved },
  })
}

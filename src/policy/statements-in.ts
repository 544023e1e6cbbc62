import { fieldsOf, isFields, type Fields } from '../text/fields'
import { valueOfNode } from '../text/json-value'
import { parseJson } from '../text/parse-json'

/** The statements of a policy's text, as values; none where it is no policy. */
export const statementsIn = (text: string): readonly Fields[] => {
  const { root } = parseJson(text)
  return root ? [fieldsOf(valueOfNode(root))['Statement']].flat().filter(isFields) : []
}

import type { BuiltHole } from '../draft/build/find-case-holes'
import type { Draft } from '../draft/draft'
import { setContextKey, setHole, tryLayers } from '../draft/edit/edit-draft'
import { changePolicy, policiesOn } from '../draft/edit/edit-layers'
import type { FixChange } from '../explanation/explanation'
import { fieldsOf, objectField, textsOf } from '../text/fields'
import { writtenStatements } from './tried-fix'

/** The keys of which the conditions of a policy ask for a value, as it is written. */
const keysFor = (text: string, value: string): readonly string[] =>
  writtenStatements(text)
    .flatMap((statement) => Object.entries(objectField(fieldsOf(statement), 'Condition')))
    .filter(([operator]) => !/not/i.test(operator))
    .flatMap(([, tested]) => Object.entries(fieldsOf(tested)))
    .flatMap(([key, values]) => (textsOf(values).includes(value) ? [key] : []))

/**
 * Fills a blank of changed policies. Whoever knows its value says it of the request too: what is masked there alike, and the
 * keys that the change compares with it.
 */
export function fillBlank(
  draft: Draft,
  changes: readonly FixChange[],
  { name, fields }: BuiltHole,
  value: string,
): Draft {
  const written = JSON.stringify(value).slice(1, -1)
  const filled = tryLayers(draft, (before) =>
    changes.reduce((layers, { layer, level, after }) => {
      const policy = policiesOn(layers, { layer, level }).findIndex(({ text }) => text === after)
      return policy < 0
        ? layers
        : changePolicy(layers, { layer, level, policy }, { text: after.replaceAll(name, () => written) })
    }, before),
  )
  const known = fields.length > 0 ? setHole(filled, name, value) : filled
  return changes
    .flatMap(({ after }) => keysFor(after, name))
    .reduce((all, key) => setContextKey(all, key, { state: 'known', values: [value] }), known)
}

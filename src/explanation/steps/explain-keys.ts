import type { ElementResult, StatementResult } from '../../evaluation/evaluation'
import { parseOperator } from '../../iam/condition-operators'
import type { KeyQuestion } from '../explanation'
import { writtenValues } from '../messages/conditions'
import type { JudgedCase } from '../judged-case'

const MAX_OFFERED = 12

const TRUTHS = ['true', 'false']

/** Values to offer for a key that an operator tests: what the policy writes, or both truths. */
const offeredBy = (element: ElementResult): readonly string[] => {
  const family = parseOperator(element.operator ?? '')?.family
  if (family === 'null') return []
  return family === 'bool' ? TRUTHS : writtenValues(element).filter((text) => !text.includes('${'))
}

/** Would the statement apply, if its conditions held? */
const isWithinReach = ({ elements }: StatementResult): boolean =>
  elements.every((element) => element.element === 'Condition' || element.matches !== 'no')

interface Spoken {
  readonly key: string
  readonly offered: readonly string[]
}

const keysIn = (statement: StatementResult): readonly Spoken[] =>
  statement.elements.flatMap((element) =>
    element.key === undefined ? [] : [{ key: element.key, offered: offeredBy(element) }],
  )

const gather = (spoken: readonly Spoken[]): ReadonlyMap<string, Spoken> => {
  const byKey = new Map<string, Spoken>()
  for (const { key, offered } of spoken) {
    const known = byKey.get(key.toLowerCase())
    const values = [...new Set([...(known?.offered ?? []), ...offered])]
    byKey.set(key.toLowerCase(), { key: known?.key ?? key, offered: values.slice(0, MAX_OFFERED) })
  }
  return byKey
}

const inPaste = (judged: JudgedCase, key: string): boolean =>
  Object.keys(judged.denial?.context ?? {}).some((pasted) => pasted.toLowerCase() === key)

const isKnownAbsent = ({ accessCase }: JudgedCase, key: string): boolean =>
  accessCase.request.otherContext !== 'unknown' ||
  (accessCase.request.absentContext ?? []).some((absent) => absent.toLowerCase() === key)

const question = (judged: JudgedCase, key: string, spoken: Spoken, decides: boolean): KeyQuestion => {
  const entry = judged.evaluation.context.find((one) => one.key.toLowerCase() === key)
  const isAbsent = entry ? entry.values === null : isKnownAbsent(judged, key)
  const origin = entry ? (inPaste(judged, key) ? 'paste' : entry.origin) : 'none'
  return {
    key: spoken.key,
    state: isAbsent ? 'absent' : entry ? 'known' : 'unknown',
    values: entry?.values ?? [],
    origin,
    offered: spoken.offered,
    decides,
  }
}

/** The context keys that matter: those the verdict hangs on first, then those that the policies within reach test. */
export const explainKeys = (judged: JudgedCase): readonly KeyQuestion[] => {
  const { evaluation } = judged
  const statements = evaluation.layers.flatMap((layer) => layer.statements)
  const spoken = gather(statements.flatMap(keysIn))
  const near = gather(statements.filter(isWithinReach).flatMap(keysIn))
  const deciding = new Map(evaluation.dependsOn.keys.map((key) => [key.toLowerCase(), key]))
  const others = [...near.keys()].filter((key) => !deciding.has(key))
  return [
    ...[...deciding].map(([key, name]) => question(judged, key, spoken.get(key) ?? { key: name, offered: [] }, true)),
    ...others.map((key) => question(judged, key, near.get(key) ?? { key, offered: [] }, false)),
  ]
}

import type { ElementResult } from '../../evaluation/evaluation'
import { keyOfValues } from '../../facts/keys/key-of-values'
import { parseOperator } from '../../iam/condition-operators'
import { nearestKey } from '../causes/nearest-key'
import type { JudgedCase } from '../judged-case'

/** The key that is meant in place of one that a statement tests: by a name nearly the same, or by the values. */
export interface MeantKey {
  readonly key: string
  /** Is it told by the values? Then the key that is tested exists, and never holds them. */
  readonly isByValues: boolean
}

/** The key that a test of a statement is meant for, where no request can meet it under the key that is written; null where nobody can say. */
export function meantKey(
  judged: JudgedCase,
  { element, key = '', operator = '', values }: ElementResult,
): MeantKey | null {
  if (element !== 'Condition') return null
  const near = nearestKey(judged)(key)
  if (near !== null) return { key: near, isByValues: false }
  const family = parseOperator(operator)?.family
  const texts = values.map(({ text }) => text)
  const held = family === undefined ? null : keyOfValues(key, texts, family)
  return held === null ? null : { key: held, isByValues: true }
}

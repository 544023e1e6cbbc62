import { CONDITION_KEYS, findConditionKey } from '../../facts/keys/condition-keys'
import { splitAction } from '../../iam/action'
import { findKey } from '../../reference/action-keys'
import { didYouMean } from '../../reference/did-you-mean'
import type { Situation } from '../situation'
import { judgedWith } from '../situation'

/** Global keys, and those of identity providers, whose claims nobody lists. */
const GLOBAL = 'aws:'

/** A name that stands for what is behind it: `aws:RequestTag/`. */
const isWhole = (name: string): boolean => !/[/:]$/.test(name) && !/[$<]/.test(name)

/** The condition key that is nearest to one that AWS does not have; null where it has it, or nobody can say. */
export const nearestKey =
  (situation: Situation) =>
  (key: string): string | null => {
    if (findConditionKey(key) !== null || !/^[a-z\d-]{2,40}:[a-z][\w-]{2,80}$/i.test(key)) return null
    if (key.toLowerCase().startsWith(GLOBAL)) {
      const names = CONDITION_KEYS.map(({ name }) => name).filter((name) => name.startsWith(GLOBAL) && isWhole(name))
      return didYouMean(key, names, 1)[0] ?? null
    }
    const service = judgedWith(situation).reference?.service(splitAction(key)?.service ?? '') ?? null
    if (service === null || findKey(service, key) !== null) return null
    return didYouMean(key, service.keys.map(({ name }) => name).filter(isWhole), 1)[0] ?? null
  }

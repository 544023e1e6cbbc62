import { CONDITION_KEYS, findConditionKey } from '../../facts/keys/condition-keys'
import { issuerMeant } from '../../facts/keys/token-issuers'
import { splitAction } from '../../iam/action'
import { findKey } from '../../reference/action-keys'
import { didYouMean } from '../../reference/did-you-mean'
import type { JudgedCase } from '../judged-case'
import { judgedWith } from '../judged-case'

/** Global keys, and those of identity providers, whose claims nobody lists. */
const GLOBAL = 'aws:'

/** A name that stands for what is behind it: `aws:RequestTag/`. */
const isWhole = (name: string): boolean => !/[/:]$/.test(name) && !/[$<]/.test(name)

/** A claim of a token by the name of its issuer, as `accounts.google.com:aud`. */
const CLAIM = /^([a-z\d.-]{4,80}\.[a-z]{2,10}):([a-z_-]{2,40})$/i

/** The claim of an issuer that everybody knows, where the name of the issuer is a few letters off. */
function nearestClaim(key: string): string | null {
  const [, issuer = '', claim = ''] = CLAIM.exec(key) ?? []
  const meant = issuer === '' ? null : issuerMeant(issuer)
  return meant !== null && didYouMean(issuer, [meant]).length > 0 ? `${meant}:${claim}` : null
}

/** The condition key that is nearest to one that AWS does not have; null where it has it, or nobody can say. */
export const nearestKey =
  (judged: JudgedCase) =>
  (key: string): string | null => {
    const claim = nearestClaim(key)
    if (claim !== null) return claim
    if (findConditionKey(key) !== null || !/^[a-z\d-]{2,40}:[a-z][\w-]{2,80}$/i.test(key)) return null
    if (key.toLowerCase().startsWith(GLOBAL)) {
      const names = CONDITION_KEYS.map(({ name }) => name).filter((name) => name.startsWith(GLOBAL) && isWhole(name))
      return didYouMean(key, names, 1)[0] ?? null
    }
    const service = judgedWith(judged).reference?.service(splitAction(key)?.service ?? '') ?? null
    if (service === null || findKey(service, key) !== null) return null
    return didYouMean(key, service.keys.map(({ name }) => name).filter(isWhole), 1)[0] ?? null
  }

import { keysWith } from '../../facts/keys/condition-keys'
import type { ReasonCode } from '../../evaluation/reason-codes'
import type { ElementResult } from '../../evaluation/evaluation'
import { clauseOf, writtenValues } from '../messages/conditions'
import type { FindingCode } from '../messages/findings'
import {
  conditionsOf,
  isKey,
  proof,
  who,
  type FindingHit,
  type Placed,
  type Rules,
  type FindingContext,
} from './finding-context'

type Codes =
  | 'deny-negated-key-absent'
  | 'deny-if-exists-key-absent'
  | 'deny-without-mfa'
  | 'deny-not-action'
  | 'deny-not-resource'
  | 'deny-not-principal'
  | 'for-all-values-true-for-nothing'

const MFA_KEYS = [...keysWith('mfa')]

const absentFor = (reason: ReasonCode, { statement }: Placed): readonly ElementResult[] =>
  conditionsOf(statement).filter((element) => element.reason === reason)

/** Does it deny for want of a key? That is told by a finding of its own. */
export const deniesForAbsentKey = ({ statement }: Placed): boolean =>
  conditionsOf(statement).some(
    (element) =>
      ['key-absent-negated', 'key-absent-if-exists'].includes(element.reason) ||
      (isKey(element, ...MFA_KEYS) && element.actual === null),
  )

const wanted = (scene: FindingContext, deny: Placed, element: ElementResult) => ({
  facts: { who: who(scene, deny), key: element.key ?? '', wants: clauseOf(element) },
  evidence: proof(deny, element),
})

const absentKeys = (scene: FindingContext, reason: ReasonCode) =>
  scene.denies.flatMap((deny) =>
    absentFor(reason, deny)
      .filter((element) => !isKey(element, ...MFA_KEYS))
      .map((element) => wanted(scene, deny, element)),
  )

const withElement = <Code extends FindingCode>(
  scene: FindingContext,
  name: ElementResult['element'],
  hit: (deny: Placed, element: ElementResult) => FindingHit<Code>,
): readonly FindingHit<Code>[] =>
  scene.denies.flatMap((deny) =>
    deny.statement.elements.filter(({ element }) => element === name).map((element) => hit(deny, element)),
  )

/** What a Deny that applies does, where it surprises. */
export const DENY_RULES: Rules<Codes> = {
  'deny-negated-key-absent': (scene) => absentKeys(scene, 'key-absent-negated'),
  'deny-if-exists-key-absent': (scene) => absentKeys(scene, 'key-absent-if-exists'),
  'deny-without-mfa': (scene) =>
    scene.denies.flatMap((deny) =>
      conditionsOf(deny.statement)
        .filter((element) => isKey(element, ...MFA_KEYS) && element.actual === null)
        .slice(0, 1)
        .map((element) => ({ facts: { who: who(scene, deny) }, evidence: proof(deny, element) })),
    ),
  'deny-not-action': (scene) =>
    withElement(scene, 'NotAction', (deny, element) => ({
      facts: { who: who(scene, deny), except: writtenValues(element), action: scene.accessCase.request.action },
      evidence: proof(deny, element),
    })),
  'deny-not-resource': (scene) =>
    withElement(scene, 'NotResource', (deny, element) => ({
      facts: { who: who(scene, deny), except: writtenValues(element), resource: scene.accessCase.request.resource },
      evidence: proof(deny, element),
    })),
  'deny-not-principal': (scene) =>
    withElement(scene, 'NotPrincipal', (deny, element) => ({
      facts: { who: who(scene, deny) },
      evidence: proof(deny, element),
    })),
  'for-all-values-true-for-nothing': (scene) =>
    scene.denies.flatMap((deny) =>
      absentFor('key-absent-for-all-values', deny).map((element) => ({
        facts: { who: who(scene, deny), key: element.key ?? '' },
        evidence: proof(deny, element),
      })),
    ),
}

import { howDenied, claimedLayer } from '../denial/denial'
import { parseVariables } from '../iam/policy-variables'
import { roleTakerOf, takerOfCaller } from '../facts/calls/needs-of-call'
import { neverHeld } from '../evaluation/match/never-held'
import type { ConditionEntry } from '../policy/policy'
import { serviceOfAction } from '../iam/action'
import { isOneOf } from '../iam/call-patterns'
import { CONDITION_TRAPS, type ConditionTrap, type ConditionTrapId } from './condition-traps'
import { mayCoverResource } from './given-policies'
import { isById, isTagCheckOfNew, isTagCheckWithoutId, resourceState } from './resource-state'
import { isUntoldSource } from '../facts/keys/untold-sources'
import type { RowMatch, GivenPolicy, NeededStatement, Observation } from './knowledge'
import { factsOf, someValues, filledWords } from './observe'
import { namesAction } from '../policy/statement-names'

const TRAPS = Object.entries(CONDITION_TRAPS) as readonly (readonly [ConditionTrapId, ConditionTrap])[]

const isTrap = (
  { keys, isNegated, isForAll, written }: ConditionTrap,
  { lowerKey, operator, values }: ConditionEntry,
): boolean =>
  isOneOf(keys, lowerKey) &&
  (written === undefined || (values.length > 0 && values.every(({ text }) => written.test(text)))) &&
  (isNegated === undefined || operator.negated === isNegated) &&
  (isForAll === undefined || (operator.set === 'all') === isForAll)

/** Allows count where nothing allowed, Denies where AWS says so or says nothing of it. */
const canBe = ({ effect }: ConditionTrap, { denial }: Observation): boolean =>
  effect === 'Allow' ? howDenied(denial) !== 'explicitDeny' : howDenied(denial) !== 'implicitDeny'

/** Is it about a resource that is being made, or that is there, as the trap wants it? */
const isOfResource = ({ of }: ConditionTrap, seen: Observation): boolean =>
  of === undefined || resourceState(seen.action, seen.resource, seen.operation) === of

/** Is each value a variable that has no value in this request? Then it is not what the key has that is amiss. */
const comparesWithNothing = ({ values }: ConditionEntry, { context }: Observation): boolean =>
  values.every(({ text }) =>
    parseVariables(text)?.some(
      (part) => part.kind === 'variable' && part.fallback === null && context.get(part.lowerKey)?.length === 0,
    ),
  )

/**
 * Tests of the statements for the action and the resource, in one policy: what names another resource is not unmet by its
 * tests. A key whose value is known says by itself whether it is met; of a value that no request carries the value is amiss.
 */
const testsOf = (
  seen: Observation,
  { policy }: GivenPolicy,
  { effect, isOfKnown, unless = [] }: ConditionTrap,
): readonly ConditionEntry[] =>
  policy.statements
    .filter(
      (statement) =>
        statement.effect === effect &&
        seen.action !== null &&
        namesAction(statement, seen.action) &&
        mayCoverResource(statement, seen.resource) &&
        !statement.conditions.some(({ lowerKey }) => unless.includes(lowerKey)),
    )
    .flatMap(({ conditions }) =>
      conditions.filter(
        (test) =>
          (isOfKnown === true || !seen.context.has(test.lowerKey)) &&
          !comparesWithNothing(test, seen) &&
          neverHeld(test, policy.version === '2012-10-17') === null,
      ),
    )

const isToldAs = (
  { isUntold }: ConditionTrap,
  { principal, action }: Observation,
  { lowerKey }: ConditionEntry,
): boolean => isUntold === undefined || isUntoldSource(principal ?? '', action ?? '', lowerKey)

/** The statement with the test, for the service alone and without the test. */
const withoutTest = (
  { principal }: Observation,
  { policy }: GivenPolicy,
  test: ConditionEntry,
): readonly NeededStatement[] =>
  policy.statements
    .filter(({ conditions, action }) => conditions.includes(test) && !action.not)
    .map(({ action, resource }) => ({
      effect: 'Allow',
      principal: { Service: principal ?? '' },
      actions: action.values.map(({ text }) => text),
      ...(resource === null || resource.not ? {} : { resource: resource.values[0]?.text ?? '*' }),
    }))

/** Does another Deny of the policy say that the key has to be there? Then that it applies without the key is meant so. */
const isMeantSo = ({ isForAll }: ConditionTrap, { policy }: GivenPolicy, { lowerKey }: ConditionEntry): boolean =>
  isForAll === true &&
  policy.statements.some(
    ({ effect, conditions }) =>
      effect === 'Deny' &&
      conditions.some(
        (one) =>
          one.lowerKey === lowerKey &&
          one.operatorText.toLowerCase() === 'null' &&
          one.values.some(({ text }) => text.toLowerCase() === 'true'),
      ),
  )

/** Is the request known to be what the trap hits: is a key that would take it out known to be true? */
const isHit = ({ unless = [] }: ConditionTrap, { context }: Observation): boolean =>
  unless.some((key) => context.get(key)?.includes('true') === true)

/** Does the request show that the test can't be met: what is tagged is being made by another call, or is there by its id? */
const isUnmeetable = (
  { of, isNever, operations }: ConditionTrap,
  { action, operation, resource }: Observation,
): boolean =>
  operations !== undefined ||
  (of === 'new'
    ? isTagCheckOfNew(action, operation) || isTagCheckWithoutId(action, resource)
    : isNever === true && isById(resource))

/** Does a test of the service that a key is used through name the one that was called? Then it is met. */
const isMetByService = ({ operation }: Observation, { lowerKey, values }: ConditionEntry): boolean => {
  const service = serviceOfAction(operation ?? '')
  return (
    lowerKey === 'kms:viaservice' &&
    service !== '' &&
    values.some(({ text }) => text.toLowerCase().startsWith(`${service}.`))
  )
}

/** Does the text name what the values of the test leave out? */
const isNamedBeside = ({ names }: ConditionTrap, { text }: Observation, { values }: ConditionEntry): boolean =>
  names !== undefined && [...text.matchAll(names)].some(([name]) => !values.some((value) => value.text.includes(name)))

/** Tests of given policies that do something else than people expect of them. */
export const findConditionTraps = (seen: Observation): readonly RowMatch<ConditionTrapId>[] => {
  const claimed = claimedLayer(seen.denial)
  const given = seen.policies.filter(({ layer }) => claimed === null || layer === claimed)
  return TRAPS.filter(
    ([, trap]) =>
      canBe(trap, seen) &&
      isOfResource(trap, seen) &&
      (trap.operations === undefined || trap.operations.includes(seen.operation ?? '')) &&
      (trap.isOnlyHit !== true || isHit(trap, seen)) &&
      (trap.actions === undefined || isOneOf(trap.actions, seen.action)),
  ).flatMap(([id, trap]) =>
    given.flatMap((policy): readonly RowMatch<ConditionTrapId>[] => {
      const test = testsOf(seen, policy, trap).find(
        (one) =>
          isTrap(trap, one) && isToldAs(trap, seen, one) && !isMeantSo(trap, policy, one) && !isMetByService(seen, one),
      )
      if (test === undefined) return []
      const value = test.values[0]?.text ?? ''
      const taker =
        (seen.operation === null ? null : roleTakerOf(seen.operation)) ??
        takerOfCaller(seen.principal ?? '', seen.resource ?? '')
      const facts = {
        ...factsOf(seen),
        ...(taker === null ? {} : { serviceThatGetsTheRole: taker }),
        testedKey: test.key,
        operator: test.operatorText,
        written: value,
        listed: someValues(test.values.map(({ text }) => text)),
      }
      return [
        {
          id,
          layer: policy.layer,
          decision: trap.effect === 'Deny' ? 'explicitDeny' : 'implicitDeny',
          strength:
            isHit(trap, seen) || isUnmeetable(trap, seen) || isNamedBeside(trap, seen, test) ? 'shown' : 'supported',
          for: [
            {
              kind: 'test-written',
              text: `${test.operatorText} ${test.key}: ${someValues(test.values.map(({ text }) => text))}`,
            },
          ],
          against: [],
          check: filledWords(trap.check, facts),
          fix: { layer: policy.layer, statements: trap.isUntold === true ? withoutTest(seen, policy, test) : [] },
          page: trap.page,
          confirmed: trap.confirmed,
          facts,
        },
      ]
    }),
  )
}

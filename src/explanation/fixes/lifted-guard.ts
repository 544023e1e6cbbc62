import { isKeyWith } from '../../facts/keys/condition-keys'
import { isOutsider, parsePrincipal } from '../../iam/principal'
import { textsOf, type Fields } from '../../text/fields'
import { statementsIn } from '../../policy/statements-in'
import type { Fix } from '../explanation'
import type { JudgedCase } from '../judged-case'
import { contextValue } from '../steps/step-facts'
import { statementsThere } from './does-work'
import { addedStatements, newStatements, testedKeys } from './fix-statements'
import { isCovered } from './same-statement'
import { opensOwnPart } from './own-part'

/** Does it put a plain value beside a policy variable, so that everyone is let off what is compared with their own? */
export const isBesideVariable = ({ codes, changes }: Fix): boolean =>
  codes.includes('add-exception') &&
  changes.flatMap(newStatements).some((one) =>
    testedKeys(one).some(({ values }) => {
      const own = values.filter((value) => value.includes('${'))
      return own.length > 0 && own.length < values.length
    }),
  )

/** Does it open, for an action, what a statement there leaves to each caller alone? */
export const opensOwnParts = (judged: JudgedCase, { layer, changes }: Fix): boolean => {
  const there = statementsThere(judged, layer).filter((one) => one['Effect'] === 'Allow')
  const made = changes
    .flatMap(addedStatements)
    .filter((one) => one['Effect'] === 'Allow' && one['Condition'] === undefined)
  const opens = (one: Fields, ofEach: Fields): boolean =>
    textsOf(one['Action']).every((action) => isCovered(action, textsOf(ofEach['Action']))) &&
    textsOf(one['Resource']).some((value) => textsOf(ofEach['Resource']).some((own) => opensOwnPart(value, own)))
  return made.some((one) => there.some((ofEach) => opens(one, ofEach)))
}

/** What nobody signs, and what a token signs in, carries nothing of a caller that a guard could ask for. */
export const canCarry = ({ accessCase: { request } }: JudgedCase): boolean => {
  const kind = parsePrincipal(request.principal)?.kind
  return (kind === undefined || !isOutsider(kind)) && !/^sts:AssumeRoleWith/i.test(request.action)
}

/** The keys that the statements test which a fix changes, as they were. */
export const keysOfChanged = ({ changes }: Fix): readonly string[] =>
  changes.flatMap(({ before, after }) => {
    const left = new Set(statementsIn(after).map((one) => JSON.stringify(one)))
    const changed = statementsIn(before).filter((one) => !left.has(JSON.stringify(one)))
    return changed.flatMap((one) => testedKeys(one).map(({ key }) => key))
  })

/** Does it let somebody off a Deny that guards against a form of call alone, which the call can leave? */
export const letsOffForm = (fix: Fix): boolean => {
  const keys = keysOfChanged(fix)
  return keys.length > 0 && keys.every((key) => isKeyWith(key, 'guardsForm'))
}

/** Does it leave out of a Deny the very thing that the tag of the thing puts under it? */
const leavesTaggedOut = (fix: Fix): boolean =>
  (fix.codes.includes('leave-resource-out') || fix.codes.includes('leave-action-on-resource-out')) &&
  keysOfChanged(fix).some((key) => /resourcetag\//i.test(key))

/** Does it take a part out of a guard that a request can pass, so that nothing guards it any more? */
export const dropsGuard = (fix: Fix): boolean => leavesTaggedOut(fix) || takesPartOut(fix)

/** Do the statements that a fix changes spare somebody by name? */
const sparesByName = ({ changes }: Fix): boolean =>
  changes.some(({ before, after }) => {
    const left = new Set(statementsIn(after).map((one) => JSON.stringify(one)))
    return statementsIn(before).some((one) => one['NotPrincipal'] !== undefined && !left.has(JSON.stringify(one)))
  })

const takesPartOut = (fix: Fix): boolean =>
  (fix.codes.includes('take-action-out') || fix.codes.includes('take-resource-out')) &&
  (keysOfChanged(fix).length > 0 || sparesByName(fix))

/** The part of a token's subject that keeps it to a branch, a tag or an environment. */
const OF_BRANCH = /(?:^|[:/])(?:ref|ref_type|refs|vcs-ref|environment)[:/]/i

/** The subjects that statements let in, by provider and key. */
const subjectsIn = (statements: readonly Fields[]): readonly (readonly [key: string, subject: string])[] =>
  statements.flatMap((one) =>
    testedKeys(one)
      .filter(({ key }) => key.endsWith(':sub'))
      .flatMap(({ key, values }) => values.map((value) => [key, value] as const)),
  )

/** Is it the subject that the token is known to have, by which it says itself that it runs for a pull request? */
const isKnownPullRequest = ({ evaluation }: JudgedCase, key: string, subject: string): boolean =>
  subject.endsWith(':pull_request') && contextValue(evaluation.context, key) === subject

/** Does it let in tokens that name no branch where every subject that the policy lets in names one, or an environment? */
export const leavesBranchOut = (judged: JudgedCase, { layer, changes }: Fix): boolean =>
  layer === 'trust' &&
  changes.some((change) => {
    const there = subjectsIn(statementsIn(change.before))
    return subjectsIn(newStatements(change)).some(([key, subject]) => {
      const ofKey = there.filter(([one]) => one === key)
      const isKept = ofKey.length > 0 && ofKey.every(([, one]) => OF_BRANCH.test(one))
      return isKept && !OF_BRANCH.test(subject) && !isKnownPullRequest(judged, key, subject)
    })
  })

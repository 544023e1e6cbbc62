import { isDenial } from '../../iam/how-denied'
import { CALL_FACTS, type CallFact } from '../../facts/calls/call-facts'
import { lastInPath, parseArn } from '../../iam/arn'
import { findHoles } from '../../iam/find-holes'
import { isCall } from '../../iam/call-patterns'
import { parsePrincipal } from '../../iam/principal'
import { serviceOfAction } from '../../iam/action'
import { hasWildcard } from '../../iam/wildcard'
import { contextOfCheck } from '../../draft/checks/suggested-checks'
import { evaluate } from '../../evaluation/evaluate'
import type { ElementResult, LayerResult } from '../../evaluation/evaluation'
import { parsePolicy } from '../../policy/parse-policy'
import { isKeyPolicy } from '../../policy/key-policy'
import { onlyOne } from '../../text/only-one'
import type { Cause } from '../answer'
import { CAUSE_REMEDIES, UNSEEN } from '../messages/answers'
import { judgedWith, layerResult, type JudgedCase } from '../judged-case'
import { stepFacts } from '../steps/step-facts'
import { NO_FACTS, type KnownFacts } from './known-facts'
import { namedRole } from './named-role'

/** https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html */
const PAGE = 'https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html'

/** What a call needs of the key of its queue, topic, object or the like. */
const neededOfKey = (action: string): readonly string[] => {
  const lower = action.toLowerCase()
  const rows = (Object.values(CALL_FACTS) as readonly CallFact[]).filter(
    ({ calls, exceptCalls = [], needs, isOnlyNamed, on }) =>
      isOnlyNamed !== true &&
      on.includes(':kms:') &&
      needs.every((one) => one.startsWith('kms:')) &&
      isCall(calls, lower) &&
      !isCall(exceptCalls, lower),
  )
  return [...new Set(rows.flatMap(({ needs }) => needs))].filter((one) => !one.includes('*'))
}

/** The one key policy of the text. */
const keyPolicyOf = ({ beside = [], accessCase }: JudgedCase): string | null => {
  const { document } = accessCase.policies.resource ?? {}
  const given = typeof document === 'string' ? [document] : []
  return onlyOne([...beside.map(({ text }) => text), ...given].filter(isKeyPolicy)) ?? null
}

const KEY =
  /\b(?:arn:aws[\w-]{0,12}:kms:[\w-]{1,30}:\d{12}:key\/)?((?:mrk-)?[\da-f]{8}-?(?:[\da-f]{4}-?){3}[\da-f]{12})\b/

/** The key's ARN as far as the text tells, with a blank for what it does not: its place is that of what it encrypts. */
function keyArn({ accessCase: { request, error = '' } }: JudgedCase): string {
  const [whole = '', id = '<key>'] = KEY.exec(error) ?? []
  if (whole.startsWith('arn:')) return whole
  const asked = parseArn(request.resource)
  const account = asked?.account || request.resourceAccount || parsePrincipal(request.principal)?.account || '<account>'
  return `arn:${asked?.partition ?? 'aws'}:kms:${asked?.region || '<region>'}:${account}:key/${id}`
}

/** What the key policy makes of one action on the key. */
function keyResult(judged: JudgedCase, text: string, action: string): LayerResult | null {
  const { accessCase } = judged
  const resource = keyArn(judged)
  const { resourceAccount: _account, absentContext: _absent, unknownContext: _unknown, ...request } = accessCase.request
  const context = Object.fromEntries(
    Object.entries(contextOfCheck(accessCase.request, action, resource)).flatMap(([key, edit]) =>
      edit.state === 'known' ? [[key, edit.values[0] ?? ''] as const] : [],
    ),
  )
  const holes = [...new Set([...(accessCase.holes ?? []), ...findHoles(resource, 'request')])]
  const asked = {
    ...accessCase,
    holes,
    request: { ...request, action, resource, context: { ...request.context, ...context } },
    policies: { ...accessCase.policies, resource: { name: 'key policy', document: text } },
  }
  return layerResult(evaluate(asked, judgedWith(judged)), 'resource')
}

/** The one account that the key policy leaves something to, as it names it; empty where it names none or several. */
const accountOf = (text: string): string =>
  onlyOne(
    parsePolicy(text, 'resource')
      .statements.flatMap(({ principal }) => principal?.values ?? [])
      .map((one) => one.text)
      .filter((one) => one.endsWith(':root')),
  ) ?? ''

/** The one role or user that the key policy names, and that an identity-based policy given here is called after. */
function calledAfter(judged: JudgedCase): string {
  const text = keyPolicyOf(judged)
  const names = (judged.accessCase.policies.identity ?? []).map(({ name }) => name.toLowerCase())
  const principals =
    text === null ? [] : parsePolicy(text, 'resource').statements.flatMap(({ principal }) => principal?.values ?? [])
  return onlyOne(principals.map((one) => one.text).filter((one) => names.includes(lastInPath(one).toLowerCase()))) ?? ''
}

/** The one role or user that the policy of the resource lets in by name: where the text says nothing of who calls, it is meant. */
function withCallerLetIn(judged: JudgedCase): JudgedCase {
  const { accessCase, evaluation } = judged
  if (accessCase.request.principal !== '') return judged
  const named = (layerResult(evaluation, 'resource')?.statements ?? [])
    .filter(({ effect, elements }) => effect === 'Allow' && elements.every(isOpenOrMet))
    .flatMap(({ elements }) => elements.filter(({ element }) => element === 'Principal'))
    .flatMap(({ values }) => values.map(({ text }) => text))
  const principal = onlyOne(named) ?? ''
  const byName = principal === '' ? calledAfter(judged) : principal
  const kind = parsePrincipal(byName)?.kind
  return (kind === 'role' || kind === 'user') && !hasWildcard(byName)
    ? { ...judged, accessCase: { ...accessCase, request: { ...accessCase.request, principal: byName } } }
    : judged
}

/** Does an element fit the request, or is it open only as nobody says who calls? */
const isOpenOrMet = ({ element, matches }: ElementResult): boolean =>
  matches === 'yes' || (element === 'Principal' && matches === 'unknown')

/**
 * What the key policy of the text lacks for a call whose own policies let it through: whoever calls needs the key too.
 * Nothing where the request is for a key, or the text has no key policy besides.
 */
function keyPolicyCauses(given: JudgedCase): readonly Cause[] {
  const judged = withCallerLetIn(given)
  const { action, principal } = judged.accessCase.request
  const caller = parsePrincipal(principal)
  const text = serviceOfAction(action) === 'kms' ? null : keyPolicyOf(judged)
  if (text === null) return []
  // Where nobody says who calls, it is told only of a policy that lets nobody: then the account is who has to be let in.
  const account = caller === null ? accountOf(text) : ''
  if (caller === null && account === '') return []
  const { operation = null, inferred } = judged.denial ?? {}
  const called =
    operation === null ? [] : neededOfKey(`${serviceOfAction(action) || (inferred?.service ?? '')}:${operation}`)
  const needs = [...new Set([...neededOfKey(action), ...called])]
  const missing = needs.filter((one) => {
    const result = keyResult(judged, text, one)
    // A key that trusts its account leaves it to the caller's own policies.
    return result !== null && isDenial(result.status) && (caller === null ? result.needed : result.blocking)
  })
  if (missing.length === 0) return []
  const isService = caller?.kind === 'service'
  const arn = caller === null ? account : isService ? principal : (stepFacts(judged).entity?.arn ?? principal)
  const role = caller === null ? { principal: { AWS: account }, condition: null } : isService ? null : namedRole(arn)
  return [
    {
      code: 'key-policy-lacks',
      ground: 'fact-shown',
      basis: 'likely',
      weight: missing.length,
      isRefuted: false,
      about: null,
      layer: 'resource',
      decision: 'implicitDeny',
      sentence: caller === null ? UNSEEN['key-policy-lets-nobody'](missing) : UNSEEN['key-policy-lacks'](arn, missing),
      speaksFor: [],
      speaksAgainst: [],
      note: [],
      evidence: null,
      check: null,
      remedy: CAUSE_REMEDIES['allow-in-key-policy'](arn, missing),
      statements: [
        {
          Effect: 'Allow',
          Principal: role?.principal ?? { Service: principal },
          Action: missing.length === 1 ? missing[0] : missing,
          Resource: '*',
          ...(role?.condition && { Condition: role.condition }),
        },
      ],
      page: PAGE,
    },
  ]
}

/** What is known of a denial, with what the key policy of the text lacks. */
export const withKeyPolicy = (judged: JudgedCase, known: KnownFacts): KnownFacts =>
  known === NO_FACTS ? known : { ...known, causes: [...keyPolicyCauses(judged), ...known.causes] }

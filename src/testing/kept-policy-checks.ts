import type { AccessCase } from '../case/access-case'
import { Holes } from '../case/holes'
import type { CompiledPolicy } from '../evaluation/compile/compile-layers'
import { keptPolicy } from '../evaluation/decide/kept-statements'
import { createPolicyMemory, evaluate } from '../evaluation/evaluate'

const policy = (isRemembered: boolean): CompiledPolicy => ({
  name: 'atlas',
  type: 'identity',
  variablesOn: true,
  level: null,
  policy: 0,
  valid: true,
  isRemembered,
  statements: [],
  problems: [],
})

const NONE = new Holes([])
const some = (): Holes => new Holes(['<acct>'])

const OF_NONE: readonly Holes[] = [NONE, NONE]

/** Is one thing kept of the policy, asked with these holes, for one request or for more of its case? */
function isKept(one: CompiledPolicy, [holes, others]: readonly Holes[], keeps: readonly [boolean, boolean]): boolean {
  const first = keptPolicy(one, holes ?? NONE, keeps[0])
  return first !== null && first === keptPolicy(one, others ?? NONE, keeps[1])
}

/** A statement that takes the action in, one of another action, and one of another service. */
const TEXT = JSON.stringify({
  Statement: ['s3:GetObject', 's3:PutObject', 'sqs:SendMessage'].map((Action) => ({
    Effect: 'Allow',
    Action,
    Resource: '*',
  })),
})
const plain = (name: string) => ({ name, document: TEXT })
const caseOf = (policies: AccessCase['policies']): AccessCase => ({
  version: 1,
  request: {
    principal: 'arn:aws:iam::111122223333:user/maya',
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::maps/1',
  },
  policies: { otherLayers: 'none', ...policies },
})

/** Is each of these told, with one memory of policies, as it is without? The first two make the text remembered. */
function isToldAlike(...all: readonly AccessCase['policies'][]): boolean {
  const policyMemory = createPolicyMemory()
  const [first = {}] = all
  return [first, first, ...all, ...all].every((policies) => {
    const one = caseOf(policies)
    return JSON.stringify(evaluate(one, { policyMemory })) === JSON.stringify(evaluate(one))
  })
}

const level = (target: string, name: string) => ({ target, policies: [plain(name)] })

/** What is kept of a policy for other requests is kept where nothing else bears on it, and says nothing of another place. */
export const KEPT_POLICY_CHECKS: readonly (readonly [name: string, holds: () => boolean])[] = [
  ['what is asked once is not kept', () => keptPolicy(policy(false), NONE, false) === null],
  [
    'nor is it under holes, whose marks mean nothing in other cases',
    () => keptPolicy(policy(true), some(), false) === null,
  ],
  ['a text that is remembered is kept for other cases', () => isKept(policy(true), OF_NONE, [false, false])],
  ['and for other requests of its case', () => isKept(policy(true), OF_NONE, [true, false])],
  ['a policy is kept for other requests of its case', () => isKept(policy(false), OF_NONE, [true, true])],
  [
    'another with the same statements is kept by itself',
    () => {
      const one = policy(false)
      return keptPolicy(one, NONE, true) !== keptPolicy({ ...one }, NONE, true)
    },
  ],
  [
    'under holes it is kept for those of its case alone',
    () => {
      const one = policy(true)
      const holes = some()
      return isKept(one, [holes, holes], [true, true]) && !isKept(one, [holes, some()], [true, true])
    },
  ],
  [
    'a remembered text is told by the name that it has now',
    () => isToldAlike({ identity: [plain('atlas')] }, { identity: [plain('globe')] }),
  ],
  [
    'by its place among the others',
    () => isToldAlike({ identity: [plain('atlas')] }, { identity: [{ name: 'empty', document: {} }, plain('atlas')] }),
  ],
  [
    'by its level',
    () => isToldAlike({ scps: [level('Root', 'atlas')] }, { scps: [level('Root', 'other'), level('Maps', 'atlas')] }),
  ],
  [
    'and in the layer that it stands in',
    () => isToldAlike({ identity: [plain('atlas')] }, { identity: [plain('atlas')], boundary: plain('atlas') }),
  ],
]

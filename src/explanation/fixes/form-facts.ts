import { ENDPOINT_KEY } from '../../facts/keys/condition-keys'
import { isAccountId, parseArn } from '../../iam/arn'
import { hasLevels, LAYERS, type CaseLayer } from '../../iam/layers'
import { valueOfNode } from '../../text/json-value'
import { parseJson } from '../../text/parse-json'
import type { Fix, FixChange } from '../explanation'
import type { JudgedCase } from '../judged-case'
import { contextValue, stepFacts, type StepFacts } from '../steps/step-facts'
import { asciiJson } from '../../text/ascii-json'
import { levelsOf } from '../../case/layer-policies'
import { pascalCase } from '../../text/letter-case'

/** What of a fix its forms are made of. */
export type FormedFix = Pick<Fix, 'changes' | 'codes' | 'statement'>

/** What the forms of one changed policy are filled with. */
export interface FormFacts extends StepFacts {
  readonly fix: FormedFix
  readonly change: FixChange
  /** The whole policy after the fix. */
  readonly document: unknown
  /** The same in one line. */
  readonly compact: string
  /** The root, OU or account that an organization policy hangs on. */
  readonly target: string | null
  /** Its id, where that is how the target is given. */
  readonly targetId: string | null
  readonly endpoint: string | null
  /** The name of the policy as code can bear it. */
  readonly label: string
}

const TARGET_ID = /^(?:\d{12}|r-[a-z0-9]+|ou-[a-z0-9-]+)$/

/** What a managed policy may be called. https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html */
const POLICY_NAME = /^[\w+=,.@-]{1,128}$/

const IDENTIFIER = /[^a-z0-9]+/gi

const words = (name: string): readonly string[] => name.split(IDENTIFIER).filter((word) => word !== '')

/** A name for code: RegionGuard. */
const labelOf = (name: string): string => {
  const label = pascalCase(words(name)).slice(0, 64)
  return /^[A-Z]/.test(label) ? label : `Policy${label}`
}

/** A name for Terraform: region_guard. */
export const snakeCase = (label: string): string => label.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '_').toLowerCase()

/** Reads what the forms need. */
export const formFacts = (judged: JudgedCase, fix: FormedFix, change: FixChange): FormFacts => {
  const { root } = parseJson(change.after)
  const document = root === null ? null : valueOfNode(root)
  const levels = levelsOf(judged.accessCase.policies, change.layer)
  const target = levels[change.level ?? 0]?.target ?? null
  return {
    ...stepFacts(judged),
    fix,
    change,
    document,
    compact: asciiJson(document),
    target,
    targetId: target !== null && TARGET_ID.test(target) ? target : null,
    endpoint: contextValue(judged.evaluation.context, ENDPOINT_KEY),
    label: labelOf(nameOf(fix, change)),
  }
}

/** Six digits that another text does not have but by chance. http://www.isthe.com/chongo/tech/comp/fnv/ */
const marked = (text: string): string => {
  let sum = 0x811c9dc5
  for (const char of text) sum = Math.imul(sum ^ char.charCodeAt(0), 0x01000193)
  return (sum >>> 8).toString(16).padStart(6, '0')
}

/**
 * An added statement goes under a name of its own: a policy that is put under the name of another one replaces it, as a
 * second fix for the same action would.
 */
const nameOf = ({ statement }: FormedFix, { name, policy, layer }: FixChange): string => {
  const isNew = policy === null || (layer === 'identity' && statement !== null)
  if (!isNew) return parseArn(name)?.resource ?? name
  const { Sid = 'AllowAccess', ...rest } = statement ?? {}
  return `${typeof Sid === 'string' ? Sid : 'AllowAccess'} ${marked(JSON.stringify(rest))}`
}

/** The ARN of a policy that a customer manages. */
const isPolicyArn = (name: string): boolean => {
  const arn = parseArn(name)
  return arn?.resource.startsWith('policy/') === true && arn.account !== 'aws'
}

/** The name or ARN of the managed policy that is changed; null where it goes by a name that no policy can have. */
export const managedName = ({ change: { name } }: FormFacts): string | null =>
  POLICY_NAME.test(name) || isPolicyArn(name) ? name : null

/** The ARN of the managed policy that is changed; null where its name is not enough for it. */
export const managedArn = (facts: FormFacts): string | null => {
  const name = managedName(facts)
  if (name === null || name.startsWith('arn:')) return name
  const { partition = 'aws', account } = facts.caller ?? {}
  return account && isAccountId(account) ? `arn:${partition}:iam::${account}:policy/${name}` : null
}

/** What a policy is called that was pasted without a name. */
const isOurName = (layer: CaseLayer, name: string): boolean =>
  name === LAYERS[layer].policy || /^Policy \d{1,6}$/.test(name)

/** Is it the name of the changed policy that its forms lack? */
export const lacksName = (facts: FormFacts): boolean => {
  const { layer, policy, name } = facts.change
  if (policy === null || isInline(facts)) return false
  if (layer === 'identity' || layer === 'boundary') return managedArn(facts) === null && inlineHolder(facts) === null
  return hasLevels(layer) && isOurName(layer, name)
}

/** Who holds an inline policy. */
export interface Holder {
  readonly kind: 'user' | 'role' | 'group'
  readonly name: string
}

const GROUP = 'group:'

/**
 * Who holds the identity-based policy that is changed, if it is an inline one: by its name alone it can be that as well
 * as a managed one. Null where it is not, since its ARN is given, or where nobody is known who could hold it.
 */
export const inlineHolder = ({ judged, change, entity }: FormFacts): Holder | null => {
  const { layer, policy, name } = change
  if (layer !== 'identity' || policy === null || !POLICY_NAME.test(name)) return null
  const source = judged.accessCase.policies.identity?.[policy]?.source ?? ''
  return source.startsWith(GROUP) ? { kind: 'group', name: source.slice(GROUP.length) } : entity
}

/** Does an added statement stand on its own, so that an inline policy of the caller can hold it? */
export const isInline = ({ fix, change, entity }: FormFacts): boolean =>
  change.layer === 'identity' && fix.statement !== null && entity !== null

/** The added statement as a policy of its own. */
export const inlinePolicy = ({ fix }: FormFacts): unknown => ({ Version: '2012-10-17', Statement: [fix.statement] })

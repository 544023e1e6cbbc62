import { parseArn } from '../../iam/arn'
import { valueOfNode } from '../../text/json-value'
import { parseJson } from '../../text/parse-json'
import type { Fix, FixChange } from '../explanation'
import { levelsOf, type Situation } from '../situation'
import { contextValue, stepFacts, type StepFacts } from '../steps/step-facts'

/** What the forms of one changed policy are filled with. */
export interface FormFacts extends StepFacts {
  readonly fix: Fix
  readonly change: FixChange
  /** The whole policy after the fix. */
  readonly document: unknown
  /** The same in one line. */
  readonly compact: string
  /** The root, OU or account that an organization policy hangs on. */
  readonly target: string | null
  readonly endpoint: string | null
  /** The name of the policy as code can bear it. */
  readonly label: string
}

const IDENTIFIER = /[^a-z0-9]+/gi

const words = (name: string): readonly string[] => name.split(IDENTIFIER).filter((word) => word !== '')

/** A name for code: RegionGuard. */
const labelOf = (name: string): string => {
  const label = words(name)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
    .slice(0, 64)
  return /^[A-Z]/.test(label) ? label : `Policy${label}`
}

/** A name for Terraform: region_guard. */
export const snakeCase = (label: string): string => label.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '_').toLowerCase()

/** Reads what the forms need. */
export const formFacts = (situation: Situation, fix: Fix, change: FixChange): FormFacts => {
  const { root } = parseJson(change.after)
  const document = root === null ? null : valueOfNode(root)
  const isOrganization = change.layer === 'scps' || change.layer === 'rcps'
  const levels = isOrganization ? levelsOf(situation.accessCase, change.layer === 'scps' ? 'scp' : 'rcp') : []
  return {
    ...stepFacts(situation),
    fix,
    change,
    document,
    compact: JSON.stringify(document),
    target: levels[change.level ?? 0]?.target ?? null,
    endpoint: contextValue(situation.evaluation.context, 'aws:SourceVpce'),
    label: labelOf(nameOf(fix, change)),
  }
}

/** An added statement goes under a name of its own, so that it takes no other policy's place. */
const nameOf = ({ statement }: Fix, { name, policy, layer }: FixChange): string => {
  const isNew = policy === null || (layer === 'identity' && statement !== null)
  if (!isNew) return parseArn(name)?.resource ?? name
  return typeof statement?.Sid === 'string' ? statement.Sid : 'AllowAccess'
}

/** The ARN of a managed policy of the caller's account. */
export const policyArn = ({ change, caller }: FormFacts): string =>
  change.name.startsWith('arn:')
    ? change.name
    : `arn:${caller?.partition ?? 'aws'}:iam::${caller?.account ?? ''}:policy/${change.name}`

/** Does an added statement stand on its own, so that an inline policy of the caller can hold it? */
export const isInline = ({ fix, change, entity }: FormFacts): boolean =>
  change.layer === 'identity' && fix.statement !== null && entity !== null

/** The added statement as a policy of its own. */
export const inlinePolicy = ({ fix }: FormFacts): unknown => ({ Version: '2012-10-17', Statement: [fix.statement] })

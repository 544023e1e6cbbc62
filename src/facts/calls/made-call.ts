import { type CallFactId } from './call-facts'
import { type ReferencedType } from './find-resource'
import { type ToldKey } from './parameter-keys'
import { type Parameters, type ParameterValues } from './parameter-values'
import type { WhenCode } from './when'

/** A call as a command, code, an event or a template names it. */
export interface MadeCall {
  /** The IAM prefix of the service. */
  readonly service: string
  readonly operation: string
  readonly parameters: Parameters
  /** Whether nothing is left out: a parameter that it does not have was not given. */
  readonly isWhole: boolean
  /** Of a call in code that is shown to its end: the parameters whose values are not, in lower case. */
  readonly unread?: readonly string[]
}

/** Where a call was made; what is not known is empty. */
export interface CallPlace {
  readonly partition: string
  readonly region: string
  readonly account: string
  /** The check that AWS names. */
  readonly asked?: { readonly action: string; readonly resource: string }
}

/** One check that AWS makes for a call. */
export interface MadeCheck {
  readonly action: string
  /** The type of its resource as the service reference names it; null: not known. */
  readonly type: string | null
  /** The ARN; what is not known of it stands between `<` and `>`. */
  readonly resource: string
  readonly when: WhenCode
  /** AWS makes this check for this call; else it depends on what the call does not show. */
  readonly isCertain: boolean
  /** What the call tells of the condition keys of this check; a value of null is a key that it does not carry. */
  readonly keys: readonly ToldKey[]
  /** The row that says so; null: it is the check of the operation's own action. */
  readonly fact: CallFactId | null
}

/** The types of resources of an action, as the service reference lists them; none where it is not known. */
export type TypesOfAction = (action: string) => readonly ReferencedType[]

/** A call that is being looked at. */
export interface Looked {
  readonly call: MadeCall
  readonly name: string
  readonly values: ParameterValues
  readonly place: CallPlace
}

/** What AWS names is what the call's own check is on, where nothing else tells. */
export const askedOn = ({ place: { asked } }: Looked, check: MadeCheck | undefined): string =>
  asked !== undefined && asked.action.toLowerCase() === check?.action.toLowerCase() ? asked.resource : ''

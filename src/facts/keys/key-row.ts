import type { KeyType } from '../../iam/key-type'
import type { PrincipalKind } from '../../iam/principal'
import type { Confirmed, RowSource } from '../../iam/row-source'
import type { ValueFormName } from './value-forms'

/** When a request carries a key: `always`, in every `signed` request, or only `sometimes`. */
export type KeyPresence = 'always' | 'signed' | 'sometimes'

/** Words to add to a call, and the calls that take them. */
export interface CallOption {
  /** The action, `*` as in a policy, in lower case; absent: any. */
  readonly actions?: readonly string[]
  /** The command that takes it so, where several spell it otherwise. */
  readonly command?: string
  /** `{value}` is a value that the policy accepts, `{tag}` what stands behind the slash of the key. */
  readonly words: string
}

/**
 * What to change in a call, by what a policy asks of the key. `{values}` are the values that it names, `{tag}` what stands
 * behind the slash of the key; text in backticks is code. A form that is missing is one that a call cannot meet.
 */
export interface RequestChangeWords {
  /** The key has to have one of the values. */
  readonly among?: string
  /** It must have none of them. */
  readonly beyond?: string
  /** It must not be sent at all. */
  readonly absent?: string
  /** It has to be sent, with any value. */
  readonly present?: string
  /** It has to be above or below a value. */
  readonly compared?: string
}

/** How whoever calls brings a condition key to a value that a policy accepts: no policy changes. */
export interface RequestChange {
  /** The values that a call can bring it to, in lower case; absent: any. */
  readonly reaches?: readonly string[]
  /** Is it a value that no request has? */
  readonly never?: (value: string) => boolean
  /** Is it a value that a call can get away from? Absent: any. */
  readonly leaves?: (value: string) => boolean
  /** Callers that can, as kinds of principals; absent: all. */
  readonly callers?: readonly PrincipalKind[]
  /** Is it a parameter of the call itself, so that a service which composes the call leaves no say in it? */
  readonly isOfCall?: true
  /** Does whoever calls bring it about alone, where no option of the call does: with a new sign-in, or a newer client? */
  readonly isOwn?: true
  /** Services whose calls cannot, by their prefix. */
  readonly notOf?: readonly string[]
  /** Of a key with a name behind it: names that begin so are set by the AWS service that calls, whatever the caller sends. */
  readonly setByServices?: string
  /** The only actions whose calls can, in lower case, `*` as in a policy; absent: any. */
  readonly of?: readonly string[]
  /** The first row whose actions fit, and all after it with the same actions. */
  readonly adds?: readonly CallOption[]
  /** A command that brings it about; text in angle brackets is to be filled in. */
  readonly run?: string
  /** What stands in a command for a value that is not a literal one; `value` if missing. */
  readonly blank?: string
  /** Does the call say how what it asks for begins, so that the pattern `a/*` is asked for as `a/`? */
  readonly isBeginning?: true
  readonly words: RequestChangeWords
  /** What to do instead with any call that is not in `of`: it neither makes nor changes the thing that the key tells of. */
  readonly wordsOfThing?: RequestChangeWords
  /** What to do instead in calls of one service, by its prefix. */
  readonly wordsOf?: Readonly<Record<string, RequestChangeWords>>
  /** What to do instead where the request is for one resource that is there, and lies where it lies. */
  readonly wordsOfPlaced?: Pick<RequestChangeWords, 'among' | 'beyond'>
}

/** What a key has in common with others. */
export type KeyTrait =
  /** Only calls through a VPC endpoint carry it. */
  | 'endpoint'
  /** Only some services set it. */
  | 'ofFewServices'
  /** The caller writes it as it likes. */
  | 'setByCaller'
  /** It tells who calls, or from where, and some requests lack it. */
  | 'tellsWho'
  /** A call on the principal's behalf does not carry that of the first request. */
  | 'notForwarded'
  /** It names the services that call on the principal's behalf; only some of them set it. */
  | 'callingService'
  /** Guards list its values as the places that requests may come from; a new place joins the list. */
  | 'origin'
  /** S3: fixed values of it make a grant to everyone one that is not public. */
  | 'fixesPublicGrant'
  /** It tells of the resource for which a service calls. */
  | 'ofSource'
  /** It tells of a sign-in with MFA. */
  | 'mfa'
  /** A condition may be suggested of it from what calls had in common. */
  | 'hint'
  /** A session brings it into calls of every service, though it has the prefix of one. */
  | 'ofSession'
  /** It says who calls; what a request to assume a role with an outside identity says of it is not documented. */
  | 'ofCaller'
  /** It says who owns the resource; some actions do not tell. */
  | 'ofResourceOwner'
  /** A Deny that tests it guards against a form of call, whoever makes it: the call changes, and nobody is let off. */
  | 'guardsForm'

/** One condition key: all that is known of it but what it holds (key-contents.ts) and how a call changes it (key-changes.ts). Where AWS's service reference knows it too, the two agree. */
export interface ConditionKeyRow extends Partial<RowSource> {
  /** In AWS's spelling; a key that ends in `/` or `:` takes a name after it. */
  readonly name: string
  readonly type: KeyType
  readonly multivalued?: true
  /** Of a key that requests of more than one service carry: when they do, as a phrase. */
  readonly presence?: KeyPresence
  readonly when?: string
  /** Kinds of principals whose requests never carry it. */
  readonly never?: readonly PrincipalKind[]
  readonly traits?: readonly KeyTrait[]
  /** Keys of which one, with any value or with this one, shows that the request does not carry it. */
  readonly excludedBy?: readonly { readonly key: string; readonly value?: string }[]
  readonly form?: ValueFormName
  /** Names in a template's reference that tell of another kind of value: `data.aws_vpc_endpoint_service.x.id`. */
  readonly otherKinds?: readonly string[]
  /** Words that AWS documents as its values. */
  readonly values?: readonly string[]
  /** Where a CloudTrail event has it, as a path. */
  readonly event?: string
  /** How a Deny on all but some values reads, and what this request did; `{all}` and `{any}` are the values. */
  readonly limit?: { readonly leaves: string; readonly got: string }
  /** How a Deny reads that asks for false. */
  readonly deniesFalse?: string
  /** Missing: the key's place on AWS's page of global keys. */
  readonly page?: string
  readonly confirmed?: Confirmed
}

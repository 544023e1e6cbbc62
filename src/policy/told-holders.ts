import { lastInPath } from '../iam/arn'
import { PRINCIPAL_LAYERS } from '../iam/layers'
import { onlyOne } from '../text/only-one'
import { own } from '../text/own'
import { isBareDocument, type FoundPolicy } from './found-policy'
import type { NamedHolders } from './named-holders'

/** How a line over a policy says whose it is: "role NAME", "task role (NAME)", "boundary of NAME". */
const SAID_IN_LINE: readonly RegExp[] = [
  /\b(?<kind>role|user)(?: (?:named|called))?:? ?\(?["'`*]{0,3}(?<name>[\w+=,.@-]{2,63}[\w+=@-])(?![\w/*$-])/gi,
  /\b(?:polic(?:y|ies)|permissions?|boundary|relationship|document|statements?) (?:of|for|on|attached to)(?: the| our| my)?(?: (?<kind>role|user))? ["'`*]{0,3}(?<name>[\w+=,.@-]{2,63}[\w+=@-])(?![\w/*$-])/gi,
]

/** A name that is no word of the language: with a mark or a figure in it, or a capital within. */
const LIKE_A_NAME = /[-_\d+=@]|[a-z][A-Z]/

/** A role or user that a line says a policy is of. */
interface HolderSaid {
  readonly owner: string
  /** Is it named elsewhere in the text too, so that its name is no word for it? */
  readonly isNamed: boolean
}

/** The one holder of the text whose name holds what a line says: "ci-role" of "github-ci-role". */
const alike = (name: string, holders: NamedHolders): string | null =>
  holders.get(name) ??
  onlyOne([...holders].flatMap(([key, holder]) => (key.includes(name) || name.includes(key) ? [holder] : []))) ??
  null

/** Whose policy a line says that it is; null where it does not say, or names several. */
export function holderSaid(line: string, holders: NamedHolders): HolderSaid | null {
  const found = SAID_IN_LINE.flatMap((words) =>
    Array.from(line.matchAll(words), ({ groups }) => ({
      kind: (groups?.['kind'] ?? 'role').toLowerCase(),
      name: groups?.['name'] ?? '',
    })),
  ).filter(({ name }) => LIKE_A_NAME.test(name) && !/^\d{12}$/.test(name))
  const names = [...new Set(found.map(({ name }) => name))]
  const [first] = found
  if (names.length !== 1 || first === undefined) return null
  const known = alike(first.name.toLowerCase(), holders)
  return known === null ? { owner: `${first.kind}/${first.name}`, isNamed: false } : { owner: known, isNamed: true }
}

/** The option by which a command of the AWS CLI names the resource whose policy it asks for, by the service of that. */
const NAMED_BY_OPTION: Readonly<Record<string, string>> = {
  s3: 'bucket',
  kms: 'key-id',
  sqs: 'queue-url',
  sns: 'topic-arn',
  secretsmanager: 'secret-id',
  ecr: 'repository-name',
  lambda: 'function-name',
  dynamodb: 'resource-arn',
}

/** What a command gives to an option; null where it gives nothing, or a value that is not written out. */
function optionValue(line: string, option: string): string | null {
  const value = new RegExp(String.raw`--${option}[ =]["']?([^\s"']{1,300})`).exec(line)?.[1]
  return value === undefined || /[$<{]/.test(value) ? null : value
}

/** What the command on a line asked for the policy of, where it is one of the AWS CLI. */
export function ownerByCommand(line: string, service: string | null): string | null {
  if (!/\baws(?:2|\.exe)? [a-z\d-]{2,40} [a-z-]{2,60}/.test(line)) return null
  // A trust policy is that of a role.
  for (const kind of service === null ? ['role', 'user'] : service === 'sts' ? ['role'] : []) {
    const name = optionValue(line, `${kind}-name`)
    if (name !== null) return `${kind}/${name}`
  }
  const option = service === null ? undefined : own(NAMED_BY_OPTION, service)
  const resource = option === undefined ? null : optionValue(line, option)
  if (resource === null || (service === 'kms' && resource.startsWith('alias/'))) return null
  return service === 'sqs' ? lastInPath(resource) : resource
}

/** A policy with whom the words before it say that it is of. */
export interface SaidPolicy {
  readonly policy: FoundPolicy
  readonly said: HolderSaid | null
}

const isOfPrincipal = ({ layer, service }: FoundPolicy): boolean =>
  PRINCIPAL_LAYERS.some((one) => one === layer) || service === 'sts'

const withOwner = (policy: FoundPolicy, owner: string): FoundPolicy => ({
  ...policy,
  owner,
  ...(policy.layer === 'resource' ? {} : { source: owner.slice(0, owner.indexOf('/')) }),
})

/**
 * The policies with whose they are. A name that stands in no other place of the text can be any word for a role: it counts for a
 * boundary, of which each role has one, and where the text says of several policies whose each is, and names one of those.
 */
export function withSaidHolders(all: readonly SaidPolicy[]): readonly FoundPolicy[] {
  const known = all.flatMap(({ policy, said }) =>
    isOfPrincipal(policy) && policy.owner !== null ? [policy.owner] : said?.isNamed === true ? [said.owner] : [],
  )
  const owners = new Set([...known, ...all.flatMap(({ said }) => said?.owner ?? [])])
  const areSeveral = known.length > 0 && owners.size > 1
  return all.map(({ policy, said: holder }) => {
    const isOpen = policy.owner === null && isBareDocument(policy) && isOfPrincipal(policy)
    if (holder === null || !isOpen) return policy
    return holder.isNamed || areSeveral || policy.layer === 'boundary' ? withOwner(policy, holder.owner) : policy
  })
}

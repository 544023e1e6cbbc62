import { splitArn } from '../../iam/arn'
import { matchWildcard } from '../../iam/wildcard'
import { fillArnTemplate, typesMatching } from '../../reference/arn-template'
import type { ActionReference } from '../../reference/service-reference'
import type { ResourceReach } from './resource-reach'

/** An ARN as a policy writes it so that only that ARN is meant: what would be a wildcard or a variable is escaped. */
export const asLiteral = (arn: string): string => arn.replace(/\$(?=\{)|[*?]/g, (character) => `\${${character}}`)

/** Where a name may be cut, so that what begins alike also belongs together. */
const DELIMITER = /[/:._-]/

/** Where the name begins in an ARN: behind what says its type, or behind the bucket of an object. */
function startOfName(arn: string): number {
  const resource = splitArn(arn)?.[5] ?? ''
  const head = /^[^/:]*[/:]/.exec(resource)?.[0] ?? ''
  return arn.length - resource.length + head.length
}

/** How many characters all of the texts begin with. */
function commonStart(texts: readonly string[]): number {
  const [first = '', ...others] = texts
  let length = first.length
  for (const other of others) {
    let at = 0
    while (at < length && first[at] === other[at]) at += 1
    length = at
  }
  return length
}

/** The last place up to `end` where a delimiter was passed; `start` where none is. */
function lastCut(text: string, start: number, end: number): number {
  for (let at = end; at > start; at -= 1) if (DELIMITER.test(text[at - 1] ?? '')) return at
  return start
}

/** Is what stands before the name the name of something itself, as a bucket is? Below it everything may be meant. */
const isContainer = (arn: string): boolean => {
  const [, , service, region] = splitArn(arn) ?? []
  return service === 's3' && region === ''
}

/** What some ARNs with the same beginning have in common; those themselves where that is no more than their type. */
function prefixOf(arns: readonly string[], start: number): readonly string[] {
  const [first = ''] = arns
  const common = commonStart(arns)
  const isWhole = arns.some((arn) => arn.length === common)
  const cut = arns.length > 1 && isWhole ? common : lastCut(first, start, arns.length === 1 ? common - 1 : common)
  const saysMore = cut > start || (isContainer(first) && first.startsWith('/', start - 1))
  return saysMore ? [`${asLiteral(first.slice(0, cut))}*`] : arns.map(asLiteral)
}

/** ARNs as patterns by what those begin with that are of one type, Region and account. */
function prefixes(arns: readonly string[]): readonly string[] {
  const groups = new Map<string, string[]>()
  for (const arn of arns) {
    const head = arn.slice(0, startOfName(arn))
    groups.set(head, [...(groups.get(head) ?? []), arn])
  }
  return [...groups].flatMap(([head, group]) => prefixOf(group, head.length))
}

/** The ARNs of the type of one, in its partition, Region and account; itself where its type is not known. */
function typePattern(arn: string, action: ActionReference | null): string {
  const [, partition = 'aws', , region = '', account = ''] = splitArn(arn) ?? []
  for (const { arn: template } of action === null ? [] : typesMatching(action, arn)) {
    const pattern = fillArnTemplate(template, { partition, region, account })
    if (matchWildcard(pattern, arn)) return pattern
  }
  return asLiteral(arn)
}

/** Patterns for the resources that an action was used on, as far as they shall reach; each takes one of them in. */
export function widenResources(
  arns: readonly string[],
  reach: ResourceReach,
  action: ActionReference | null,
): readonly string[] {
  const wide =
    reach === 'exact'
      ? arns.map(asLiteral)
      : reach === 'prefix'
        ? prefixes(arns)
        : arns.map((arn) => typePattern(arn, action))
  return [...new Set(wide)].sort()
}

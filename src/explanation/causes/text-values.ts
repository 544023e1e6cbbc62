import { isAccountId, parseArn } from '../../iam/arn'
import { parsePrincipal } from '../../iam/principal'
import type { Facts } from '../../knowledge/knowledge'
import { IDS_IN_TEXT, idsIn } from '../../knowledge/text-ids'
import type { Situation } from '../situation'

const REGION =
  /(?<![a-z\d-])(?:us|eu|ap|sa|ca|me|af|il|mx|cn)(?:-gov)?-(?:north|south|east|west|central|northeast|northwest|southeast|southwest)-\d(?!\d)/g

const ACCOUNT = /:(\d{12}):/g

/** The one value of several that are the same; nothing where they differ. */
export const onlyOne = <T>(found: Iterable<T>): T | undefined => {
  const [one, ...more] = new Set(found)
  return more.length === 0 ? one : undefined
}

/**
 * What the text of an error says of the parts of an ARN. Where it speaks of several accounts or Regions nothing tells
 * which of them is meant, so that none is.
 */
export function textValues({ accessCase, denial }: Situation): Facts {
  const { request, error = '' } = accessCase
  const arn = parseArn(request.resource)
  const caller = parsePrincipal(request.principal)
  const accounts = [
    ...[arn?.account, request.resourceAccount, caller?.account].filter((one) => isAccountId(one ?? '')),
    ...[...error.matchAll(ACCOUNT)].map(([, account]) => account),
  ]
  const region = arn?.region || onlyOne([...error.matchAll(REGION)].map(([one]) => one))
  const named = Object.keys(IDS_IN_TEXT).map((name) => [name, idsIn(error, name)[0]] as const)
  const entries = [
    ...named,
    ...Object.entries(denial?.named ?? {}),
    ['region', region] as const,
    ['account', onlyOne(accounts)] as const,
    ['partition', arn?.partition || caller?.partition || 'aws'] as const,
  ]
  return Object.fromEntries(entries.filter((entry): entry is readonly [string, string] => Boolean(entry[1])))
}

const BLANK = /<([a-z][a-z ]{0,40})>/g

const gapOf = (words: string): string => words.replace(/ ([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** A text with each blank filled that the values have: `<user pool>` by `userPool`. */
export const withTextValues = (text: string, values: Facts): string =>
  text.replace(BLANK, (blank, words: string) => {
    const name = gapOf(words)
    return Object.hasOwn(values, name) ? (values[name] ?? blank) : blank
  })

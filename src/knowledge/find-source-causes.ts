import { timesIn } from '../text/times-in'
import { bucketOfArn, resourcePart } from '../iam/arn'
import { sentInstead } from '../facts/mistaken-sources'
import { serviceSource } from '../facts/service-sources'
import { serviceOfAction } from '../iam/action'
import { readClaimForm } from '../iam/claim-form'
import { hasHole } from '../iam/find-holes'
import type { Statement } from '../policy/policy'
import { own } from '../text/own'
import { tailOf } from './arn-parts'
import { found, type Tested } from './compared-condition'
import type { ComparedValueId } from './compared-values'
import type { GivenPolicy, Observation, RowMatch } from './knowledge'
import { someValues } from './observe'
import { idsIn, idsSaidIn } from './text-ids'

const servicesOf = ({ principal, effect }: Statement): readonly string[] =>
  effect !== 'Allow' || principal === null || principal.not
    ? []
    : principal.values.filter(({ key }) => key === 'Service').map(({ text }) => text)

const isPlain = (text: string): boolean => !/[*?]/.test(text) && !hasHole(text, 'policy')

/** The service never sends such an ARN. */
const otherKind = (seen: Observation, tested: Tested): readonly RowMatch<ComparedValueId>[] => {
  const { statement, test } = tested
  if (test.lowerKey !== 'aws:sourcearn') return []
  const texts = test.values.map(({ text }) => text)
  for (const service of servicesOf(statement)) {
    const [first, ...others] = texts.map((text) => sentInstead(service, text))
    if (!first || others.includes(null)) continue
    const facts = { refusedService: service, written: texts[0]!, meant: first.meant }
    return [{ ...found(seen, 'source-of-another-kind', tested, facts), page: first.row.page }]
  }
  return []
}

/** The gaps of a service's source that are ids, which a text can name. */
const GAP = /\{([a-z]{1,30})\}/gi

/** What the elements of a policy hold that can name a resource. */
const writtenIn = ({ policy }: GivenPolicy): string =>
  policy.statements
    .flatMap(({ sid, resource, principal, conditions }) => [
      sid ?? '',
      ...[...(resource?.values ?? []), ...(principal?.values ?? [])].map(({ text }) => text),
      ...conditions.flatMap(({ values }) => values.map(({ text }) => text)),
    ])
    .join(' ')

/** Does the text name an id more often than the policies do that stand in it? */
const isSpokenOf = ({ text, policies }: Observation, id: string): boolean =>
  timesIn(text, id) > timesIn(policies.map(writtenIn).join(' '), id)

/** The policy lets in a service for one resource, and the text names another one of its kind. */
const otherSource = (seen: Observation, tested: Tested): readonly RowMatch<ComparedValueId>[] => {
  const { given, statement, test } = tested
  if (test.lowerKey !== 'aws:sourcearn' || seen.context.has('aws:sourcearn')) return []
  const place = given.layer === 'trust' || given.layer === 'resource' ? given.layer : null
  const texts = test.values.map(({ text }) => text)
  if (place === null) return []
  for (const service of servicesOf(statement)) {
    const source = serviceSource(service, place, serviceOfAction(seen.action ?? ''))
    const pattern = Object.values(source?.test ?? {}).flatMap((tests) => Object.entries(tests))
    // What a pattern leaves open is no part of the id before it.
    const form = tailOf(pattern.find(([key]) => key === 'aws:SourceArn')?.[1] ?? '')?.replace(/\*$/, '{anything}')
    if (form === undefined) continue
    for (const [, gap = ''] of form.matchAll(GAP)) {
      const named = texts.map((text) => own(readClaimForm(tailOf(text) ?? '', form), gap))
      if (named.some((id) => id === undefined || !isPlain(id))) continue
      const said = idsSaidIn(seen.text, gap)
      // Of what the policy names and the text speaks of besides, and of several, each can be the one that calls.
      if (said.length === 0 && named.some((id) => isSpokenOf(seen, id!))) continue
      const others = said.length > 0 ? said : idsIn(seen.text, gap).filter((id) => !named.includes(id))
      const [other] = others
      if (other === undefined || others.length > 1 || named.includes(other)) continue
      return [
        found(seen, 'source-of-another', tested, { accepted: someValues(named.map((id) => id!)), source: other }, [
          { kind: 'text', text: other },
        ]),
      ]
    }
  }
  return []
}

/** Services that send as one bucket and write to another one. */
const FROM_BUCKETS: ReadonlySet<string> = new Set(['logging.s3.amazonaws.com', 's3.amazonaws.com'])

/** The source that a bucket's policy names is the bucket itself, which gets the files and sends none. */
const sourceIsTarget = (seen: Observation, tested: Tested): readonly RowMatch<ComparedValueId>[] => {
  const { given, statement, test } = tested
  if (test.lowerKey !== 'aws:sourcearn' || given.layer !== 'resource' || seen.context.has('aws:sourcearn')) return []
  const service = servicesOf(statement).find((one) => FROM_BUCKETS.has(one))
  const [written = '', ...others] = test.values.map(({ text }) => text)
  const isBucket = bucketOfArn(written) === resourcePart(written) && !/[*?$<]/.test(written)
  if (service === undefined || !isBucket || others.length > 0) return []
  const isOwn = (statement.resource?.values ?? []).some(
    ({ text }) => text === written || text.startsWith(`${written}/`),
  )
  return isOwn ? [found(seen, 'source-is-the-target', tested, { refusedService: service, written })] : []
}

/** What a policy that lets a service in says of whom it works for, beside what it sends. */
export const sourceCauses = (seen: Observation, tested: Tested): readonly RowMatch<ComparedValueId>[] => [
  ...otherKind(seen, tested),
  ...sourceIsTarget(seen, tested),
  ...otherSource(seen, tested),
]

import { composerOf } from '../facts/service-sessions'
import { serviceSource } from '../facts/service-sources'
import { MISTAKEN_SOURCES, type MistakenSource } from '../facts/mistaken-sources'
import { serviceOfAction } from '../iam/action'
import { splitArn } from '../iam/arn'
import { coversForm, readClaimForm } from '../iam/claim-form'
import { hasHole } from '../iam/find-holes'
import { isPrivateAddress } from '../iam/private-address'
import { parsePrincipal } from '../iam/principal'
import type { ConditionEntry, Statement } from '../policy/policy'
import { own } from '../text/own'
import { COMPARED_VALUES, type ComparedValueId } from './compared-values'
import { namesAction } from './given-policies'
import type { Clue, Facts, GivenPolicy, Observation, RowMatch } from './knowledge'
import { claimedLayer, factsOf, fill } from './observe'
import { idsIn } from './text-ids'

/** A test of a statement that can have kept an Allow from applying, or let a Deny apply. */
interface Tested {
  readonly given: GivenPolicy
  readonly statement: Statement
  readonly test: ConditionEntry
}

const found = (
  seen: Observation,
  id: ComparedValueId,
  { given: { layer }, statement: { effect }, test }: Tested,
  facts: Facts,
  clues: readonly Clue[] = [],
): RowMatch<ComparedValueId> => {
  const { page, confirmed } = COMPARED_VALUES[id]
  const written = test.values.map(({ text }) => text)
  return {
    id,
    layer,
    decision: effect === 'Deny' ? 'explicitDeny' : 'implicitDeny',
    strength: 'shown',
    for: [
      { kind: 'test-written', text: `${test.operatorText} ${test.key}: ${written.slice(0, 3).join(', ')}` },
      ...clues,
    ],
    against: [],
    check: null,
    fix: { layer, statements: [] },
    page,
    confirmed,
    facts: { ...factsOf(seen), testedKey: test.key, ...facts },
  }
}

/** Does a test let nothing through but its values: positive in an Allow, negated in a Deny? */
const isLimit = ({ effect }: Statement, { operator }: ConditionEntry): boolean =>
  (effect === 'Deny') === operator.negated && operator.family !== 'null'

/** The tests of given policies for the action, in the layer that AWS names where it names one. */
const testsFor = (seen: Observation): readonly Tested[] => {
  const claimed = claimedLayer(seen)
  return seen.policies
    .filter(({ layer }) => claimed === null || layer === claimed)
    .flatMap((given) =>
      given.policy.statements
        .filter((statement) => seen.action === null || namesAction(statement, seen.action))
        .flatMap((statement) =>
          statement.conditions
            .filter((test) => isLimit(statement, test))
            .map((test): Tested => ({ given, statement, test })),
        ),
    )
}

const ADDRESS = /(?<![\d.])(\d{1,3}(?:\.\d{1,3}){3})(?!\d|\.\d|\/)/g

/** The private addresses that a text names besides those of a policy, at most ten. */
const ownAddresses = (text: string, written: readonly string[]): readonly string[] =>
  [...text.matchAll(ADDRESS)]
    .map(([, address]) => address!)
    .filter((address) => isPrivateAddress(address) && !written.includes(address))
    .slice(0, 10)

/** AWS sees no private address: a range of them lets nobody in. */
const privateAddress = (seen: Observation, tested: Tested): readonly RowMatch<ComparedValueId>[] => {
  const { test } = tested
  if (test.lowerKey !== 'aws:sourceip' || seen.context.has('aws:sourceip')) return []
  const written = test.values.map(({ text }) => text)
  const ranges = written.filter(isPrivateAddress)
  const [range] = ranges
  if (range === undefined) return []
  const [own] = ownAddresses(seen.text, written)
  // Beside a public address it is the reason only for one who counts on the private one.
  if (ranges.length < written.length && own === undefined) return []
  const id =
    serviceOfAction(seen.action ?? '') === 'execute-api'
      ? 'source-address-of-api-is-private'
      : 'source-address-is-private'
  const clues: readonly Clue[] = own === undefined ? [] : [{ kind: 'text', text: own }]
  return [found(seen, id, tested, { written: range }, clues)]
}

const servicesOf = ({ principal, effect }: Statement): readonly string[] =>
  effect !== 'Allow' || principal === null || principal.not
    ? []
    : principal.values.filter(({ key }) => key === 'Service').map(({ text }) => text)

const tailOf = (arn: string): string | null => {
  const parts = splitArn(arn)
  return parts === null ? null : `${parts[2]}:${parts[5]}`
}

const isPlain = (text: string): boolean => !/[*?]/.test(text) && !hasHole(text, 'policy')

/** The ARN that the service sends in the place of a mistaken one; what is not known of it is a blank. */
const sentFor = (row: MistakenSource, written: string): string | null => {
  const parts = splitArn(written)
  const tail = tailOf(written)
  if (parts === null || tail === null) return null
  const [service = '', ...rest] = fill(row.meant, readClaimForm(tail, row.written)).split(':')
  const [, partition, , region, account] = parts
  const isOfBucket = service === 's3'
  const known = (field: string, name: string) => (isOfBucket || field !== '' ? field : `<${name}>`)
  return ['arn', partition, service, known(region, 'region'), known(account, 'account'), rest.join(':')].join(':')
}

/** The service never sends such an ARN. */
const otherKind = (seen: Observation, tested: Tested): readonly RowMatch<ComparedValueId>[] => {
  const { statement, test } = tested
  if (test.lowerKey !== 'aws:sourcearn') return []
  const texts = test.values.map(({ text }) => text)
  for (const service of servicesOf(statement)) {
    const rows = MISTAKEN_SOURCES.filter((row) => row.service === service)
    const mistaken = texts.map((text) => rows.find((row) => coversForm(tailOf(text) ?? '', row.written, false)))
    const [row] = mistaken
    if (row === undefined || mistaken.includes(undefined)) continue
    const [written = ''] = texts
    const meant = sentFor(row, written)
    if (meant !== null)
      return [
        {
          ...found(seen, 'source-of-another-kind', tested, { refusedService: service, written, meant }),
          page: row.page,
        },
      ]
  }
  return []
}

/** The gaps of a service's source that are ids, which a text can name. */
const GAP = /\{([a-z]{1,30})\}/gi

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
    const form = tailOf(pattern.find(([key]) => key === 'aws:SourceArn')?.[1] ?? '')
    if (form === null) continue
    for (const [, gap = ''] of form.matchAll(GAP)) {
      const named = texts.map((text) => own(readClaimForm(tailOf(text) ?? '', form), gap))
      if (named.some((id) => id === undefined || !isPlain(id))) continue
      const others = idsIn(seen.text, gap).filter((id) => !named.includes(id))
      const isThere = idsIn(seen.text, gap).length > others.length
      const [other] = others
      // What the policy names can itself be all that the text has.
      if (other === undefined || others.length > 1 || (isThere && !isOfCall(seen.text, gap, other))) continue
      return [
        found(seen, 'source-of-another', tested, { written: named[0]!, source: other }, [
          { kind: 'text', text: other },
        ]),
      ]
    }
  }
  return []
}

/** A host of the call names the API that calls; an ARN may stand in the text for anything. */
const isOfCall = (text: string, gap: string, id: string): boolean =>
  gap !== 'api' || text.includes(`${id}.execute-api.`)

const TAG = /^aws:requesttag\/(.{1,128})$/

const TAG_LIST = /["']?\b[Tt]ags["']?\s{0,3}[:=]\s{0,3}(\[[^\][]{2,4000}\]|\{[^{}]{2,4000}\})/g
const TAG_KEY = /["']?\b[Kk]ey["']?\s{0,3}[:=]\s{0,3}["']([^"'\n]{1,128})["']/g
const MEMBER = /["']([^"'\n]{1,128})["']\s{0,3}[:=]/g

/** The keys of the tags that the text shows a call send, each once. */
const sentTags = (text: string): readonly string[] => {
  const lists = [...text.matchAll(TAG_LIST)].slice(0, 10).map(([, list]) => list!)
  const keys = lists.flatMap((list) =>
    [...list.matchAll(list.startsWith('[') ? TAG_KEY : MEMBER)].map(([, key]) => key!),
  )
  return [...new Set(keys)].slice(0, 10)
}

/** Keys that tell by which creation a service's own tags are set. */
const TAGGING_KEYS: Readonly<Record<string, string>> = {
  sagemaker: 'sagemaker:TaggingAction',
  ec2: 'ec2:CreateAction',
}

/** The text shows the tags that the call sends, and the one that is tested is none of them. */
const tagNotSent = (seen: Observation, tested: Tested): readonly RowMatch<ComparedValueId>[] => {
  const { statement, test } = tested
  const [, tag] = TAG.exec(test.lowerKey) ?? []
  if (tag === undefined || statement.effect === 'Deny' || seen.context.has(test.lowerKey)) return []
  const sent = sentTags(seen.text)
  if (sent.length === 0 || sent.some((one) => one.toLowerCase() === tag)) return []
  const composer = composerOf(seen.principal ?? '')
  const service = serviceOfAction(seen.action ?? '')
  const facts = {
    tag: test.key.slice(test.key.indexOf('/') + 1),
    sent: sent.slice(0, 3).join(', '),
    taggingKey: own(TAGGING_KEYS, service) ?? 'aws:TagKeys',
    ...(composer !== null && { composer }),
  }
  const id = composer === null ? 'tag-not-sent' : 'tag-not-sent-by-service'
  return [found(seen, id, tested, facts)]
}

/** A test of the variable is met by the same session name alone. */
const sessionName = (seen: Observation, tested: Tested): readonly RowMatch<ComparedValueId>[] => {
  const { test } = tested
  const caller = parsePrincipal(seen.principal ?? '')
  if (caller?.kind !== 'roleSession' || test.lowerKey === 'aws:userid') return []
  if (!test.values.some(({ text }) => /\$\{aws:userid\}/i.test(text))) return []
  const session = (seen.principal ?? '').split('/').at(-1) ?? ''
  return [found(seen, 'session-name-in-userid', tested, { session }, [{ kind: 'caller', text: seen.principal ?? '' }])]
}

/** What the values that a policy tests are beside those that the paste shows of the call. */
export const findComparedValues = (seen: Observation): readonly RowMatch<ComparedValueId>[] =>
  testsFor(seen).flatMap((tested) => [
    ...privateAddress(seen, tested),
    ...otherKind(seen, tested),
    ...otherSource(seen, tested),
    ...tagNotSent(seen, tested),
    ...sessionName(seen, tested),
  ])

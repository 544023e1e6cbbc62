import { arnsOfKind } from '../iam/arn-in-text'
import { howDenied, claimedLayer } from '../denial/denial'
import { isRegionName } from '../iam/regions-in-text'
import { splitArn, parseRoleArn, isAccountId, accountOfArn, isArnOf, resourcePart, namesNoOne } from '../iam/arn'
import { matchWildcard } from '../iam/wildcard'
import { onlyOne } from '../text/only-one'
import { own } from '../text/own'
import { allowsOf } from './given-policies'
import { callTrap } from './call-trap'
import type { CallTrapId } from './call-traps'
import type { Clue, Observation, RowMatch } from './knowledge'
import { nearlyNamed } from './find-near-names'
import { inOwnAccount } from './find-own-account'
import { doubledSlash, noValue } from './find-odd-names'
import { findWrongCaller } from './find-wrong-caller'
import { namedTexts } from '../policy/statement-names'

/** An ARN whose last part holds another one: the name that was passed was an ARN itself. */
const NESTED = /[:/](arn:aws[a-z-]{0,12}:[a-z0-9-]{2,40}:[^:/]{0,30}:[^:/]{0,30}:\S{1,600})$/

/** The call named a resource by its ARN where AWS makes the ARN of the name. */
function nestedArn(seen: Observation, asked: string): readonly RowMatch<CallTrapId>[] {
  const [, inner] = NESTED.exec(asked) ?? []
  if (inner === undefined) return []
  const name = splitArn(inner)?.[5]?.split(/[/:]/).at(-1) ?? inner
  const clues: readonly Clue[] = [{ kind: 'resource-written', text: inner }]
  const [region, meant] = [splitArn(asked)?.[3] ?? '', splitArn(inner)?.[3] ?? '']
  const isElsewhere = isRegionName(region) && isRegionName(meant) && region !== meant
  return [
    isElsewhere
      ? callTrap(seen, {
          id: 'arn-of-another-region-in-an-arn',
          strength: 'shown',
          for: clues,
          facts: { name, asked: region, meant },
        })
      : callTrap(seen, { id: 'arn-in-an-arn', strength: 'supported', for: clues, facts: { name } }),
  ]
}

/** So much of a text is looked through. */
const MOST_TEXT = 50_000

/** All that an account has in a Region, which Systems Manager checks where the name of a parameter is none. */
const isNoParameter = (asked: string): boolean => isArnOf(asked, 'ssm', '*') && resourcePart(asked) === '*'

/** A path without its first slash. */
const PATH_WITHOUT_SLASH = /(?<![\w/.:-])[\w.-]{1,128}(?:\/[\w.-]{1,128}){1,14}(?![\w/:-])/g

/** The name of a parameter in a hierarchy was passed without its first slash. */
function withoutSlash(seen: Observation, asked: string): readonly RowMatch<CallTrapId>[] {
  if (!isNoParameter(asked)) return []
  const text = seen.text.slice(0, MOST_TEXT)
  const isCalled = (path: string): boolean => /parameter\b[^\n]{0,40}$/i.test(text.slice(0, text.indexOf(path)))
  const name = onlyOne((text.match(PATH_WITHOUT_SLASH) ?? []).filter(isCalled))
  return name === undefined
    ? []
    : [
        callTrap(seen, {
          id: 'parameter-without-its-slash',
          strength: 'shown',
          for: [{ kind: 'text', text: name }],
          facts: { name },
        }),
      ]
}

/** The six characters that AWS adds to a secret's name. */
const SUFFIX = /^-[a-z\d]{6}(?![\w/+=.@!-])/i

/** The complete ARN of a secret that a text names besides the one without its last characters. */
const completeSecret = ({ text }: Observation, asked: string): string | null => {
  for (let at = text.indexOf(asked); at >= 0; at = text.indexOf(asked, at + 1)) {
    const suffix = SUFFIX.exec(text.slice(at + asked.length, at + asked.length + 8))
    if (suffix !== null) return asked + suffix[0]
  }
  return null
}

/** The call names a secret by less than its ARN, where the text has the whole: in another account that finds nothing. */
function secretInPart(seen: Observation, asked: string): readonly RowMatch<CallTrapId>[] {
  const whole = isArnOf(asked, 'secretsmanager', 'secret:') && !namesNoOne(asked) ? completeSecret(seen, asked) : null
  if (whole === null) return []
  const clues: readonly Clue[] = [
    { kind: 'resource-asked', text: asked },
    { kind: 'text', text: whole },
  ]
  return [callTrap(seen, { id: 'secret-named-in-part', strength: 'shown', for: clues, facts: { whole } })]
}

/** Where a role's ARN belongs, and what stands there is that of something else. */
const NO_ROLE =
  /(?:\brole[-_]?to[-_]?assume|\brole[-_]?arn|--role|\b(?:execution|service|task|job|instance)[-_ ]?role(?:[-_ ]?arn)?)["']?\s{0,2}[:= ]\s{0,3}["']?(arn:aws[\w-]{0,12}:iam::(?:\d{12}|aws):(policy|user|group|instance-profile)\/[\w+=,.@/-]{1,512})/i

const KINDS: Readonly<Record<string, string>> = {
  policy: 'a policy',
  user: 'a user',
  group: 'a group',
  'instance-profile': 'an instance profile',
}

/** The text names as a role what is none. */
function noRole(seen: Observation): readonly RowMatch<CallTrapId>[] {
  const [, written, type = ''] = NO_ROLE.exec(seen.text) ?? []
  if (written === undefined) return []
  const clues: readonly Clue[] = [{ kind: 'text', text: written }]
  return [
    callTrap(seen, {
      id: 'role-arn-of-no-role',
      strength: 'shown',
      for: clues,
      facts: { written, kind: own(KINDS, type.toLowerCase()) ?? type },
    }),
  ]
}

/** The call names a role by its name alone, and the text has its ARN with a path. */
function withoutPath(seen: Observation, asked: string): readonly RowMatch<CallTrapId>[] {
  const role = parseRoleArn(asked)
  if (role === null || role.path !== '' || !isAccountId(accountOfArn(asked))) return []
  const wholes = arnsOfKind(seen.text, 'role').filter(
    (one) => one.startsWith(role.start) && one.endsWith(`/${role.name}`) && one !== asked,
  )
  const whole = onlyOne(wholes)
  if (whole === undefined) return []
  return [
    callTrap(seen, {
      id: 'role-without-its-path',
      strength: 'shown',
      for: [{ kind: 'text', text: whole }],
      facts: { written: asked, whole },
    }),
  ]
}

/** The word `aws` in the place of an account, one letter off. */
const NEARLY_AWS = /^(?:aw|as|ws|awss|aaws|awws|asw|was)$/i

/** The call names a thing of AWS's with a slip in the word that stands for its account. */
function misspeltAccount(seen: Observation, asked: string): readonly RowMatch<CallTrapId>[] {
  const parts = splitArn(asked)
  if (parts === null || !NEARLY_AWS.test(parts[4])) return []
  const facts = { written: asked, near: parts[4], meant: [...parts.slice(0, 4), 'aws', parts[5]].join(':') }
  return [
    callTrap(seen, {
      id: 'account-misspelt',
      strength: 'shown',
      for: [{ kind: 'resource-asked', text: asked }],
      facts,
    }),
  ]
}

/** The account that a text gives for a VPC. */
const ACCOUNT_OF_VPC = /\bvpc\b[^.\n\d]{1,60}(\d{12})\b/gi

/** The zone's account associates a VPC that is not its own. */
function foreignVpc(seen: Observation, asked: string): readonly RowMatch<CallTrapId>[] {
  if (seen.action?.toLowerCase() !== 'route53:associatevpcwithhostedzone') return []
  const own = splitArn(asked)?.[4]
  const other = onlyOne([...seen.text.matchAll(ACCOUNT_OF_VPC)].flatMap(([, one = '']) => (one === own ? [] : [one])))
  if (own === undefined || other === undefined) return []
  return [
    callTrap(seen, {
      id: 'vpc-of-another-account',
      strength: 'shown',
      for: [{ kind: 'text', text: other }],
      facts: { other },
    }),
  ]
}

/** Where a text says that a role was assumed, as a step of a workflow or an option of a command does. */
const wasAssumed = ({ text }: Observation, role: string): boolean => {
  for (let at = text.indexOf(role); at >= 0; at = text.indexOf(role, at + 1))
    if (
      /(?:role[-_]?to[-_]?assume|role[-_]?arn)["']?\s{0,2}[:= ]\s{0,3}["']?$/i.test(
        text.slice(Math.max(0, at - 40), at),
      )
    )
      return true
  return false
}

/** Where a text says that a token of an identity provider is at hand. */
const HAS_TOKEN = /\bid_tokens:|\bid-token:\s{0,3}write\b|\bweb[-_]?identity[-_]?token|\bCI_JOB_JWT|\boidc: true\b/i

const ASSUME = 'sts:assumerole'
const WITH_TOKEN = 'sts:assumerolewithwebidentity'

/** A trust policy lets the role be assumed, by another call of STS than the one that was made. */
function otherCall(seen: Observation): readonly RowMatch<CallTrapId>[] {
  const asked = seen.action?.toLowerCase() ?? ''
  const other = asked === WITH_TOKEN ? ASSUME : asked === ASSUME ? WITH_TOKEN : null
  if (other === null || allowsOf(seen.policies, 'trust', asked).length > 0) return []
  const principals = allowsOf(seen.policies, 'trust', other).flatMap(({ statement: { principal } }) =>
    namedTexts(principal),
  )
  const found =
    other === ASSUME
      ? principals.find((one) => /:iam::\d{12}:role\//.test(one) && wasAssumed(seen, one))
      : HAS_TOKEN.test(seen.text)
        ? principals.find((one) => one.includes(':oidc-provider/'))
        : undefined
  if (found === undefined) return []
  const isChained = other === ASSUME && seen.text.includes('configure-aws-credentials')
  const facts =
    other === ASSUME
      ? { call: 'sts:AssumeRole', by: isChained ? 'role-chaining: true' : 'aws sts assume-role' }
      : { call: 'sts:AssumeRoleWithWebIdentity', by: 'aws sts assume-role-with-web-identity' }
  const clues: readonly Clue[] = [{ kind: 'resource-written', text: found }]
  return [
    callTrap(seen, {
      id: 'role-assumed-by-another-call',
      strength: 'shown',
      for: clues,
      facts: { ...facts, found },
      layer: 'trust',
    }),
  ]
}

/** An ARN in the Region of another one. */
const inRegionOf = (arn: string, asked: string): string | null => {
  const [one, other] = [splitArn(arn), splitArn(asked)]
  if (one === null || other === null || !isRegionName(one[3])) return null
  return ['arn', one[1], one[2], other[3], one[4], one[5]].join(':')
}

/** AWS names the resource's policy, and what the caller was given for it is in one other Region. */
function otherRegion(seen: Observation, asked: string): readonly RowMatch<CallTrapId>[] {
  const region = splitArn(asked)?.[3] ?? ''
  if (claimedLayer(seen.denial) !== 'resource' || seen.givenLayers.has('resource') || !isRegionName(region)) return []
  const written = allowsOf(seen.policies, 'identity', seen.action ?? '').flatMap(({ statement: { resource } }) =>
    namedTexts(resource),
  )
  const meant = onlyOne(written.map((text) => splitArn(text)?.[3]))
  const found = written.find((text) => matchWildcard(inRegionOf(text, asked) ?? '', asked))
  if (meant === undefined || meant === region || found === undefined) return []
  const clues: readonly Clue[] = [
    { kind: 'resource-asked', text: asked },
    { kind: 'resource-written', text: found },
  ]
  return [
    callTrap(seen, {
      id: 'asked-in-another-region',
      strength: 'shown',
      for: clues,
      facts: { written: found, asked: region, meant },
    }),
  ]
}

/** What is wrong with the call itself. */
export const findCallTraps = (seen: Observation): readonly RowMatch<CallTrapId>[] => {
  const { resource, denial } = seen
  if (howDenied(denial) === 'explicitDeny') return []
  const named = [...findWrongCaller(seen), ...noRole(seen), ...otherCall(seen), ...inOwnAccount(seen)]
  return resource === null
    ? named
    : [
        ...named,
        ...misspeltAccount(seen, resource),
        ...withoutPath(seen, resource),
        ...withoutSlash(seen, resource),
        ...noValue(seen, resource),
        ...doubledSlash(seen, resource),
        ...nearlyNamed(seen, resource),
        ...foreignVpc(seen, resource),
        ...nestedArn(seen, resource),
        ...secretInPart(seen, resource),
        ...otherRegion(seen, resource),
      ]
}

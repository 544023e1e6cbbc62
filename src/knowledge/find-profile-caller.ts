import { ARN_OF } from '../iam/arn-in-text'
import { parsePrincipal } from '../iam/principal'
import { escaped } from '../text/escaped'
import { onlyOne } from '../text/only-one'
import type { Observation } from './knowledge'
import { accountOf, isCalled, type WrongCaller, isOfSts } from './wrong-caller'
import { KEY_TAKEN_OUT } from './credential-sources'
import { lastInPath } from '../iam/arn'

/** A key that is set in an environment. Its first letters tell whether it is a user's own or that of a session. */
const KEY_SET = /\bAWS_ACCESS_KEY_ID["']?\s?[=:]\s?["']?(AKIA|ASIA|\*{3}|[Xx]{3}|<|\$)/
/** A key that is found set: by a count of its lines, in the list of where credentials come from, or in words. */
const KEY_FOUND = [
  /\bgrep\b[^\n]{1,40}AWS_ACCESS_KEY_ID[^\n]{0,20}\n\s{0,4}[1-9]\d?\s*$/m,
  /^\s?access_key\s[^\n]{0,60}\benv\b/m,
  /\bAWS_ACCESS_KEY_ID\s(?:\w{1,12}\s){0,3}(?:is|are|was|were) (?:also |still |already )?(?:set|in the environment)\b/,
]
const PROFILE_SET = /\bAWS_(?:DEFAULT_)?PROFILE["']?\s?[=:]\s?["']?([\w.@+-]{1,64})/
/**
 * What takes the profile of the environment before its keys: the AWS SDK for JavaScript 3, and the Serverless Framework.
 * https://docs.aws.amazon.com/AWSJavaScriptSDK/v3/latest/Package/-aws-sdk-credential-provider-node/
 */
const PROFILE_FIRST =
  /@aws-sdk\/|@smithy\/|\b(?:aws[- ])?sdk(?: for (?:js|javascript|node(?:\.js)?))?[- ]v?3\b|\bserverless(?:\.ya?ml| deploy)\b|\bsls deploy\b/
/** A profile that a command names: that comes before keys of the environment. */
const PROFILE_OPTION = /^[^\n]{0,300}\s--(?:aws-)?profile[ =]["']?([\w.@+-]{1,64})/gm
const OF_AWS_CLI = /(?:^|[\s;&|])aws\s/

/** A profile, with the words that name it. */
interface Profile {
  readonly name: string
  readonly words: string
}

/** The profile that the environment names. */
function profileSet(text: string): Profile | null {
  const set = PROFILE_SET.exec(text)
  return set === null ? null : { name: set[1]!, words: set[0].replace(/["']/g, '') }
}

/** The profile that the call is meant to be made as. */
export function meantProfile(text: string): Profile | null {
  const set = profileSet(text)
  if (set !== null) return set
  const option = [...text.matchAll(PROFILE_OPTION)].find(([line]) => !OF_AWS_CLI.test(line))
  return option === undefined ? null : { name: option[1]!, words: `--profile ${option[1]}` }
}

/** Keys in the environment, beside a profile that most SDKs then do not read. */
function keysBeforeProfile({ text, principal }: Observation): WrongCaller | null {
  const [, key = ''] = KEY_SET.exec(text) ?? []
  const isSet = key !== '' || KEY_FOUND.some((form) => form.test(text))
  const isUsed = isSet && !KEY_TAKEN_OUT.test(text) && !PROFILE_FIRST.test(text)
  const profile = isUsed ? profileSet(text) : null
  if (profile === null) return null
  const kind = parsePrincipal(principal ?? '')?.kind
  // A key of a user’s own makes no session, and that of a session no user.
  const isOther = (key === 'AKIA' && kind === 'roleSession') || (key === 'ASIA' && kind === 'user')
  if (isOther || isCalled(principal ?? '', profile.name)) return null
  return { id: 'keys-before-profile', words: ['AWS_ACCESS_KEY_ID', profile.words], facts: { profile: profile.name } }
}

/** A program that calls a cluster. */
const OF_CLUSTER = /^(?:kubectl|helm|k9s|helmfile)\b/

/** A command behind a prompt. */
const COMMAND = /^[^\n]{0,60}?[$#>]\s?([\w./-][^\n]{1,400})$/gm

/** A program or command that names no profile, beside commands that do. */
function withoutProfile({ text, principal, denial }: Observation): WrongCaller | null {
  if (denial === null || PROFILE_SET.test(text)) return null
  const commands = [...text.matchAll(COMMAND)].filter(({ index }) => index < denial.span[1])
  const failed = commands.at(-1)?.[1] ?? '--profile'
  const named = commands
    .slice(0, -1)
    .map(([, one = '']) => /^aws\s.{0,300}\s--profile[ =]([\w.@+-]{1,64})/.exec(one)?.[1])
  const profile = onlyOne(named.filter((one) => one !== undefined))
  if (profile === undefined || failed.includes('--profile') || isCalled(principal ?? '', profile)) return null
  // What kubectl calls as stands in the kubeconfig, which `update-kubeconfig --profile` writes.
  if (OF_CLUSTER.test(failed)) return null
  // A program's own configuration may name it.
  if (!failed.startsWith('aws ') && isNamedBeside(text, profile)) return null
  return { id: 'run-without-profile', words: [failed.slice(0, 100), `--profile ${profile}`], facts: { profile } }
}

/** Does a text name a profile otherwise than as the option of a command of the AWS CLI? */
const isNamedBeside = (text: string, profile: string): boolean =>
  new RegExp(String.raw`\bprofile(?:_name)?["']?\s{0,3}[:=]\s{0,3}["']?${escaped(profile)}\b`, 'i').test(text)

/** A profile that most programs take after the keys of the environment, and some before. */
function profileBeforeKeys({ text, principal }: Observation): WrongCaller | null {
  const profile = KEY_SET.test(text) && !KEY_TAKEN_OUT.test(text) && PROFILE_FIRST.test(text) ? profileSet(text) : null
  if (profile === null || !isCalled(principal ?? '', profile.name)) return null
  return { id: 'profile-before-keys', words: [profile.words, 'AWS_ACCESS_KEY_ID'], facts: { profile: profile.name } }
}

/** A profile of `~/.aws/config`, with its lines. */
const PROFILE_BLOCK =
  /^\[(?:profile\s)?([\w.@+-]{1,64})\]\s*\n([ \t]{0,8}[\w.]{1,40}[ \t]{0,8}=[^\n]{0,300}(?:\n[ \t]{0,8}[\w.]{1,40}[ \t]{0,8}=[^\n]{0,300}){0,19})/gm

/** A profile that is set up, and that nothing in the text names, while another account or a user calls. */
function profileUnnamed({ text, principal, action }: Observation): WrongCaller | null {
  const own = parsePrincipal(principal ?? '')
  if (own === null || isOfSts(action)) return null
  const blocks = [...text.matchAll(PROFILE_BLOCK)].filter(
    ([, name]) => name !== 'default' && !name?.startsWith('sso-session'),
  )
  const [block] = blocks.length === 1 ? blocks : []
  const [whole = '', profile = '', lines = ''] = block ?? []
  const [, account] =
    /\b(?:sso_account_id\s{0,5}=\s{0,5}|role_arn\s{0,5}=\s{0,5}arn:aws[\w-]{0,12}:iam::)(\d{12})\b/.exec(lines) ?? []
  if (account === undefined || (account === accountOf(principal) && own.kind !== 'user')) return null
  const rest = text.replace(whole, '')
  if (new RegExp(String.raw`(?<![\w.@+-])${escaped(profile)}(?![\w.@+-])`).test(rest)) return null
  return { id: 'profile-not-named', words: [`[profile ${profile}]`], facts: { profile, own: own.name } }
}

/** A container that is given the files with profiles, as its description or command shows. */
const OF_CONTAINER = /\.aws:\/?[\w/.]{1,60}|\bdocker[- ]compose\b|\bdocker run\b|^services:/m
const SET_IN_CONTAINER = /(?:^\s{0,12}(?:-\s?)?|-e\s|--env[ =])["']?AWS_PROFILE["']?\s?[:=]/m
const SET_BY_HAND = /\bAWS_PROFILE=([\w.@+-]{1,64})[^\n]{0,200}\bworks?\b/

/** A container without the profile with which the same works outside of it. */
function containerWithoutProfile({ text, principal }: Observation): WrongCaller | null {
  if (!OF_CONTAINER.test(text) || SET_IN_CONTAINER.test(text)) return null
  const [, profile] = SET_BY_HAND.exec(text) ?? []
  if (profile === undefined || isCalled(principal ?? '', profile)) return null
  return { id: 'container-without-profile', words: [`AWS_PROFILE=${profile}`], facts: { profile } }
}

const HELPER = /!aws\s(?![^\n]{0,100}--profile)[^\n]{0,40}codecommit\scredential-helper\b/
const PROFILE_IN_WORDS =
  /\b(?:use|using|with|as|the)\sprofile\s["'`]?(?!is\b|for\b|that\b|has\b|in\b|and\b|or\b|with\b)([\w.@+-]{2,64})/

/** Git's helper for CodeCommit without the profile that the text speaks of. */
function helperWithoutProfile({ text, principal }: Observation): WrongCaller | null {
  const [helper] = HELPER.exec(text) ?? []
  const profile = helper === undefined ? undefined : PROFILE_IN_WORDS.exec(text)?.[1]
  if (helper === undefined || profile === undefined || isCalled(principal ?? '', profile)) return null
  return { id: 'git-helper-without-profile', words: [helper], facts: { profile } }
}

/** An account with its profile, as a text gives them for where something is. */
const ACCOUNT_WITH_PROFILE =
  /\b(?:(bucket|queue|table|repository|secret|topic|function|cluster|stack)\b[^.\n]{1,60}?|account\s)(\d{12}),?\s\(?profile\s([\w.@+-]{1,64})/gi

/** The one account and profile that the text gives, where another account calls. */
function profileOfAccount({ text, principal, action }: Observation): WrongCaller | null {
  const own = accountOf(principal)
  const found = [...text.matchAll(ACCOUNT_WITH_PROFILE)]
  const [, thing = 'target', other = '', profile = ''] = found.length === 1 ? (found[0] ?? []) : []
  if (own === '' || other === '' || other === own || isOfSts(action)) return null
  const facts = { own, other, profile, thing: thing.toLowerCase() }
  return { id: 'credentials-of-another-account', words: [found[0]?.[0] ?? ''], facts }
}

const KUBECONFIG_ROLE = new RegExp(String.raw`\bupdate-kubeconfig\b[^\n]{0,300}?\s--role-arn[ =](${ARN_OF.role})`)

/** The role that goes into a kubeconfig, and with which the command itself calls nothing. */
function kubeconfigRole({ text, principal, action }: Observation): WrongCaller | null {
  const [, role] = KUBECONFIG_ROLE.exec(text) ?? []
  const name = lastInPath(role ?? '')
  if (role === undefined || action?.toLowerCase() !== 'eks:describecluster' || isCalled(principal ?? '', name))
    return null
  return { id: 'kubeconfig-role-not-used', words: [role], facts: { meant: name, role } }
}

/** In order: the first that finds something is told. */
export const PROFILE_FINDERS = [
  keysBeforeProfile,
  profileBeforeKeys,
  withoutProfile,
  containerWithoutProfile,
  helperWithoutProfile,
  kubeconfigRole,
  profileOfAccount,
  profileUnnamed,
] as const

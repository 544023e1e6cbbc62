import { ARN_OF, arnsOfKind } from '../iam/arn-in-text'
import { lastInPath } from '../iam/arn'
import { parsePrincipal } from '../iam/principal'
import { onlyOne } from '../text/only-one'
import { CREDENTIAL_SOURCES } from './credential-sources'
import type { Observation } from './knowledge'
import { isCalled, type WrongCaller, isOfSts } from './wrong-caller'

/** Is a role the one that calls? */
const isCaller = (principal: string | null, role: string): boolean =>
  lastInPath(parsePrincipal(principal ?? '')?.name ?? '').toLowerCase() === lastInPath(role).toLowerCase()

/** Credentials that are found before those that were meant, by the table. */
function foundBefore({ text, principal, action, policies }: Observation): WrongCaller | null {
  const kind = parsePrincipal(principal ?? '')?.kind ?? 'unknown'
  // Policies of the caller’s own say that it is meant to call.
  if (principal !== null && policies.some(({ layer }) => layer === 'identity')) return null
  for (const { id, used, meant, unless, callers, unlessAction } of CREDENTIAL_SOURCES) {
    if (!callers.includes(kind) || unlessAction?.test(action ?? '') === true || unless?.test(text) === true) continue
    const words = [used, meant].map((one) => one.exec(text)?.[0].trim().split('\n').at(-1)?.trim() ?? '')
    if (words.every((one) => one !== '')) return { id, words, facts: {} }
  }
  return null
}

const ROLE = ARN_OF.role

const WHOLE_ROLE = new RegExp(`^${ROLE}$`)

/** A block in braces behind some words, to the brace that ends it. */
function blocksOf(text: string, begins: RegExp): readonly string[] {
  return [...text.matchAll(begins)].map(({ index }) => {
    let depth = 0
    for (let at = text.indexOf('{', index); at >= 0 && at < text.length; at += 1) {
      if (text[at] === '{') depth += 1
      else if (text[at] === '}' && (depth -= 1) === 0) return text.slice(index, at + 1)
    }
    return text.slice(index)
  })
}

/** What a block of Terraform is to call as. */
const CALLS_AS = new RegExp(
  String.raw`\b(?:role_arn\s{0,20}=\s{0,5}"(${ROLE})"|profile\s{0,20}=\s{0,5}"([\w.@+-]{1,64})")`,
)

const PROVIDER = /\bprovider\s{1,5}"aws"\s{0,5}\{/g

/** Where Terraform reads and writes its state, before any provider. */
const OF_STATE =
  /\b(?:get(?:ting)? existing workspaces|(?:loading|refreshing|reading|saving|save|persist|uploading) (?:the )?state|state (?:lock|file|data)|configur(?:ing|e) (?:the )?(?:S3 )?backend|terraform_remote_state|unable to list objects in S3 bucket)\b/i

/** A provider’s profile that stands in a variable. */
const PROFILE_IN_VARIABLE =
  /\bprofile\s{0,20}=\s{0,5}(?:var|local)\.\w{1,64}(?:\s{1,20}(?:#|\/\/)\s?"?([\w.@+-]{1,64}))?/

/** The profile that commands of the text name. */
const OF_COMMANDS = /\s--profile[ =]["']?([\w.@+-]{1,64})/g

/** The profile of a provider, where a variable holds it: as a remark beside it or a command that works has it. */
function profileOfVariable(text: string, providers: readonly string[]): string | undefined {
  const found = providers.map((one) => PROFILE_IN_VARIABLE.exec(one)).find(Boolean)
  if (!found) return undefined
  return found[1] ?? onlyOne([...text.matchAll(OF_COMMANDS)].map(([, name]) => name!)) ?? '<profile>'
}

/** A backend of Terraform that doesn’t call as the provider does. */
function backendAlone({ text, principal, action }: Observation): WrongCaller | null {
  if (!OF_STATE.test(text) || isOfSts(action)) return null
  const [backend] = blocksOf(text, /\bbackend\s{1,5}"s3"\s{0,5}\{/g)
  if (backend === undefined || CALLS_AS.test(backend) || /\b(?:assume_role|access_key)\b/.test(backend)) return null
  const providers = blocksOf(text, PROVIDER)
  const [, role, named] = providers.map((one) => CALLS_AS.exec(one)).find(Boolean) ?? []
  const profile = named ?? (role === undefined ? profileOfVariable(text, providers) : undefined)
  if (role !== undefined)
    return isCaller(principal, role)
      ? null
      : {
          id: 'backend-without-role',
          words: ['backend "s3"', role],
          facts: { setting: `assume_role = { role_arn = "${role}" }`, meant: lastInPath(role) },
        }
  return profile === undefined
    ? null
    : {
        id: 'backend-without-role',
        words: ['backend "s3"', profile],
        facts: { setting: `profile = "${profile}"`, meant: profile },
      }
}

/** A provider of Terraform with an alias that nothing is given. */
function aliasUnused({ text, principal, action }: Observation): WrongCaller | null {
  if (isOfSts(action)) return null
  const named = blocksOf(text, PROVIDER).flatMap((block) => {
    const [, alias] = /\balias\s{0,20}=\s{0,5}"([\w-]{1,64})"/.exec(block) ?? []
    const as = CALLS_AS.exec(block)
    return alias === undefined || as === null ? [] : [{ alias, as }]
  })
  const [only] = named.length === 1 ? named : []
  const [, role, profile] = only?.as ?? []
  if (only === undefined || (role === undefined && profile === undefined)) return null
  if (new RegExp(String.raw`\baws\.${only.alias}\b`).test(text) || (role !== undefined && isCaller(principal, role)))
    return null
  if (!/\b(?:module|resource|data)\s{1,5}"|\bwith (?:module\.|data\.|aws_)/.test(text)) return null
  return {
    id: 'provider-alias-unused',
    words: [`alias = "${only.alias}"`],
    facts: { alias: only.alias, meant: lastInPath(role ?? profile ?? '') },
  }
}

/** Code that gets credentials under a name, and whose they are. */
const TAKES =
  /(?:\{\s?(?<part>\w{1,40})\s?\}|\b(?<name>[a-z_]\w{0,40}))\s?=\s?(?:await\s)?(?:[\w.]{1,40}\.)?(?:assume_?role|send\(\s{0,5}new\sAssumeRoleCommand|Session|fromTemporaryCredentials|fromIni)\s?\((?<given>[\s\S]{1,300}?)\)(?=[.[\s;]|$)/gi
const OF_PROFILE = /\bprofile(?:_name)?\s?[:=]\s?["']([\w.@+-]{1,64})["']/
/** A client that is made with nothing but where it calls. */
const BARE_CLIENT =
  /\bboto3\.(?:client|resource)\(\s{0,5}["'][\w-]{1,30}["']\s{0,5}(?:,\s{0,5}region_name\s{0,3}=\s{0,3}[^,()]{1,40})?\)|\bnew\s(?:AWS\.)?[A-Z]\w{1,40}(?:Client)?\(\s{0,5}(?:\{\s{0,5}(?:region:?[^,{}]{0,40})?\})?\s{0,5}\)/g

/** Credentials that code gets and never uses, and a client that is made without them. */
function takenUnused({ text, principal, action }: Observation): WrongCaller | null {
  if (principal === null || isOfSts(action)) return null
  for (const { index, 0: whole, groups = {} } of text.matchAll(TAKES)) {
    const name = groups['part'] ?? groups['name'] ?? ''
    const rest = text.slice(index + whole.length)
    const role = arnsOfKind(groups['given'] ?? '', 'role')[0]
    const meant = role === undefined ? OF_PROFILE.exec(groups['given'] ?? '')?.[1] : lastInPath(role)
    if (meant === undefined || isCalled(principal, meant)) continue
    if (new RegExp(String.raw`(?<![\w/"'-])${name}\s?[.[,})]`).test(rest)) continue
    const client = [...rest.matchAll(BARE_CLIENT)].map(([made]) => made).find((made) => !/["']sts["']|STS/.test(made))
    if (client !== undefined) return { id: 'role-taken-unused', words: [client], facts: { meant, client } }
  }
  return null
}

const ASSUMED_IN_SHELL = new RegExp(String.raw`\bsts assume-role\b[^\n]{1,200}?(${ROLE})`, 'g')
/** What hands them to the commands that follow. */
const HANDED_ON = /\b(?:export|set|setx|eval|source|env)\b|\$env:|\bAWS_SESSION_TOKEN\b|aws_session_token/i

/** A role whose credentials were printed, and a command that isn’t given them. */
function takenInShell({ text, principal, action, denial }: Observation): WrongCaller | null {
  if (principal === null || denial === null || isOfSts(action) || HANDED_ON.test(text)) return null
  const before = text.slice(0, denial.span[0])
  const role = onlyOne([...before.matchAll(ASSUMED_IN_SHELL)].map(([, one = '']) => one))
  const command = before
    .match(/^[^\n]{0,60}?[$#>]\s?aws (?!sts )[^\n]{1,100}/gm)
    ?.at(-1)
    ?.replace(/^[^\n]*?[$#>]\s?(?=aws )/, '')
  if (role === undefined || command === undefined || isCaller(principal, role)) return null
  return { id: 'role-taken-not-exported', words: [role, command], facts: { meant: lastInPath(role) } }
}

/** Words of a configuration that can name a role to assume. */
const OF_ASSUMING = /\bprovider\s{1,5}"aws"|\bsource_profile\b|\brole_arn\b|\bassume[-_ ]?role\b/i

/** Policies of the caller that allow nothing but to assume one role, which the text speaks of. */
function beforeAssuming({ text, principal, action, policies }: Observation): WrongCaller | null {
  if (principal === null || action === null || isOfSts(action)) return null
  const allows = policies
    .filter(({ layer }) => layer === 'identity')
    .flatMap(({ policy }) => policy.statements)
    .filter(({ effect }) => effect === 'Allow')
  const isOfRole = allows.every(
    ({ action: of }) => !of.not && of.values.every((one) => /^sts:AssumeRole$/i.test(one.text)),
  )
  const role = onlyOne(allows.flatMap(({ resource }) => resource?.values.map((one) => one.text) ?? ['*']))
  if (!isOfRole || role === undefined || !WHOLE_ROLE.test(role) || isCaller(principal, role)) return null
  const isSpokenOf = text.toLowerCase().includes(lastInPath(role).toLowerCase()) || OF_ASSUMING.test(text)
  return isSpokenOf
    ? { id: 'called-before-assuming', words: [lastInPath(role)], facts: { meant: lastInPath(role), role } }
    : null
}

/** In order: the first that finds something is told. */
export const SOURCE_FINDERS = [
  backendAlone,
  aliasUnused,
  takenUnused,
  takenInShell,
  beforeAssuming,
  foundBefore,
] as const

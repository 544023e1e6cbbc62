import { parsePrincipal, permissionSetOf } from '../iam/principal'
import { escaped } from '../text/escaped'
import { onlyOne } from '../text/only-one'
import { allowsOf } from './given-policies'
import type { CallTrapId } from './call-traps'
import type { Observation } from './knowledge'
import { MEANT_IDENTITIES, USER_OR_INSTANCE, type MeantIdentity } from './meant-identities'
import type { WrongCaller } from './wrong-caller'

/** The caller that AWS names, as `user/NAME` or `role/NAME/SESSION`; null where it names none, or another kind. */
function calledAs({ denial }: Observation): string | null {
  const called = parsePrincipal(denial?.principal ?? '')
  if (called?.kind === 'user') return `user/${called.name}`
  return called?.kind === 'roleSession' ? `role/${called.name}/${called.sessionName ?? ''}` : null
}

/** Are the policies here the caller’s own, and so what is asked about? Those that allow the call are of who was meant. */
const areOwnPolicies = ({ policies, action }: Observation): boolean =>
  policies.some(({ layer }) => layer === 'identity') && allowsOf(policies, 'identity', action ?? '').length === 0

/** The one name that a text gives for whom a call is meant to be made as, where that isn’t who called. */
function meantBy({ meant }: MeantIdentity, text: string, called: string): string | null {
  const names = [...text.matchAll(meant)].map(({ groups }) => groups?.['meant'] ?? '')
  const caller = called.split('/')[1] ?? ''
  const own = (permissionSetOf(caller) ?? caller).toLowerCase()
  const only = onlyOne(names)
  return only === undefined || only === '' || only.toLowerCase() === own ? null : only
}

/** A place that says as whom the call is to be made, and a caller that is another. */
export function notAsMeant(seen: Observation): WrongCaller | null {
  const called = calledAs(seen)
  if (called === null || areOwnPolicies(seen)) return null
  const name = called.split('/')[1] ?? ''
  for (const row of MEANT_IDENTITIES) {
    const isAsked =
      row.called.test(called) &&
      !row.unlessAction.test(seen.action ?? '') &&
      row.with?.test(seen.text) !== false &&
      row.unless?.test(seen.text) !== true
    const meant = isAsked ? meantBy(row, seen.text, called) : null
    if (meant !== null) return { id: row.id, words: [meant], facts: { meant, called: permissionSetOf(name) ?? name } }
  }
  return null
}

/** A program that is started without what the shell has set, and how that shows. */
interface WithoutEnvironment {
  readonly id: CallTrapId
  readonly starts: RegExp
  /** What hands the profile on. */
  readonly unless: RegExp
}

/** The rows. https://docs.aws.amazon.com/sdkref/latest/guide/environment-variables.html */
const WITHOUT_ENVIRONMENT: readonly WithoutEnvironment[] = [
  {
    id: 'sudo-without-profile',
    starts: /(?:^|[$#>&;(`"'])\s{0,3}sudo\s(?!-E\b)[^\n]{1,200}/m,
    unless:
      /\bsudo\s(?:-\w{1,10}\s){0,3}(?:-\w{0,5}E\b|--preserve-env\b|[^\n]{0,60}AWS_PROFILE=|[^\n]{0,100}--profile\b)/,
  },
  {
    id: 'service-without-profile',
    starts: /^\s{0,4}\[Service\]|\bsystemd (?:unit|service)\b|\bsystemctl (?:re)?start\b|\.service\b/m,
    unless: /\bEnvironment(?:File)?\s?=[^\n]{0,200}/,
  },
  {
    id: 'cron-without-profile',
    starts:
      /^(?:[\d*,/-]{1,12}\s){5}[^\n]{1,200}|^@(?:daily|hourly|reboot|weekly)\s[^\n]{1,200}|\bcrontab\b|\bfrom cron\b|\bCRON\[\d/m,
    unless: /^\s{0,4}AWS_PROFILE\s?=|^(?:[\d*,/-]{1,12}\s){5}[^\n]{0,200}(?:AWS_PROFILE=|--profile)/m,
  },
]

/** A profile that a shell has. */
const PROFILE_OF_SHELL =
  /\bexport AWS_PROFILE=["']?([\w.@+-]{1,64})|\bAWS_PROFILE\s?=\s?["']?([\w.@+-]{1,64})["']?[^\n]{0,40}(?:\.bashrc|\.zshrc|\.profile|\.bash_profile|\bshell\b)|(?:\.bashrc|\.zshrc|\.profile|\.bash_profile)\b[^\n]{1,40}AWS_PROFILE\s?=\s?["']?([\w.@+-]{1,64})/

/** What says that there were no credentials at all. */
const NO_CREDENTIALS =
  /Unable to locate credentials|NoCredentialProviders|no credentials|could not (?:load|find) credentials/i

/** A program that is started by what drops the profile of the shell. */
export function withoutEnvironment(seen: Observation): WrongCaller | null {
  const { text, denial } = seen
  const [, ...found] = PROFILE_OF_SHELL.exec(text) ?? []
  const profile = found.find((one) => one !== undefined)
  if (profile === undefined || denial === null || areOwnPolicies(seen)) return null
  const called = calledAs(seen)
  const isFallback = called === null ? NO_CREDENTIALS.test(text) : USER_OR_INSTANCE.test(called)
  if (!isFallback || new RegExp(`/[^/]{0,60}${escaped(profile)}`, 'i').test(called ?? '')) return null
  for (const { id, starts, unless } of WITHOUT_ENVIRONMENT) {
    const [words] = starts.exec(text) ?? []
    if (words !== undefined && !unless.test(text))
      return { id, words: [words.trim().slice(0, 100)], facts: { profile, called: called?.split('/')[1] ?? '' } }
  }
  return null
}

/** In order: the first that finds something is told. */
export const MEANT_FINDERS = [withoutEnvironment, notAsMeant] as const

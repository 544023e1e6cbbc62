import { serviceOfAction } from '../../iam/action'
import { isPermissionSetRole, parsePrincipal } from '../../iam/principal'
import { isDeviceCall } from '../../facts/device-calls'
import { namedTexts, namesAction } from '../../policy/statement-names'
import type { Statement } from '../../policy/policy'
import { onlyOne } from '../../text/only-one'
import type { Observation } from '../knowledge'
import type { FindPair } from './pair-finder'
import { READERS } from './place-readers'
import { clueOf, placesOf } from './text-places'

interface Held {
  readonly layer: Observation['policies'][number]['layer']
  readonly statement: Statement
}

const statementsOf = ({ policies }: Observation): readonly Held[] =>
  policies.flatMap(({ layer, policy }) => policy.statements.map((statement) => ({ layer, statement })))

/** A registry of the account and Region of an endpoint is reached through it: its policy has no Allow, and so lets nothing in. */
export const endpointWithoutAllow: FindPair = (seen) => {
  const held = statementsOf(seen).filter(({ layer }) => layer === 'endpoint')
  const [first] = held
  if (first === undefined || held.some(({ statement }) => statement.effect === 'Allow' || statement.open)) return null
  const { action } = first.statement
  const services = namedTexts(action).filter((one) => one !== '*')
  if (services.some((one) => serviceOfAction(one) !== 'ecr')) return null
  return { facts: { asked: 'ecr', there: 'Deny' }, clues: [{ kind: 'resource-written', text: '"Effect": "Deny"' }] }
}

const CLUSTER_HOST =
  /(?<![\w.-])([\w-]{1,63}\.cluster-(?:ro-|custom-)?[a-z\d]{6,20}\.[a-z\d-]{5,25}\.rds\.amazonaws\.com)/g
const CLUSTER_ID = /(?<![\w-])(cluster-[A-Z\d]{20,40})(?![\w-])/g
const OF_INSTANCE =
  /:dbuser:(?:db-[A-Z\d]{6,40}|\$\{[^{}]{0,80}(?:cluster_instance|db_instance|Instance)[^{}]{0,80}\})\//

/** The policy names an instance of a database cluster, whose own id is what a sign-in is checked on. */
export const instanceOfCluster: FindPair = (seen) => {
  const [host] = placesOf(seen.text, CLUSTER_HOST)
  const written = statementsOf(seen)
    .filter(({ statement }) => statement.effect === 'Allow' && namesAction(statement, 'rds-db:connect'))
    .flatMap(({ statement }) => namedTexts(statement.resource))
  const [there] = written
  if (host === undefined || there === undefined || !written.every((one) => OF_INSTANCE.test(one))) return null
  const id = onlyOne(placesOf(seen.text, CLUSTER_ID).map(({ value }) => value)) ?? 'cluster-ID'
  const meant = there.replace(/:dbuser:(?:\$\{[^{}]{1,200}\}|[^/]{1,80})\//, `:dbuser:${id}/`)
  return { facts: { asked: there, there: meant }, clues: [clueOf(host), { kind: 'resource-written', text: there }] }
}

/** The token is for another audience than the trust policy wants. */
export const audienceOfTrust: FindPair = (seen) => {
  const asked = onlyOne(READERS['audience of a token'](seen).map(({ value }) => value))
  const wanted = statementsOf(seen)
    .filter(({ layer, statement: { effect } }) => layer === 'trust' && effect === 'Allow')
    .flatMap(({ statement: { conditions } }) => conditions)
    .filter(
      ({ key, operator: { family, negated } }) =>
        /:aud$/i.test(key) && (family === 'string' || family === 'stringLike') && !negated,
    )
    .flatMap(({ values }) => values.map(({ text }) => text))
  const there = onlyOne(wanted)
  if (asked === undefined || there === undefined || /[*?$]/.test(there) || there === asked) return null
  const place = READERS['audience of a token'](seen).find(({ value }) => value === asked)!
  return { facts: { asked, there }, clues: [clueOf(place), { kind: 'compared-with', text: there }] }
}

const ON_CLIENT = /:client\/|^\*$|^arn:[^/]{1,120}:\*$|[${<]/

/** A policy of AWS IoT that allows a device to connect only on topics: a connection is checked on the client’s ARN. */
export const connectOnTopics: FindPair = (seen) => {
  const { action } = seen
  if (action !== null && !isDeviceCall(action, seen.principal ?? '')) return null
  const allows = statementsOf(seen).filter(({ statement: { effect, action: named } }) => {
    const services = namedTexts(named).map(serviceOfAction)
    return effect === 'Allow' && services.length > 0 && services.every((one) => one === 'iot')
  })
  const written = allows
    .filter(({ statement }) => namesAction(statement, 'iot:Connect'))
    .flatMap(({ statement }) => namedTexts(statement.resource))
  const [first] = written
  if (first === undefined || !first.startsWith('arn:') || written.some((one) => ON_CLIENT.test(one))) return null
  const there = `${first.slice(0, first.indexOf(':iot:'))}:iot:${first.split(':').slice(3, 5).join(':')}:client/CLIENT-ID`
  return { facts: { asked: first, there }, clues: [{ kind: 'resource-written', text: first }] }
}

const TRANSFER = /\$\{transfer:\w{1,40}\}/i

/** A role’s own policy with variables that Transfer Family fills in for session policies alone. */
export const transferVariables: FindPair = (seen) => {
  const { action } = seen
  const found = statementsOf(seen)
    .filter(({ layer, statement }) => layer === 'identity' && statement.effect === 'Allow')
    .filter(({ statement }) => action === null || namesAction(statement, action))
    .flatMap(({ statement }) => [
      ...namedTexts(statement.resource),
      ...statement.conditions.flatMap(({ values }) => values.map(({ text }) => text)),
    ])
    .find((text) => TRANSFER.test(text))
  if (found === undefined) return null
  const [variable = ''] = TRANSFER.exec(found) ?? []
  return { facts: { asked: variable, there: found }, clues: [{ kind: 'resource-written', text: found }] }
}

const CENTER_PATH = 'aws-reserved/sso.amazonaws.com/'

/** A policy names the role of a permission set that calls, without the path under which IAM Identity Center keeps all of them. */
export const roleOfCenterWithoutPath: FindPair = (seen) => {
  const caller = parsePrincipal(seen.principal ?? '')
  if (caller?.kind !== 'roleSession' || !isPermissionSetRole(caller.name)) return null
  const named = statementsOf(seen)
    .filter(({ statement: { effect } }) => effect === 'Allow')
    .flatMap(({ layer, statement: { principal } }) =>
      principal === null || principal.not ? [] : principal.values.map(({ text }) => ({ layer, text })),
    )
  const start = `arn:${caller.partition}:iam::${caller.account}:role/`
  const there = named.find(({ text }) => text === `${start}${caller.name}`)
  if (there === undefined || named.some(({ text }) => text.startsWith(`${start}${CENTER_PATH}`))) return null
  return {
    facts: { asked: `${start}${CENTER_PATH}[Region/]${caller.name}`, there: there.text },
    clues: [
      { kind: 'caller', text: seen.principal ?? '' },
      { kind: 'resource-written', text: there.text },
    ],
    layer: there.layer,
  }
}

import { STORAGE_SHAPES } from './shapes/storage'
import { KEYS_SHAPES } from './shapes/keys'
import { COMPUTE_SHAPES } from './shapes/compute'
import { APPLICATIONS_SHAPES } from './shapes/applications'
import { DATA_SHAPES } from './shapes/data'
import { DELIVERY_SHAPES } from './shapes/delivery'
import { ACCOUNTS_SHAPES } from './shapes/accounts'
import { DEVICES_SHAPES } from './shapes/devices'
import { LEARNING_SHAPES } from './shapes/learning'
import { OVERSIGHT_SHAPES } from './shapes/oversight'
import { PLATFORMS_SHAPES } from './shapes/platforms'
import { DATABASES_SHAPES } from './shapes/databases'
import { OTHERS_SHAPES } from './shapes/others'
import { OPERATIONS_SHAPES } from './shapes/operations'
import { SENDING_SHAPES } from './shapes/sending'
import { STORES_SHAPES } from './shapes/stores'
import { PROGRAMS_SHAPES } from './shapes/programs'
import { GENERAL_SHAPES } from './shapes/general'
import { KINDS_SHAPES } from './shapes/kinds'
import { isServicePrincipal } from '../../iam/principal'
import type { SituationAnswer, SituationShape } from './situation-row'

const AREAS = {
  devices: DEVICES_SHAPES,
  learning: LEARNING_SHAPES,
  oversight: OVERSIGHT_SHAPES,
  platforms: PLATFORMS_SHAPES,
  databases: DATABASES_SHAPES,
  storage: STORAGE_SHAPES,
  keys: KEYS_SHAPES,
  compute: COMPUTE_SHAPES,
  applications: APPLICATIONS_SHAPES,
  data: DATA_SHAPES,
  delivery: DELIVERY_SHAPES,
  accounts: ACCOUNTS_SHAPES,
  others: OTHERS_SHAPES,
  operations: OPERATIONS_SHAPES,
  sending: SENDING_SHAPES,
  stores: STORES_SHAPES,
  programs: PROGRAMS_SHAPES,
  general: GENERAL_SHAPES,
  kinds: KINDS_SHAPES,
} as const

/** The rows of one kind of services: what is said of them travels together. */
export type SituationArea = keyof typeof AREAS

const SHAPES = {
  ...AREAS.devices,
  ...AREAS.learning,
  ...AREAS.oversight,
  ...AREAS.platforms,
  ...AREAS.databases,
  ...AREAS.storage,
  ...AREAS.keys,
  ...AREAS.compute,
  ...AREAS.applications,
  ...AREAS.data,
  ...AREAS.delivery,
  ...AREAS.accounts,
  ...AREAS.others,
  ...AREAS.operations,
  ...AREAS.sending,
  ...AREAS.stores,
  ...AREAS.programs,
  ...AREAS.general,
  ...AREAS.kinds,
}

/** What an error can be besides, or instead of, a denial by a policy. */
export type SituationId = keyof typeof SHAPES

/** What is said of situations, as far as it is at hand: all of it weighs more than what recognises them. */
export type SituationAnswers = Readonly<Partial<Record<SituationId, SituationAnswer>>>

/** Ordered: the first that is seen names the error. */
export const SITUATIONS: Readonly<Record<SituationId, SituationShape>> = SHAPES

/** The area that a row is of. */
export const areaOfSituation = (id: SituationId): SituationArea =>
  (Object.keys(AREAS) as SituationArea[]).find((area) => Object.hasOwn(AREAS[area], id)) ?? 'general'

/** The rows with their ids, in order. */
export const SITUATION_ROWS = Object.entries(SITUATIONS) as readonly [SituationId, SituationShape][]

const CODES = new Map(SITUATION_ROWS.flatMap(([id, { codes = [] }]) => codes.map((code) => [code, id] as const)))

/** Is something refused in this situation, by a policy or by what a service grants besides? Else the error says something else. */
export function isRefusal(id: SituationId): boolean {
  const { decides, ofDenial } = SITUATIONS[id]
  return ofDenial === true || (decides !== 'none' && decides !== 'open')
}

/** Was a vendor refused, from an account of their own? */
export const isOfVendor = (id: SituationId | undefined): boolean =>
  id !== undefined && SITUATIONS[id].refused === 'vendor'

/** Was the role refused that a service was given to work with, and not who made the call? */
export const isOfGivenRole = (id: SituationId | undefined): boolean =>
  id !== undefined && SITUATIONS[id].refused === 'given-role'

/** Was a service-linked role refused? */
export const isLinkedRoleRefused = (id: SituationId | undefined): boolean =>
  id !== undefined && SITUATIONS[id].refused === 'linked-role'

/** Was somebody refused whose own policies nobody here writes: a vendor, or a service-linked role? */
export const isWithoutOwnPolicies = (id: SituationId | undefined): boolean => isOfVendor(id) || isLinkedRoleRefused(id)

/** Was an AWS service refused that calls as itself? It has no identity-based policies: those of a role that it was given are meant. */
export const isServiceRefused = (id: SituationId | undefined): boolean =>
  id !== undefined && isServicePrincipal(SITUATIONS[id].refused ?? '')

/** The situation that is behind one of these where the role trusts the service already; null: nothing else is known of it. */
export const situationWhereTrusted = (id: SituationId | undefined): SituationId | null => {
  const { whereTrusted = '' }: SituationShape = id === undefined ? { decides: 'open' } : SITUATIONS[id]
  return Object.hasOwn(SITUATIONS, whereTrusted) ? (whereTrusted as SituationId) : null
}

/** What a policy has to let through in a situation whose words name none; null where none decides. */
export const judgedBy = (id: SituationId | undefined): NonNullable<SituationShape['judgedBy']> | null =>
  (id === undefined ? undefined : SITUATIONS[id].judgedBy) ?? null

/** The situation that the words of a denial name. */
export const situationOfDenial = (words: string): SituationId | null =>
  SITUATION_ROWS.find(([, { ofDenial, pattern }]) => ofDenial && pattern?.test(words))?.[0] ?? null

/** The situation that an error code names. KMS's own stand behind its name where another service passes them on. */
export function situationOfCode(code: string): SituationId | null {
  const found = CODES.get(code.replace(/^KMS\./, ''))
  if (found !== undefined) return found
  return /\.NotFound$|(?<!File|Class|Path|Module)NotFoundException$/.test(code) ? 'not-found' : null
}

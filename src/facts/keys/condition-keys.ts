import { GLOBAL_KEYS_PAGE } from '../../iam/aws-docs'
import { isPrivateAddress } from '../../iam/private-address'
import type { KeyType } from '../../iam/key-type'
import type { PrincipalKind } from '../../iam/principal'
import type { RowSource } from '../../iam/row-source'
import { own } from '../../text/own'
import { GLOBAL_KEY_ROWS } from './global-keys'
import type { KeyPresence, ConditionKeyRow, KeyTrait } from './key-row'
import { SERVICE_KEY_ROWS } from './service-keys'
import { VALUE_FORMS, type ValueForm } from './value-forms'

/** The registry: one row a condition key. */
export const KEY_ROWS: readonly ConditionKeyRow[] = [...GLOBAL_KEY_ROWS, ...SERVICE_KEY_ROWS]

const BY_NAME = new Map(KEY_ROWS.map((row) => [row.name.toLowerCase(), row]))

/** The row of a key in any letter case; of one that takes a name after it, whatever the name. Null: there is none. */
export function keyRow(name: string): ConditionKeyRow | null {
  const lower = name.toLowerCase()
  const exact = BY_NAME.get(lower)
  if (exact !== undefined) return exact
  const slash = lower.indexOf('/')
  if (slash >= 0) return BY_NAME.get(lower.slice(0, slash + 1)) ?? null
  const colon = lower.indexOf(':', lower.indexOf(':') + 1)
  return colon < 0 ? null : (BY_NAME.get(lower.slice(0, colon + 1)) ?? null)
}

/** What AWS documents of a condition key that requests of several services carry. */
export interface ConditionKey {
  /** In AWS's spelling; a key that ends in `/` takes a tag name after it. */
  readonly name: string
  readonly type: KeyType
  readonly multivalued: boolean
  readonly presence: KeyPresence
  /** When a request carries the key, as a phrase. */
  readonly when: string
}

const documented = ({ name, type, multivalued, presence, when }: ConditionKeyRow): readonly ConditionKey[] =>
  presence === undefined || when === undefined
    ? []
    : [{ name, type, presence, when, multivalued: multivalued === true }]

/** The keys that requests of more than one service carry, or that AWS documents with IAM's own. */
export const CONDITION_KEYS: readonly ConditionKey[] = KEY_ROWS.flatMap(documented)

const DOCUMENTED = new Map(CONDITION_KEYS.map((key) => [key.name.toLowerCase(), key]))

/** What is known of such a key, whatever its case; null for one that is not among them. */
export const findConditionKey = (name: string): ConditionKey | null => {
  const lower = name.toLowerCase()
  return DOCUMENTED.get(lower) ?? DOCUMENTED.get(keyRow(lower)?.name.toLowerCase() ?? '') ?? null
}

/** The key that AWS documents as of two types: a date that is also a number. */
const SECOND_TYPES: Readonly<Record<string, KeyType>> = { 'aws:epochtime': 'numeric' }

/** The types of a key's value, by its name and the type that is documented first. */
export const typesOf = (lowerName: string, first: KeyType): readonly KeyType[] => {
  const second = own(SECOND_TYPES, lowerName)
  return second === undefined ? [first] : [first, second]
}

const MULTIVALUED: ReadonlySet<string> = new Set(
  KEY_ROWS.filter(({ multivalued }) => multivalued).map(({ name }) => name.toLowerCase()),
)

/** Is the key multivalued by AWS's documentation? The name in lower case. */
export const isMultivaluedKey = (lowerName: string): boolean => MULTIVALUED.has(lowerName)

const namesWith = (has: (row: ConditionKeyRow) => boolean): ReadonlySet<string> =>
  new Set(KEY_ROWS.filter(has).map(({ name }) => name.toLowerCase()))

/** The keys of a trait, in lower case. */
export const keysWith = (trait: KeyTrait): ReadonlySet<string> =>
  namesWith(({ traits }) => traits?.includes(trait) === true)

/** The same in AWS's spelling. */
export const namesOfTrait = (trait: KeyTrait): readonly string[] =>
  KEY_ROWS.filter(({ traits }) => traits?.includes(trait)).map(({ name }) => name)

/** The keys that requests of a kind of principal never carry, in lower case. */
export const keysNeverOf = (kind: PrincipalKind): ReadonlySet<string> =>
  namesWith(({ never }) => never?.includes(kind) === true)

/** The key that names the VPC endpoint itself. */
export const ENDPOINT_KEY: string = KEY_ROWS.find(({ form }) => form === 'vpcEndpoint')?.name ?? ''

const OF_SESSION = keysWith('ofSession')

/** Does a session bring the key, in lower case, whatever it calls? */
export const isOfSession = (lowerName: string): boolean => OF_SESSION.has(lowerName)

/** Has the key a trait, whatever its case, and whatever name it takes after it? */
export const isKeyWith = (name: string, trait: KeyTrait): boolean => keyRow(name)?.traits?.includes(trait) === true

/** Is it a key of another service than the action's, which no session brings along? In lower case. */
export function isOfOtherService(lowerKey: string, service: string): boolean {
  if (lowerKey.startsWith('aws:') || (lowerKey[service.length] === ':' && lowerKey.startsWith(service))) return false
  const row = keyRow(lowerKey)
  return row !== null && row.traits?.includes('ofSession') !== true
}

const EXCLUSIONS: ReadonlyMap<string, readonly { readonly key: string; readonly value?: string }[]> = new Map(
  KEY_ROWS.flatMap(({ name, excludedBy }) =>
    excludedBy === undefined
      ? []
      : [[name.toLowerCase(), excludedBy.map((one) => ({ ...one, key: one.key.toLowerCase() }))] as const],
  ),
)

/**
 * Does what is known of other keys show that the request does not carry this one? In lower case. A private address says
 * nothing of the way that a request took.
 */
export const isExcluded = (lowerKey: string, valuesOf: (lowerKey: string) => readonly string[] | null): boolean =>
  EXCLUSIONS.get(lowerKey)?.some(({ key, value }) => {
    const values = valuesOf(key)
    if (values === null || values.length === 0 || values.some(isPrivateAddress)) return false
    return value === undefined || values.every((one) => one.toLowerCase() === value)
  }) === true

/** The place of a global condition key on its AWS page. */
export const globalKeyPage = (key: string): string =>
  `${GLOBAL_KEYS_PAGE}#condition-keys-${(key.split(':')[1] ?? '').split('/')[0]?.toLowerCase() ?? ''}`

/** Where what a row says is written. */
export const sourceOf = ({ name, page, confirmed }: ConditionKeyRow): RowSource => ({
  page: page ?? globalKeyPage(name),
  confirmed: confirmed ?? '2026-11-26',
})

/** What the values of a key look like; null where nothing is said of it. */
export const valueFormOf = (name: string): ValueForm | null => {
  const row = keyRow(name)
  const form = row?.form ?? (row?.type === 'arn' ? 'arn' : undefined)
  return form === undefined ? null : VALUE_FORMS[form]
}

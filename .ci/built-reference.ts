import { readFileSync } from 'node:fs'
import { awsNames } from '../src/reference/aws-names'
import {
  decodeActions,
  decodeManagedPolicies,
  decodeServices,
  type ActionsFile,
  type ManagedPoliciesFile,
  type Reference,
  type ServicesFile,
} from '../src/reference/reference'
import {
  decodeDetail,
  decodeService,
  type DetailFile,
  type ServiceDetail,
  type ServiceFile,
  type ServiceReference,
} from '../src/reference/service-reference'

/** A file of public/reference/, as the build wrote it; for tests and benchmarks. */
export const readBuilt = <T>(path: string): T =>
  JSON.parse(readFileSync(new URL(`../public/reference/${path}`, import.meta.url), 'utf8')) as T

const list = decodeServices(readBuilt<ServicesFile>('services.json'))
const loaded = new Map<string, ServiceReference | null>()
const details = new Map<string, ServiceDetail | null>()

function service(prefix: string): ServiceReference | null {
  const known = loaded.get(prefix)
  if (known !== undefined) return known
  const read = list.services.has(prefix) ? decodeService(readBuilt<ServiceFile>(`service/${prefix}.json`)) : null
  loaded.set(prefix, read)
  return read
}

function detail(prefix: string): ServiceDetail | null {
  const known = details.get(prefix)
  if (known !== undefined) return known
  const of = service(prefix)
  const read = of ? decodeDetail(readBuilt<DetailFile>(`detail/${prefix}.json`), of) : null
  details.set(prefix, read)
  return read
}

/** The whole reference, each file read when it is asked for. */
export const BUILT_REFERENCE: Reference = {
  list,
  actions: decodeActions(readBuilt<ActionsFile>('actions.json')),
  service,
  detail,
}

/** AWS's names, as the page has them once the reference is loaded. */
export const KNOWN_NAMES = awsNames({
  actions: BUILT_REFERENCE.actions,
  managedPolicies: decodeManagedPolicies(readBuilt<ManagedPoliciesFile>('managed-policies.json')),
  services: ['s3', 'kms', 'sts', 'iam', 'ec2'].flatMap((prefix) => BUILT_REFERENCE.service(prefix) ?? []),
})

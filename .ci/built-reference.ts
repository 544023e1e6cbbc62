import { readFileSync } from 'node:fs'
import { awsNames } from '../src/reference/aws-names'
import { createReference } from '../src/reference/create-reference'

/** A file of public/reference/, as the build wrote it; for tests and benchmarks. */
export const readBuilt = <T>(path: string): T =>
  JSON.parse(readFileSync(new URL(`../public/reference/${path}`, import.meta.url), 'utf8')) as T

/** The whole reference, each file read when it is asked for. */
export const BUILT_REFERENCE = createReference(readBuilt)

/** AWS's names, as the page has them once the reference is loaded. */
export const KNOWN_NAMES = awsNames({
  actions: BUILT_REFERENCE.actions,
  managedPolicies: BUILT_REFERENCE.managedPolicies ?? [],
  services: ['s3', 'kms', 'sts', 'iam', 'ec2'].flatMap((prefix) => BUILT_REFERENCE.service(prefix) ?? []),
})

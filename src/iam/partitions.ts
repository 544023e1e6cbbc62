import { own } from '../text/own'

/** AWS partitions; roles and resource-based policies never delegate from one to another. */
export const PARTITIONS = [
  'aws',
  'aws-cn',
  'aws-us-gov',
  'aws-iso',
  'aws-iso-b',
  'aws-iso-e',
  'aws-iso-f',
  'aws-eusc',
] as const

/**
 * How the names of Regions begin that are not of the partition `aws`.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
 */
const REGIONS_BEGIN: readonly (readonly [start: string, partition: (typeof PARTITIONS)[number]])[] = [
  ['cn-', 'aws-cn'],
  ['us-gov-', 'aws-us-gov'],
  ['us-iso-', 'aws-iso'],
  ['us-isob-', 'aws-iso-b'],
  ['eu-isoe-', 'aws-iso-e'],
  ['us-isof-', 'aws-iso-f'],
  ['eusc-', 'aws-eusc'],
]

/** A Region through which the global services of a partition other than `aws` are reached. */
const GLOBAL_REGIONS: Readonly<Record<string, string>> = { 'aws-cn': 'cn-north-1', 'aws-us-gov': 'us-gov-west-1' }

/** That Region of a partition; null of `aws`, where it hangs on the service, and of a partition of which we know none. */
export const globalRegionOf = (partition: string): string | null => own(GLOBAL_REGIONS, partition) ?? null

/** The partition of a Region's name. */
export const partitionOfRegion = (region: string): (typeof PARTITIONS)[number] =>
  REGIONS_BEGIN.find(([start]) => region.startsWith(start))?.[1] ?? 'aws'

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

/** The partition of a Region's name. */
export const partitionOfRegion = (region: string): (typeof PARTITIONS)[number] =>
  REGIONS_BEGIN.find(([start]) => region.startsWith(start))?.[1] ?? 'aws'

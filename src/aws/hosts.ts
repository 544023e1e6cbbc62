/** Where IAM and STS of a partition answer. `signingRegion` is the one that IAM's signature names. */
export interface AwsPartition {
  readonly id: 'aws' | 'aws-us-gov' | 'aws-cn' | 'aws-eusc'
  readonly name: string
  readonly iam: string
  readonly signingRegion: string
  /** One host a region; the first is used where nothing names a region. */
  readonly sts: readonly { readonly region: string; readonly host: string }[]
}

const sts = (suffix: string, ...regions: string[]) =>
  regions.map((region) => ({ region, host: `https://sts.${region}.${suffix}` }))

/**
 * The partitions that the app can call, with their exact hosts: the page's Content-Security-Policy is made from this
 * table. A wildcard host would let anything in the page send to somebody's bucket, so there is none; for commercial
 * Regions STS is called in us-east-1, which decodes the messages of every Region.
 * https://docs.aws.amazon.com/general/latest/gr/iam-service.html
 */
export const AWS_PARTITIONS: readonly AwsPartition[] = [
  {
    id: 'aws',
    name: 'Commercial',
    iam: 'https://iam.amazonaws.com',
    signingRegion: 'us-east-1',
    sts: sts('amazonaws.com', 'us-east-1'),
  },
  {
    id: 'aws-us-gov',
    name: 'GovCloud (US)',
    iam: 'https://iam.us-gov.amazonaws.com',
    signingRegion: 'us-gov-west-1',
    sts: sts('amazonaws.com', 'us-gov-west-1', 'us-gov-east-1'),
  },
  {
    id: 'aws-cn',
    name: 'China',
    iam: 'https://iam.cn-north-1.amazonaws.com.cn',
    signingRegion: 'cn-north-1',
    sts: sts('amazonaws.com.cn', 'cn-north-1', 'cn-northwest-1'),
  },
  {
    id: 'aws-eusc',
    name: 'European Sovereign Cloud',
    iam: 'https://iam.eusc-de-east-1.amazonaws.eu',
    signingRegion: 'eusc-de-east-1',
    sts: sts('amazonaws.eu', 'eusc-de-east-1'),
  },
]

/** The partition of that id; the commercial one where the id is unknown. */
export const partitionOf = (id: string): AwsPartition =>
  AWS_PARTITIONS.find((partition) => partition.id === id) ?? AWS_PARTITIONS[0]!

/** Every host that the app may ever call, for `connect-src`. */
export const AWS_HOSTS: readonly string[] = AWS_PARTITIONS.flatMap((partition) => [
  partition.iam,
  ...partition.sts.map(({ host }) => host),
])

/** Where calls go: an AWS partition, or one endpoint for everything (LocalStack, moto). */
export interface Endpoints {
  readonly partition: AwsPartition['id']
  readonly iam: string
  readonly iamRegion: string
  readonly sts: string
  readonly stsRegion: string
}

/** The endpoints of a partition and, for STS, of a region in it; `override` replaces both hosts. */
export function endpointsOf(partitionId: string, region?: string, override?: string): Endpoints {
  const partition = partitionOf(partitionId)
  const home = partition.sts.find((entry) => entry.region === region) ?? partition.sts[0]!
  return {
    partition: partition.id,
    iam: override ?? partition.iam,
    iamRegion: partition.signingRegion,
    sts: override ?? home.host,
    stsRegion: home.region,
  }
}

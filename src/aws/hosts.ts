/**
 * Services with a host in every Region that give a resource's policy to a page: AWS's SDK for browsers lists them as
 * answering pages (`cors`). Not among them are S3, whose buckets each say for themselves which pages they answer, and
 * SQS: a public bucket or queue of anybody takes what is sent to these hosts without a signature.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-overview-of-managing-access.html
 * https://github.com/aws/aws-sdk-js/blob/master/apis/metadata.json
 */
export const READ_SERVICES = ['kms', 'lambda', 'secretsmanager', 'sns'] as const

/** Where IAM and STS of a partition answer. `signingRegion` is the one that IAM's signature names. */
export interface AwsPartition {
  readonly id: 'aws' | 'aws-us-gov' | 'aws-cn' | 'aws-eusc'
  readonly name: string
  readonly suffix: string
  /** As the SDK's table of endpoints has them (botocore 1.43.11); each has all of `READ_SERVICES`. */
  readonly regions: readonly string[]
  readonly iam: string
  readonly signingRegion: string
  /** One host a region; the first is used where nothing names a region. */
  readonly sts: readonly { readonly region: string; readonly host: string }[]
}

const words = (text: string): readonly string[] => text.trim().split(/\s+/)

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
    suffix: 'amazonaws.com',
    regions: words(`
      af-south-1 ap-east-1 ap-east-2 ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-south-2 ap-southeast-1
      ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-6 ap-southeast-7 ca-central-1 ca-west-1
      eu-central-1 eu-central-2 eu-north-1 eu-south-1 eu-south-2 eu-west-1 eu-west-2 eu-west-3 il-central-1 me-central-1
      me-south-1 mx-central-1 sa-east-1 us-east-1 us-east-2 us-west-1 us-west-2`),
    iam: 'https://iam.amazonaws.com',
    signingRegion: 'us-east-1',
    sts: sts('amazonaws.com', 'us-east-1'),
  },
  {
    id: 'aws-us-gov',
    name: 'GovCloud (US)',
    suffix: 'amazonaws.com',
    regions: words('us-gov-east-1 us-gov-west-1'),
    iam: 'https://iam.us-gov.amazonaws.com',
    signingRegion: 'us-gov-west-1',
    sts: sts('amazonaws.com', 'us-gov-west-1', 'us-gov-east-1'),
  },
  {
    id: 'aws-cn',
    name: 'China',
    suffix: 'amazonaws.com.cn',
    regions: words('cn-north-1 cn-northwest-1'),
    iam: 'https://iam.cn-north-1.amazonaws.com.cn',
    signingRegion: 'cn-north-1',
    sts: sts('amazonaws.com.cn', 'cn-north-1', 'cn-northwest-1'),
  },
  {
    id: 'aws-eusc',
    name: 'European Sovereign Cloud',
    suffix: 'amazonaws.eu',
    regions: words('eusc-de-east-1'),
    iam: 'https://iam.eusc-de-east-1.amazonaws.eu',
    signingRegion: 'eusc-de-east-1',
    sts: sts('amazonaws.eu', 'eusc-de-east-1'),
  },
]

/** The partition of that id; the commercial one where the id is unknown. */
export const partitionOf = (id: string): AwsPartition =>
  AWS_PARTITIONS.find((partition) => partition.id === id) ?? AWS_PARTITIONS[0]!

/** Every host that the app may ever call, for `connect-src`. */
export const AWS_HOSTS: readonly string[] = AWS_PARTITIONS.flatMap(({ iam, sts, regions, suffix }) => [
  iam,
  ...sts.map(({ host }) => host),
  ...regions.flatMap((region) => READ_SERVICES.map((service) => `https://${service}.${region}.${suffix}`)),
])

/** The host of one of `READ_SERVICES` in a Region; null where no such host is known. */
export function readHost(service: string, partitionId: string, region: string): string | null {
  const partition = AWS_PARTITIONS.find(({ id }) => id === partitionId)
  return partition?.regions.includes(region) && (READ_SERVICES as readonly string[]).includes(service)
    ? `https://${service}.${region}.${partition.suffix}`
    : null
}

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

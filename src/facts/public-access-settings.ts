/**
 * The settings of S3 Block Public Access, by the names of the gaps that stand for them.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
 */
export const PUBLIC_ACCESS_SETTINGS = {
  blockPublicAcls: 'BlockPublicAcls',
  ignorePublicAcls: 'IgnorePublicAcls',
  blockPublicPolicy: 'BlockPublicPolicy',
  restrictPublicBuckets: 'RestrictPublicBuckets',
} as const

/** The gap of a setting; undefined: no setting is called so. */
export const gapOfSetting = (setting: string): string | undefined =>
  Object.entries(PUBLIC_ACCESS_SETTINGS).find(([, name]) => name === setting)?.[0]

import { PUBLIC_ACCESS_SETTINGS } from '../../facts/public-access-settings'
import { code, say, strong, type Phrase } from '../../text/phrase'

interface SettingRow {
  /** What the setting refuses. */
  readonly refuses: string
  /** How the same call passes with the setting on. */
  readonly instead: () => Phrase
  /** What has to be off for what it refuses to have its effect. */
  readonly turnsOff: readonly string[]
}

/** The settings of S3 Block Public Access that refuse a call: https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html */
const SETTINGS: Readonly<Record<string, SettingRow>> = {
  BlockPublicPolicy: {
    refuses: 'a policy that would make the bucket public',
    turnsOff: ['BlockPublicPolicy', 'RestrictPublicBuckets'],
    instead: () =>
      say`To keep it on, name accounts, users or roles in the new policy instead of ${code('"*"')}. For CloudFront name ${code('cloudfront.amazonaws.com')} with ${code('aws:SourceArn')} of the distribution. Or limit ${code('"*"')} to fixed values of a key, for example ${code('aws:SourceVpce')} or ${code('aws:PrincipalOrgID')}.`,
  },
  BlockPublicAcls: {
    refuses: 'an ACL that would make the bucket or an object public',
    turnsOff: ['BlockPublicAcls', 'IgnorePublicAcls'],
    instead: () =>
      say`To keep it on, make the call without the public ACL (for example ${code('public-read')}) and give access with a policy.`,
  },
}

const OTHER: SettingRow = {
  refuses: 'what would make a bucket or an object public',
  turnsOff: ['BlockPublicAcls', 'IgnorePublicAcls', 'BlockPublicPolicy', 'RestrictPublicBuckets'],
  instead: () => say`To keep it on, make the call without the public part.`,
}

const rowOf = (name: string): SettingRow => (Object.hasOwn(SETTINGS, name) ? SETTINGS[name] : undefined) ?? OTHER

/** What is said where AWS names a setting of S3 Block Public Access as the cause. */
export const SETTING_MESSAGES = {
  claim: (name: string): Phrase => say`AWS says: S3 Block Public Access refused it, because ${code(name)} is on.`,
  refused: (name: string): Phrase =>
    say`Denied by ${strong('S3 Block Public Access', 'deny')}: its setting ${code(name)} refuses ${rowOf(name).refuses}.`,
  'no-policy': (): Phrase => say`No change to an IAM policy, SCP or boundary can allow the call.`,
  levels: (): Phrase =>
    say`The setting can be on for the bucket, the access point, the account, or the whole organization through an AWS Organizations policy. One of them is enough.`,
  instead: (name: string): Phrase => rowOf(name).instead(),
  /** All four settings with one of them, or what goes with it, turned off, as the AWS CLI takes them. The others stay as they are: gaps. */
  turnedOff: (name: string): string =>
    Object.entries(PUBLIC_ACCESS_SETTINGS)
      .map(([gap, one]) => `${one}=${rowOf(name).turnsOff.includes(one) ? 'false' : `{${gap}}`}`)
      .join(','),
  'off-here': (name: string): Phrase =>
    say`${code(name)} of the bucket is off, as you pasted. So it is on for the account, the whole organization, or an access point: look there. For the account it holds for all its buckets.`,
  'turn-off': (): Phrase =>
    say`If it should be public, turn the setting off wherever it is on. An access point keeps the setting that it was created with.`,
} as const

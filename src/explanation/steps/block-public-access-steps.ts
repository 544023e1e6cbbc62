import { firstInPath } from '../../iam/arn'
import type { ShellCommand } from '../../text/shell-quote'
import type { STEP_MESSAGES } from '../messages/steps'
import { AS_JSON, literal } from './script'
import type { StepFacts } from './step-facts'

interface SettingStep {
  readonly code: keyof typeof STEP_MESSAGES
  readonly command: ShellCommand
}

/** The bucket that a call is about; null for an access point, and where no bucket is named. */
const bucketOf = ({ resource }: StepFacts): string | null =>
  resource?.service === 's3' && resource.region === '' ? firstInPath(resource.name) : null

/** Where Block Public Access can be on: https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html */
export const settingSteps = (facts: StepFacts): readonly SettingStep[] => {
  const bucket = bucketOf(facts)
  const account = facts.resource?.account ?? ''
  const read = ['get-public-access-block'] as const
  return [
    ...(bucket === null || bucket === '*'
      ? []
      : [
          {
            code: 'bucket-public-access-block' as const,
            command: literal(['aws', 's3api', ...read, '--bucket', bucket, ...facts.regionFlag, ...AS_JSON]),
          },
        ]),
    ...(account === ''
      ? []
      : [
          {
            code: 'account-public-access-block' as const,
            command: literal(['aws', 's3control', ...read, '--account-id', account, ...facts.regionFlag, ...AS_JSON]),
          },
        ]),
  ]
}

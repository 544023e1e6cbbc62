import { expect, it } from 'vitest'
import { composerOf, limiterOf } from './service-sessions'

const sessionOf = (role: string) => `arn:aws:sts::111122223333:assumed-role/${role}`
const STUDIO = 'arn:aws:sagemaker:eu-west-1:111122223333'

it.each([
  ['ml/SageMaker', `${STUDIO}:space/d-1/notes`, 'SageMaker Studio'],
  ['ml/SageMaker', `${STUDIO}:app/d-1/ann/JupyterLab/default`, 'SageMaker Studio'],
  ['backups/AWSBackup-backups', 'arn:aws:s3:::depot', 'AWS Backup'],
  ['AWSServiceRoleForAutoScaling/AutoScaling', '*', 'the service of this role'],
])('a service composes the call of %s on %s', (role, resource, by) => {
  expect(composerOf(sessionOf(role), resource)).toBe(by)
})

it.each([
  ['ml/SageMaker', `${STUDIO}:training-job/one`],
  ['ci/deploy-pipe', 'arn:aws:sqs:eu-west-1:111122223333:orders'],
  ['ml/ann', `${STUDIO}:space/d-1/notes`],
])('people compose the call of %s on %s', (role, resource) => {
  expect(composerOf(sessionOf(role), resource)).toBeNull()
})

const started = (by: string, role: string, type = 'AWSService') =>
  `"eventName": "AssumeRole", "userIdentity": {"type":"${type}","invokedBy":"${by}"}, "requestParameters": {"roleArn":"arn:aws:iam::111122223333:role/${role}"}`

it('whoever starts a session writes its session policy: a service, by its session or by the event', () => {
  expect(limiterOf(sessionOf('web/AmplifyHostingCompute'))).toBe('Amplify Hosting')
  const pipeline = started('codepipeline.amazonaws.com', 'deploy')
  expect(limiterOf(sessionOf('deploy/1716'), pipeline)).toBe('codepipeline.amazonaws.com')
})

it('that is no service where the event is of another role, or of a user', () => {
  expect(limiterOf(sessionOf('deploy/1716'))).toBeNull()
  expect(limiterOf(sessionOf('deploy/1716'), started('codepipeline.amazonaws.com', 'build'))).toBeNull()
  expect(limiterOf(sessionOf('deploy/1716'), started('codepipeline.amazonaws.com', 'deploy', 'IAMUser'))).toBeNull()
})

import { expect, it } from 'vitest'
import { composerOf } from './service-sessions'

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

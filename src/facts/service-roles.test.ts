import { expect, it } from 'vitest'
import { prescribedRole } from './service-roles'

it.each([
  ['using role aws-elasticbeanstalk-service-role. Verify the role policy.', 'aws-elasticbeanstalk-service-role'],
  ['the workspaces_DefaultRole role is missing', 'workspaces_DefaultRole'],
  ['using role nightly. Verify the role policy.', undefined],
])('the name of a role ends before the full stop of its sentence: %s', (text, name) => {
  expect(prescribedRole(text)?.name).toBe(name)
})

import { expect, it } from 'vitest'
import { plainText } from '../../text/phrase'
import { pastedCase } from '../../testing/pasted-case'
import { explainRemedies } from './remedies'

const fixOf = (action: string, resource: string): string => {
  const { judged, answer } = pastedCase(
    `User: arn:aws:sts::111122223333:assumed-role/app/one is not authorized to perform: ${action} on resource: ${resource} because no resource-based policy allows the ${action} action`,
  )
  return plainText(explainRemedies({ judged, answer, together: null }).fixes[0]?.sentence ?? [])
}

it('says that the policy of an API counts only once the API is deployed, and so of no other policy', () => {
  const place = 'eu-west-1:444455556666'
  expect(fixOf('execute-api:Invoke', `arn:aws:execute-api:${place}:a1b2c3d4e5/prod/GET/orders`)).toMatch(
    /Then deploy the API again/,
  )
  const queue = fixOf('sqs:SendMessage', `arn:aws:sqs:${place}:jobs`)
  expect(queue).toMatch(/sqs:SendMessage/)
  expect(queue).not.toMatch(/deploy/)
})

it('offers the pattern of a resource whose id never comes again also where the account is masked', () => {
  for (const account of ['123456789', '<acct>']) {
    const { judged, answer } = pastedCase(
      `User: arn:aws:sts::${account}:assumed-role/app/one is not authorized to perform: ecs:RunTask on resource: arn:aws:ecs:eu-west-1:${account}:task-definition/web:12 because no identity-based policy allows the ecs:RunTask action`,
    )
    const [fix] = explainRemedies({ judged, answer, together: null }).fixes
    expect(fix?.statement?.['Resource']).toMatch(/^arn:aws:ecs:eu-west-1:<acc(?:oun)?t>:task-definition\/web:\*$/)
    expect(plainText(fix?.opens ?? [])).toMatch(/task-definition\/web:\*/)
  }
})

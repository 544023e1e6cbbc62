import { expect, it } from 'vitest'
import { pastedCase } from '../../testing/pasted-case'
import { allow, policyText } from '../../testing/statements'
import { deviceClientIn } from './device-client'

const client = (text: string) => deviceClientIn(text, 'iot:Connect')

it('reads the client as logs, options and programs name it', () => {
  const arn = 'arn:aws:iot:<region>:<account>:client/pump-7'
  expect(client("Connecting with client ID 'pump-7'...")).toBe(arn)
  expect(client('$ python3 pubsub.py --client_id pump-7 --topic x')).toBe(arn)
  expect(client('{clientId=pump-7, reasonCode=NOT_AUTHORIZED}')).toBe(arn)
  expect(client('--endpoint a1b2-ats.iot.eu-west-1.amazonaws.com --client_id pump-7')).toBe(
    'arn:aws:iot:eu-west-1:<account>:client/pump-7',
  )
})

it('a variable, two clients, or another action tell none', () => {
  expect(client('mqtt.connect(client_id=client_name)')).toBeNull()
  expect(client("client ID 'pump-7', then client ID 'pump-8'")).toBeNull()
  expect(deviceClientIn("client ID 'pump-7'", 'iot:Publish')).toBeNull()
})

// https://docs.aws.amazon.com/iot/latest/developerguide/connect-policy.html
it('a client that the certificate’s policy does not name is what is missing, and one that it names is not', () => {
  const told = (id: string) =>
    pastedCase(
      `Failed to connect to AWS IoT Core. {clientId=${id}, reasonCode=NOT_AUTHORIZED, reason=CONNACK:Client is not authenticated/authorized to send the message}`,
      { identity: policyText(allow('iot:Connect', 'arn:aws:iot:eu-west-1:111122223333:client/pump-7')) },
    ).answer.causes[0]
  expect(told('pump-7#2')).toMatchObject({ code: 'layer-lacks', layer: 'identity', speaksAgainst: [] })
  expect(told('pump-7')?.code).not.toBe('layer-lacks')
})

import { expect, test } from 'vitest'
import { createHeavyWork } from './heavy-work'
import type { FarReading } from './heavy-messages'

const SECRET = 'wJalrXUtnFEMIK7MDENGbPxRfiCYzzzzzzzzzkey'

const caseFile = (sid: string, names: number) =>
  JSON.stringify({
    version: 1,
    request: {
      principal: 'arn:aws:iam::111122223333:user/deploy',
      action: 's3:PutObject',
      resource: 'arn:aws:s3:::bucket/key',
      context: {},
    },
    policies: {
      identity: [
        {
          name: 'keys',
          document: {
            Version: '2012-10-17',
            Statement: Array.from({ length: names }, (_, at) => ({
              Sid: `${sid}${at}`,
              Effect: 'Allow',
              Action: 's3:*',
              Resource: `arn:aws:s3:::bucket-${at}/*`,
            })),
          },
        },
      ],
    },
  })

const readFar = async (text: string): Promise<FarReading> =>
  (await createHeavyWork()({ kind: 'read', ask: { text, readers: null } })) as FarReading

test('what a long case file holds was looked through where it was read: the page need not do it again', async () => {
  const { reading, looked } = await readFar(caseFile('Statement', 200))
  const [policy] = reading.caseDraft?.layers.identity.policies ?? []
  expect(policy?.text.length).toBeGreaterThan(10_000)
  expect(looked.get(policy?.text ?? '')).toBe(policy?.text)
})

test('a text in which a secret was is known only as it stands without it', async () => {
  const { reading, looked } = await readFar(caseFile(`aws_secret_access_key = ${SECRET} `, 20))
  expect(JSON.stringify(reading)).not.toContain(SECRET)
  expect([...looked].filter((pair) => pair.join(' ').includes(SECRET))).toEqual([])
})

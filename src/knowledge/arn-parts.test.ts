import { describe, expect, it } from 'vitest'
import { meantBy, partsMeant, partsOfThing } from './arn-parts'
import { ARN_TRAPS } from './arn-traps'

const BUCKET = 'arn:aws:s3:::photos'
const TABLE = 'arn:aws:dynamodb:eu-west-1:111122223333:table/orders'

describe('a statement that names a thing, for an action on its parts', () => {
  it.each([
    [[BUCKET], `${BUCKET}/a.png`, [`${BUCKET}/*`]],
    [[BUCKET, 'arn:aws:s3:::raw'], `${BUCKET}/a.png`, [`${BUCKET}/*`, 'arn:aws:s3:::raw/*']],
    [[TABLE], `${TABLE}/index/by-day`, [`${TABLE}/index/*`]],
  ])('means all of them: %j', (written, asked, meant) => {
    expect([...partsMeant(written, asked).values()]).toEqual(meant)
  })

  it.each([
    [[BUCKET, `${BUCKET}/in/*`], `${BUCKET}/out/a.png`],
    [[BUCKET, `${BUCKET}/\${aws:username}/*`], `${BUCKET}/ann/a.png`],
    [[BUCKET], 'arn:aws:s3:::other/a.png'],
    [[`${BUCKET}/*`], BUCKET],
  ])('means those that it names, or another thing: %j for %s', (written, asked) => {
    expect(partsMeant(written, asked).size).toBe(0)
  })

  it('knows the parts of a thing by its ARN', () => {
    expect(partsOfThing(BUCKET)).toContain(`${BUCKET}/*`)
    expect(partsOfThing(`${BUCKET}/a.png`)).not.toContain(`${BUCKET}/a.png/*`)
  })
})

// https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html
describe('a secret that a policy names with the end of its ARN', () => {
  const meant = (end: string) =>
    meantBy(
      ARN_TRAPS['secret-asked-without-suffix'],
      `arn:aws:secretsmanager:eu-west-1:111122223333:secret:till/key${end}`,
    )

  it.each(['-??????', '-*', '-Ab3dE9'])('was perhaps asked for without it: %s', (end) =>
    expect(meant(end)).toBe('secretsmanager:secret:till/key'),
  )

  it.each(['', '*', '/*-??????'])('is not one secret, or has no such end: %j', (end) => expect(meant(end)).toBeNull())
})

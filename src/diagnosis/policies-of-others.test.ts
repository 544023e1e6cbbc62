import { describe, expect, it } from 'vitest'
import { plainText } from '../text/phrase'
import { diagnoseWith } from './diagnose-with'
import { draftOfTexts } from './draft-of-texts'
import { WHOLE_HELP } from '../explanation/explain'

const TABLE = 'arn:aws:dynamodb:eu-west-1:111122223333:table/stock'
const CALLER = 'arn:aws:sts::111122223333:assumed-role/stock-launcher/run'

const denied = (ending = ' because no identity-based policy allows the dynamodb:PutItem action') =>
  `User: ${CALLER} is not authorized to perform: dynamodb:PutItem on resource: ${TABLE}${ending}`

const allows = (...actions: readonly string[]) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: actions, Resource: '*' }] }, null, 2)

/** A reference that knows one policy of AWS's. */
const NAMED = {
  managedPolicy: () => ({
    name: 'AmazonDynamoDBFullAccess',
    arn: 'arn:aws:iam::aws:policy/AmazonDynamoDBFullAccess',
    document: JSON.parse(allows('dynamodb:*')) as unknown,
  }),
} as unknown as NonNullable<Parameters<typeof draftOfTexts>[1]>

async function answerOf(paste: string, policies: Readonly<Record<string, string>> = {}) {
  const texts = Object.entries(policies).map(([name, text]) => ({ name, text, layer: null }))
  const { draft } = await draftOfTexts([{ name: 'error', text: paste, layer: null }, ...texts])
  const { explanation, evaluation } = diagnoseWith(draft, WHOLE_HELP)
  const answer = explanation!.answer
  return {
    answer,
    codes: answer.causes.map(({ code }) => code),
    notes: answer.notes.map(plainText).join(' '),
    identity: evaluation!.layers.find(({ layer }) => layer === 'identity')!.status,
  }
}

describe('a policy that is called after another role of the text', () => {
  const beside = '\ntaskRoleArn = stock-worker'

  it.each([
    ['the name of the role', 'stock-worker'],
    ['the name of the role, and what it is', 'stock-worker-policy'],
    ['the file it is in', 'role stock-worker.json'],
  ])('is not the caller’s: %s', async (_, name) => {
    const { answer, codes, identity } = await answerOf(denied() + beside, { [name]: allows('dynamodb:PutItem') })
    expect(identity).toBe('notGiven')
    expect(codes[0]).toBe('policy-of-another')
    expect(answer).toMatchObject({ basis: 'claimed', layer: 'identity', decision: 'implicitDeny' })
  })

  it.each([
    ['the caller', 'stock-launcher'],
    ['nobody', 'write-stock'],
    ['a part of the name of another', 'stock'],
  ])('is counted where its name is of %s', async (_, name) => {
    const { identity } = await answerOf(denied() + beside, { [name]: allows('dynamodb:PutItem') })
    expect(identity).toBe('allows')
  })

  it('is counted where no other role is spoken of', async () => {
    const { identity } = await answerOf(denied(), { 'stock-worker': allows('dynamodb:PutItem') })
    expect(identity).toBe('allows')
  })

  it('is told as not counted where it would not allow either', async () => {
    const { notes, identity } = await answerOf(denied() + beside, { 'stock-worker': allows('dynamodb:Query') })
    expect(identity).toBe('notGiven')
    expect(notes).toContain('stock-worker isn’t counted')
  })

  it('is known by the line above it', async () => {
    const of = (label: string) => answerOf(`${denied()}${beside}\n\n${label}:\n${allows('dynamodb:PutItem')}`)
    expect((await of('stock-worker')).codes[0]).toBe('policy-of-another')
    expect((await of('stock-launcher')).identity).toBe('allows')
  })
})

describe('a policy of AWS’s, whatever words stand before its name', () => {
  const said = denied(' with an explicit deny in an identity-based policy')
  const none = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Deny', NotAction: 's3:*', Resource: '*' }],
  })

  it('is counted: its name is nobody’s', async () => {
    const { notes, identity } = await answerOf(`${said}\nI gave the role AmazonDynamoDBFullAccess an hour ago`, {
      guard: none,
      AmazonDynamoDBFullAccess: allows('dynamodb:*'),
    })
    expect(identity).toBe('explicitDeny')
    expect(notes).not.toContain('isn’t counted')
  })

  it('that is called after another role of the text is not counted', async () => {
    const { notes } = await answerOf(`${said}\nI gave the role stock-worker an hour ago`, {
      guard: none,
      'stock-worker': allows('dynamodb:*'),
    })
    expect(notes).toContain('isn’t counted')
  })
})

describe('a policy whose name tells whose it is', () => {
  const refused = `An error occurred (AccessDenied) when calling the PutItem operation: Access Denied\n$ aws dynamodb put-item --table-name stock`
  const printed = `$ aws sts get-caller-identity\n${CALLER}\n${refused}`

  it('is of another account than the caller', async () => {
    const { codes, identity } = await answerOf(printed, { 'runner (444455556666)': allows('dynamodb:PutItem') })
    expect([identity, codes[0]]).toEqual(['notGiven', 'called-by-another'])
    const own = await answerOf(printed, { 'runner (111122223333)': allows('dynamodb:PutItem') })
    expect(own.identity).toBe('allows')
  })

  it('is another role’s beside one that is called after the caller', async () => {
    const both = { 'stock-launcher': allows('dynamodb:Query'), 'role stock-other': allows('dynamodb:PutItem') }
    expect((await answerOf(denied(), both)).identity).toBe('implicitDeny')
    const { identity } = await answerOf(denied(), { ...both, 'stock-launcher': allows('dynamodb:PutItem') })
    expect(identity).toBe('allows')
  })

  it('is of the role that stands in the caller’s place', async () => {
    const places = (job: string, exec: string) => `\nexecutionRoleArn = ${exec}\njobRoleArn = ${job}`
    const caller = denied().replaceAll('stock-launcher', 'stock-job')
    const policies = { 'stock-exec': allows('dynamodb:PutItem') }
    const { codes, answer } = await answerOf(caller + places('stock-exec', 'stock-job'), policies)
    expect(codes[0]).toBe('roles-exchanged')
    expect(plainText(answer.headline)).toContain('each other’s place')
    const right = await answerOf(caller + places('stock-job', 'stock-exec'), policies)
    expect(right.codes[0]).toBe('policy-of-another')
    expect(plainText(right.answer.causes[0]!.remedy)).toContain('Allow dynamodb:PutItem in stock-job')
  })
})

describe('policies of which one allows what AWS says that none does', () => {
  const two = { me: allows('*'), 'launcher-rights': allows('dynamodb:Query') }

  it('are judged without it, and prove nothing of whose the others are', async () => {
    const { answer, notes, identity } = await answerOf(denied(), two)
    expect(identity).toBe('implicitDeny')
    expect(answer).toMatchObject({ basis: 'claimed', layer: 'identity', decision: 'implicitDeny' })
    expect(plainText(answer.fact!.sentence)).toContain('launcher-rights')
    expect(answer.causes.every(({ basis }) => basis !== 'proven')).toBe(true)
    expect(notes).toContain('me isn’t counted')
  })

  it.each([
    ['AWS names no layer', denied(''), two],
    [
      'the one that allows is named as AWS’s own',
      denied(),
      { AdministratorAccess: allows('*'), 'launcher-rights': allows('dynamodb:Query') },
    ],
    ['all of them allow', denied(), { ...two, 'launcher-rights': allows('dynamodb:*') }],
    [
      'the other one only denies',
      denied(),
      { me: allows('*'), guard: allows('dynamodb:DeleteTable').replace('Allow', 'Deny') },
    ],
  ])('are all counted where %s', async (_, paste, policies) => {
    const { notes, identity } = await answerOf(paste, policies)
    expect(identity).toBe('allows')
    expect(notes).not.toContain('isn’t counted')
  })

  it('are judged without one that denies it: AWS would have said so', async () => {
    const statements = [allows('s3:*'), allows('dynamodb:*').replace('Allow', 'Deny')].flatMap(
      (text) => (JSON.parse(text) as { Statement: readonly unknown[] }).Statement,
    )
    const guests = { guests: JSON.stringify({ Version: '2012-10-17', Statement: statements }) }
    const { answer, notes } = await answerOf(denied(), { ...guests, 'launcher-rights': allows('dynamodb:Query') })
    expect(answer).toMatchObject({ basis: 'claimed', layer: 'identity', decision: 'implicitDeny' })
    expect(notes).toContain('guests isn’t counted: it denies')
    const said = denied(' with an explicit deny in an identity-based policy')
    const own = await answerOf(said, { ...guests, 'launcher-rights': allows('dynamodb:Query') })
    expect(own.identity).toBe('explicitDeny')
  })

  it('is no word against AWS’s, where the text has no more than its name', async () => {
    const { draft } = await draftOfTexts(
      [{ name: 'error', text: `${denied()}\n\nAmazonDynamoDBFullAccess is attached`, layer: null }],
      NAMED,
    )
    const { explanation, evaluation } = diagnoseWith(draft, WHOLE_HELP)
    const { basis, layer, notes } = explanation!.answer
    expect(evaluation!.layers.find((one) => one.layer === 'identity')!.status).toBe('notGiven')
    expect([basis, layer]).toEqual(['claimed', 'identity'])
    expect(notes.map(plainText).join(' ')).toContain('its newest version allows')
  })

  it('are all counted where they were printed as the role’s own', async () => {
    const printed = (name: string, action: string) =>
      `{ "RoleName": "stock-launcher", "PolicyName": "${name}", "PolicyDocument": ${allows(action)} }`
    const { identity } = await answerOf([denied(), printed('a', '*'), printed('b', 'dynamodb:Query')].join('\n\n'))
    expect(identity).toBe('allows')
  })
})

describe('a permissions boundary', () => {
  const guard = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Deny', Action: 'dynamodb:*', Resource: '*' }],
  })
  const boundaryOf = async (paste: string, name: string, text: string) => {
    const policies = [
      { name, text, layer: 'boundary' as const },
      { name: 'launch-rights', text: allows('dynamodb:Query'), layer: 'identity' as const },
    ]
    const { draft } = await draftOfTexts([{ name: 'error', text: paste, layer: null }, ...policies])
    const { explanation, evaluation } = diagnoseWith(draft, WHOLE_HELP)
    const { basis, layer, notes } = explanation!.answer
    return {
      told: [basis, layer],
      notes: notes.map(plainText).join(' '),
      boundary: evaluation!.layers.find((one) => one.layer === 'boundary')!.status,
    }
  }

  it.each(['edge (the boundary that PackerRole has)', 'boundary of the role packer-role', 'edge, set on PackerRole'])(
    'of which its name says that another role has it is not the caller’s: %s',
    async (name) => {
      const { boundary, notes } = await boundaryOf(denied(''), name, guard)
      expect(boundary).toBe('notGiven')
      expect(notes).toContain('isn’t counted')
    },
  )

  it.each(['edge', 'edge of the stock team', 'boundary of stock-launcher', 'boundary of the role launcher'])(
    'is counted where its name says it of nobody else: %s',
    async (name) => {
      expect((await boundaryOf(denied(''), name, guard)).boundary).toBe('explicitDeny')
    },
  )

  it('that denies is not the caller’s where AWS says that nothing allowed: it names a Deny first', async () => {
    const { boundary, told, notes } = await boundaryOf(denied(), 'edge', guard)
    expect(boundary).toBe('notGiven')
    expect(told[1]).toBe('identity')
    expect(notes).toContain('with an explicit deny')
  })

  it('that only does not allow is counted: AWS names one of the layers that lack an Allow', async () => {
    expect((await boundaryOf(denied(), 'edge', allows('s3:*'))).boundary).toBe('implicitDeny')
  })
})

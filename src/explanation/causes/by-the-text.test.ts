import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AccessCase, CasePolicies } from '../../case/access-case'
import { parseDenials } from '../../denial/parse-denials'
import { evaluate } from '../../evaluation/evaluate'
import { PREMISES } from '../../knowledge/premises'
import { SHOWN_FACTS } from '../../knowledge/shown-facts'
import { plainText } from '../../text/phrase'
import { explain } from '../explain'

const BARE = 'An error occurred (AccessDenied) when calling the GetObject operation: Access Denied'
const OBJECT = 'arn:aws:s3:::depot/in/a.csv'

/** The answer to a text, with policies beside it. */
function answerOf(error: string, policies: CasePolicies = {}, resource = OBJECT) {
  const denial = parseDenials(error)[0]!
  const accessCase: AccessCase = {
    version: 1,
    error,
    request: {
      principal: denial.principal ?? '',
      action: denial.action ?? denial.inferred.action ?? '',
      resource: denial.resource ?? resource,
    },
    policies: { otherLayers: 'unknown', ...policies },
  }
  return explain({ evaluation: evaluate(accessCase), accessCase, denial, error: denial }).answer
}

type Found = ReturnType<typeof answerOf>

const refuted = ({ causes }: Found) => causes.filter(({ isRefuted }) => isRefuted)
const codesOf = (causes: Found['causes']) => causes.map(({ code }) => code)

const ALLOW_LIST = {
  identity: [
    {
      name: 'p',
      document: { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: 's3:ListBucket', Resource: '*' } },
    },
  ],
}

describe('what the text shows, beside what a table says', () => {
  it('refutes a missing Allow of a caller who is an administrator, and says so in the text’s words', () => {
    const told = answerOf(`${BARE}\nI am AdministratorAccess in this account.`)
    expect(told.layer).not.toBe('identity')
    expect(told.causes[0]!.isRefuted).toBe(false)
    const [last] = refuted(told)
    expect(last!.layer).toBe('identity')
    expect(last!.speaksAgainst.map(plainText).join(' ')).toContain('I am AdministratorAccess in this account')
    expect([last!.check, last!.remedy]).toEqual([null, []])
  })

  it('takes callers who may do everything and are refused alike for a limit above them, and one of them for none', () => {
    const trail = 'An error occurred (AccessDenied) when calling the CreateTrail operation: Access Denied'
    const told = answerOf(`${trail}\nBoth of us are account admins, both fail.`, {}, '')
    expect([told.basis, told.layer, told.decision]).toEqual(['likely', 'scp', 'explicitDeny'])
    expect(answerOf(`${trail}\nBoth of us read the docs, both fail.`, {}, '').layer).toBe('identity')
  })

  it('takes what works as an administrator from elsewhere for a missing Allow of the caller, and for no check that nothing shows', () => {
    const told = answerOf(`${BARE}\nIt works from my laptop with my admin profile, but fails in the task.`)
    expect(told.layer).toBe('identity')
    expect(told.causes[0]!.code).toBe('layer-not-given')
  })

  it('takes what is refused after some time for something that has ended, and no policy', () => {
    const told = answerOf(`${BARE}\nFor the first hour it works, then each read fails until we restart it.`)
    expect([told.layer, told.causes[0]!.code]).toEqual(['none', 'taken-once-and-ended'])
    expect(answerOf(`${BARE}\nIt ran for an hour, then the read failed.`).layer).toBe('identity')
  })

  it('names the contradiction where what usually denies is ruled out, and where to look instead', () => {
    const told = answerOf(`${BARE}\nFrom my laptop the same keys work.`)
    expect(told.basis).toBe('open')
    expect(plainText(told.headline)).toBe('Your text rules out what usually denies s3:GetObject.')
    expect(plainText(told.fact!.sentence)).toContain('From my laptop the same keys work')
    expect(plainText(told.fact!.sentence)).toContain('VPC endpoint')
    // What does not work elsewhere either rules out nothing.
    const same = answerOf(`${BARE}\nFrom my laptop the same keys do not work either.`)
    expect(codesOf(refuted(same))).toEqual([])
  })

  it('leaves what another action of the call needs, where the request’s own is shown to be let through', () => {
    const told = answerOf(
      'An error occurred (AccessDenied) when calling the UploadPart operation: Access Denied\nThe bucket is encrypted with a KMS key. Small files work.',
    )
    expect(refuted(told).map(({ layer }) => layer)).toContain('identity')
    expect(codesOf(refuted(told))).not.toContain('s3-part-with-kms')
  })

  it('says nothing of policies that are given: those are judged', () => {
    const told = answerOf(`${BARE}\nI am AdministratorAccess in this account.`, ALLOW_LIST)
    expect(told.layer).toBe('identity')
  })

  it('says nothing against AWS’s own words but beside them', () => {
    const user = 'arn:aws:iam::111122223333:user/jo'
    const claim = `User: ${user} is not authorized to perform: s3:GetObject on resource: ${OBJECT} because no identity-based policy allows the s3:GetObject action`
    const told = answerOf(`${claim}\nI am AdministratorAccess.`)
    expect([told.basis, told.layer]).toEqual(['claimed', 'identity'])
    expect(told.notes.map(plainText).join(' ')).toContain('AWS checked otherwise')
    expect(answerOf(claim).notes.map(plainText).join(' ')).not.toContain('AWS checked otherwise')
  })

  it('answers the question whether an object exists', () => {
    expect(answerOf(BARE).question).toBeTruthy()
    const told = answerOf(`${BARE}\n$ aws s3 ls s3://depot/in/\n2026-01-01 10:00:00      1234 a.csv`)
    expect(told.question).toBeFalsy()
    expect(codesOf(told.causes.filter(({ isRefuted }) => !isRefuted))).not.toContain('s3-key-that-does-not-exist')
  })

  it('refutes a key where nothing is encrypted with one, also beside policies that lack its use', () => {
    const isOfKey = ({ code }: { readonly code: string }) => code === 's3-read-with-kms'
    const unsaid = answerOf(BARE, ALLOW_LIST).causes.find(isOfKey)
    const said = answerOf(`${BARE}\nThe objects are SSE-S3, no KMS.`, ALLOW_LIST).causes.find(isOfKey)
    expect(unsaid?.isRefuted).not.toBe(true)
    expect(said?.isRefuted).not.toBe(false)
  })

  it('names no layer as one that may deny, of which the text says that there is none', () => {
    const user = 'arn:aws:iam::111122223333:user/jo'
    const denied = `User: ${user} is not authorized to perform: sqs:SendMessage on resource: arn:aws:sqs:eu-west-1:111122223333:q`
    const wordsOf = (text: string) =>
      answerOf(text)
        .causes.filter(({ code }) => code === 'deny-elsewhere')
        .map(({ sentence }) => plainText(sentence))
        .join(' ')
    expect(wordsOf(denied)).toContain('the SCPs')
    expect(wordsOf(`${denied}\nThere are no SCPs in this account.`)).not.toContain('the SCPs')
  })

  it('asks for no command again whose output it has', () => {
    const asks = ({ causes }: Found) => causes.map(({ check }) => check?.command?.bash ?? '').join('\n')
    const command = 'aws s3api get-bucket-ownership-controls --bucket depot'
    expect(asks(answerOf(BARE))).toContain(command)
    expect(asks(answerOf(`${BARE}\n$ ${command}`))).toContain(command)
    const printed = `$ ${command}\n{ "OwnershipControls": { "Rules": [{ "ObjectOwnership": "ObjectWriter" }] } }`
    expect(asks(answerOf(`${BARE}\n${printed}`))).not.toContain(command)
    expect(asks(answerOf(`${BARE}\n${printed.replace('depot', 'other')}`))).toContain(command)
  })
})

describe('the facts and what they settle', () => {
  it('each fact that a text can show settles something', () => {
    const used = new Set(
      Object.values(PREMISES).flatMap(({ refutedBy, weakenedBy, shownBy }) => [
        ...refutedBy,
        ...weakenedBy,
        ...shownBy,
      ]),
    )
    expect(Object.keys(SHOWN_FACTS).filter((id) => !used.has(id as keyof typeof SHOWN_FACTS))).toEqual([])
  })

  const SAID = [
    'I am AdministratorAccess',
    'There are no SCPs.',
    'no permissions boundary here',
    'The file exists.',
    'No KMS, SSE-S3',
    'There is no bucket policy.',
    'We have no VPC endpoints.',
    'both are in the same account',
    'It works for another user.',
    'ACLs are disabled',
    'A partner uploads the files',
  ]
  const DENIED = [
    BARE,
    'An error occurred (AccessDenied) when calling the PutObject operation: Access Denied',
    'An error occurred (403) when calling the HeadObject operation: Forbidden',
    'User: arn:aws:iam::111122223333:user/jo is not authorized to perform: sqs:SendMessage on resource: arn:aws:sqs:eu-west-1:111122223333:q',
    'User: arn:aws:iam::111122223333:user/jo is not authorized to perform: kms:Decrypt on resource: arn:aws:kms:eu-west-1:111122223333:key/1',
  ]

  it('let no cause be the headline that they refute', () => {
    fc.assert(
      fc.property(fc.constantFrom(...DENIED), fc.subarray(SAID), (error, said) => {
        const { causes, basis } = answerOf([error, ...said].join('\n'))
        if (basis !== 'open' && causes[0] !== undefined) expect(causes[0].isRefuted).toBe(false)
      }),
      { numRuns: 20 },
    )
  })
})

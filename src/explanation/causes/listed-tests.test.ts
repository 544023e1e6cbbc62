import { describe, expect, it } from 'vitest'
import { pastedCase } from '../../testing/pasted-case'
import { plainText } from '../../text/phrase'
import { answerInstructions } from '../fixes/instructions'

const decoded = (tested: object, carried: readonly (readonly [string, string])[]): string =>
  JSON.stringify({
    allowed: false,
    explicitDeny: true,
    matchedStatements: {
      items: [
        {
          statementId: 'Tagged',
          effect: 'DENY',
          actions: { items: [{ value: 'ec2:RunInstances' }] },
          conditions: {
            items: Object.entries(tested).map(([key, value]) => ({ key, values: { items: [{ value }] } })),
          },
        },
      ],
    },
    context: {
      principal: { arn: 'arn:aws:sts::111122223333:assumed-role/nodes/1' },
      action: 'ec2:RunInstances',
      resource: 'arn:aws:ec2:eu-west-1:111122223333:volume/*',
      conditions: { items: carried.map(([key, value]) => ({ key, values: { items: [{ value }] } })) },
    },
  })

const told = (text: string) => {
  const { judged, answer } = pastedCase(text)
  return {
    fact: plainText(answer.fact?.sentence ?? []),
    does: answerInstructions(judged, answer).map(({ sentence }) => plainText(sentence)),
  }
}

describe('a Deny that a decoded message lists, whose policy nobody pasted', () => {
  it('asks for a tag that the request did not carry', () => {
    const { fact, does } = told(decoded({ 'aws:RequestTag/team': 'true' }, [['ec2:Encrypted', 'true']]))
    expect(fact).toContain('The request carried no aws:RequestTag/team.')
    expect(does).toEqual(['In the call, set the tag team.'])
  })

  it('asks for one of its values where the request carried another', () => {
    const { fact, does } = told(decoded({ 'aws:RequestTag/team': 'pay' }, [['aws:RequestTag/team', 'shop']]))
    expect(fact).toContain('The request carried shop as aws:RequestTag/team.')
    expect(does).toEqual(['In the call, set the tag team to pay.'])
  })

  it('says nothing of what the request carried where the message does not show it', () => {
    const { fact, does } = told(decoded({ 'aws:RequestTag/team': 'true' }, []))
    expect(fact).not.toContain('The request carried')
    expect(does).toEqual([])
  })
})

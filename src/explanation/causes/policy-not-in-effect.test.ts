import { describe, expect, it } from 'vitest'
import { plainText } from '../../text/phrase'
import { evaluate } from '../../evaluation/evaluate'
import { explain } from '../explain'
import { pastedCase } from '../../testing/pasted-case'

const allowing = (action: string): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: action, Resource: '*' }] })

const denied = (who: string, action: string, on: string, layer = 'identity-based'): string =>
  `User: arn:aws:${who} is not authorized to perform: ${action} on resource: ${on} because no ${layer} policy allows the ${action} action`

const KIM = denied('iam::111122223333:user/kim', 'sns:Publish', 'arn:aws:sns:eu-west-1:111122223333:ops')
const ROLE = denied('sts::111122223333:assumed-role/img/run', 's3:PutObject', 'arn:aws:s3:::thumbs/a')

/** The first cause of a paste with a policy of a name. */
function first(paste: string, name: string, action: string) {
  const { judged } = pastedCase(paste)
  const accessCase = { ...judged.accessCase, policies: { identity: [{ name, document: allowing(action) }] } }
  const [cause] = explain({ ...judged, accessCase, evaluation: evaluate(accessCase) }).answer.causes
  return { code: cause?.code, says: plainText(cause?.sentence ?? []), run: cause?.run?.bash ?? '' }
}

describe('a policy that allows the request and isn’t in effect for the caller', () => {
  it('is one of a group that the caller isn’t in, by the list of its groups or of the group’s users', () => {
    const groups = `${KIM}\n$ aws iam list-groups-for-user --user-name kim --query 'Groups[].GroupName'\n[ "Billing" ]`
    expect(first(groups, 'policy of the group Ops', 'sns:Publish')).toMatchObject({
      code: 'policy-not-in-effect',
      run: 'aws iam add-user-to-group --group-name Ops --user-name kim',
    })
    const users = `${KIM}\n$ aws iam get-group --group-name Ops --query 'Users[].UserName'\n[ "tom" ]`
    expect(first(users, 'policy of the group Ops', 'sns:Publish').code).toBe('policy-not-in-effect')
    const member = groups.replace('Billing', 'Ops')
    expect(first(member, 'policy of the group Ops', 'sns:Publish').code).not.toBe('policy-not-in-effect')
  })

  it('is one that the list of the role’s policies doesn’t have', () => {
    const list = (names: string) =>
      `${ROLE}\n$ aws iam list-attached-role-policies --role-name img --query 'AttachedPolicies[].PolicyName'\n${names}`
    expect(first(list('[ "thumbs-read" ]'), 'policy thumbs-write', 's3:PutObject')).toMatchObject({
      code: 'policy-not-in-effect',
      run: 'aws iam attach-role-policy --role-name img --policy-arn arn:aws:iam::111122223333:policy/thumbs-write',
    })
    expect(first(list('[ "thumbs-write" ]'), 'policy thumbs-write', 's3:PutObject').code).not.toBe(
      'policy-not-in-effect',
    )
    const ofOther = list('[ "thumbs-read" ]').replace('--role-name img', '--role-name other')
    expect(first(ofOther, 'policy thumbs-write', 's3:PutObject').code).not.toBe('policy-not-in-effect')
  })

  it('is attached to another, or another version of it is in effect', () => {
    const holders = `${KIM}\n$ aws iam list-entities-for-policy --policy-arn arn:aws:iam::111122223333:policy/say\n{ "PolicyUsers": [ { "UserName": "kimberly" } ] }`
    expect(first(holders, 'policy say', 'sns:Publish').says).toContain('attached to kimberly')
    const version = `${KIM}\n$ aws iam get-policy --policy-arn arn:aws:iam::111122223333:policy/say --query Policy.DefaultVersionId\n"v2"\nI pasted v5`
    expect(first(version, 'policy say', 'sns:Publish').run).toContain('--version-id v5')
    expect(first(version.replace('"v2"', '"v5"'), 'policy say', 'sns:Publish').code).not.toBe('policy-not-in-effect')
  })

  it('is no cause where AWS names another layer', () => {
    const scp = denied(
      'iam::111122223333:user/kim',
      'sns:Publish',
      'arn:aws:sns:eu-west-1:111122223333:ops',
      'service control',
    )
    const groups = `${scp}\n$ aws iam list-groups-for-user --user-name kim --query 'Groups[].GroupName'\n[ "Billing" ]`
    expect(first(groups, 'policy of the group Ops', 'sns:Publish').code).not.toBe('policy-not-in-effect')
  })
})

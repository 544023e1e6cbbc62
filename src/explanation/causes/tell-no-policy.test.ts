import { describe, expect, it } from 'vitest'
import { plainText } from '../../text/phrase'
import others from '../../facts/situations/vectors/others.json'
import { SITUATION_ROWS as ROWS } from '../../facts/situations/situations'
import type { SituationShape } from '../../facts/situations/situation-row'
import { pastedCase } from '../../testing/pasted-case'

const SPEAKERS = new Map<string, string | undefined>(
  (ROWS as readonly (readonly [string, SituationShape])[]).map(([id, row]) => [id, row.speaker]),
)

const noPolicyOf = (paste: string) => pastedCase(paste).answer.noPolicy

const PAYS =
  'An error occurred (AccessDenied) when calling the GetObject operation: Bucket is requester pays bucket but the request has no x-amz-request-payer header'

describe('an error that no policy decides', () => {
  it('is said whole: what it means, what to do, where it stands in the text and its page', () => {
    const said = noPolicyOf(PAYS)
    expect(said).toMatchObject({ situation: 'requester-pays', speaker: 'aws', details: [], call: null, check: null })
    expect(plainText(said?.means ?? [])).toContain('until a request accepts the cost')
    expect(PAYS.slice(...(said?.quote ?? [0, 0]))).toContain('requester pays')
    expect(said?.changes[0]?.commands[0]?.bash).toBe('--request-payer requester')
  })

  it.each(others.filter(({ id }) => SPEAKERS.get(id) !== undefined))(
    '$id is never called what AWS’s message says: another program says it',
    ({ fires }) => expect(plainText(pastedCase(fires).answer.said ?? [])).not.toContain('AWS’s message'),
  )

  // A parameter that is not there is told only to who may read it.
  it('is what the CDK says last, and not that it went on without roles that are not there', () => {
    const role = 'arn:aws:iam::111122223333:role/cdk-hnb659fds-deploy-role-111122223333-ap-south-1'
    const went = `current credentials could not be used to assume '${role}', but are for the right account. Proceeding anyway.`
    const missing =
      'Deployment failed: SSM parameter /cdk-bootstrap/hnb659fds/version not found.\nin us-east-1 it works'
    const said = noPolicyOf(`${went}\n${missing}`)
    expect(said?.situation).toBe('cdk-not-bootstrapped')
    expect(said?.changes[0]?.commands[0]?.bash).toContain('/ap-south-1')
    expect(pastedCase(went).answer.layer).not.toBe('none')
  })

  it("marks the option in the caller's own command, and only where the option is not there", () => {
    const command = 'aws s3api get-object --bucket data --key a.csv a.csv'
    const call = noPolicyOf(`$ ${command}\n${PAYS}`)?.call
    expect(call).toMatchObject({ is: 'added', text: `${command} --request-payer requester` })
    expect(call?.text.slice(...(call.marked ?? []))).toBe('--request-payer requester')
    expect(noPolicyOf(`$ ${command} --request-payer requester\n${PAYS}`)?.call).toBeNull()
  })

  it('marks an option that is to be left out', () => {
    const command = 'aws s3api put-object --bucket data --key a.csv --acl public-read --body a.csv'
    const call = noPolicyOf(
      `$ ${command}\nAn error occurred (AccessControlListNotSupported) when calling the PutObject operation: The bucket does not allow ACLs`,
    )?.call
    expect(call?.is).toBe('left out')
    expect(call?.text.slice(...(call.marked ?? []))).toBe('--acl public-read')
  })

  it('computes what a signature shows', () =>
    expect(
      noPolicyOf(
        'An error occurred (SignatureDoesNotMatch) when calling the ListBuckets operation: Signature expired: 20261128T100000Z is now earlier than 20261128T103712Z (20261128T105212Z - 15 min.)',
      )?.details.map(({ value }) => plainText(value)),
    ).toContain('52 min 12 s behind, or the request waited that long'))

  it('tells the method that a URL was signed for from the one that was sent', () => {
    const detailsOf = (sent: string) =>
      noPolicyOf(
        `url = s3.generate_presigned_url('get_object', Params={'Bucket': 'data', 'Key': 'a'})\n${sent}\n<Error><Code>SignatureDoesNotMatch</Code><Message>The request signature we calculated does not match the signature you provided. Check your key and signing method.</Message></Error>`,
      )?.details.map(({ value }) => plainText(value))
    expect(detailsOf('curl -X PUT "$URL"')).toEqual(['GET: the URL works for this method only', 'PUT'])
    expect(detailsOf('curl -X GET "$URL"')).toEqual([])
  })

  it('names where a service grants its own permissions, and who speaks', () => {
    expect(noPolicyOf('Insufficient Lake Formation permission(s) on orders')?.grantedIn).toBe('Lake Formation')
    expect(
      noPolicyOf("googleapi: Error 403: Required 'compute.zones.get' permission for 'projects/p', forbidden"),
    ).toMatchObject({ speaker: 'other', grantedIn: 'Google Cloud' })
  })

  it.each([
    'An error occurred (AccessDenied) when calling the GetObject operation: Access Denied',
    'User: arn:aws:iam::111122223333:user/jo is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::data/a because no identity-based policy allows the s3:GetObject action',
    'AuthFailure.ServiceLinkedRoleCreationNotPermitted: The provided credentials do not have permission to create the service-linked role for EC2 Spot Instances.',
    '',
  ])('is not said where a policy decides, or nothing is said: %s', (paste) => expect(noPolicyOf(paste)).toBeUndefined())
})

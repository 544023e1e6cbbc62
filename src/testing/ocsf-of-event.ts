import { objectField, textField, flagField, type Fields } from '../text/fields'
import { own } from '../text/own'
import { secondsOf } from '../trail/scan/seconds'

/**
 * For tests: the record that Security Lake makes of an event of CloudTrail, in OCSF 1.1.
 * https://github.com/ocsf/examples/blob/main/mappings/markdown/AWS/v1.1.0/CloudTrail/API%20Activity/README.md
 */
export function ocsfOfEvent(event: Fields): Fields {
  const identity = objectField(event, 'userIdentity')
  const session = objectField(identity, 'sessionContext')
  const attributes = objectField(session, 'attributes')
  const address = textField(event, 'sourceIPAddress')
  const isAddress = /^[\d.:a-f]+$/i.test(address ?? '')
  const errorCode = textField(event, 'errorCode')
  const parameters = event.requestParameters
  const listed = Array.isArray(event.resources) ? (event.resources as Fields[]) : []
  const time = textField(event, 'eventTime') ?? ''
  const unmapped = ['recipientAccountId', 'readOnly', 'managementEvent'].flatMap((name) => {
    const value = own(event, name)
    return value === undefined ? [] : [[name, String(value)] as const]
  })
  return {
    class_uid: 6003,
    class_name: 'API Activity',
    category_uid: 6,
    severity_id: 1,
    time: secondsOf(time) * 1_000,
    time_dt: time,
    status: errorCode === null ? 'Success' : 'Failure',
    status_id: errorCode === null ? 1 : 2,
    metadata: {
      uid: textField(event, 'eventID'),
      version: '1.1.0',
      event_code: textField(event, 'eventType'),
      product: {
        name: 'CloudTrail',
        vendor_name: 'AWS',
        version: textField(event, 'eventVersion'),
        feature: { name: textField(event, 'eventCategory') },
      },
      profiles: ['cloud', 'datetime'],
    },
    cloud: { region: textField(event, 'awsRegion'), provider: 'AWS' },
    api: {
      operation: textField(event, 'eventName'),
      service: { name: textField(event, 'eventSource') },
      request: {
        uid: textField(event, 'requestID'),
        data: parameters === null || parameters === undefined ? null : JSON.stringify(parameters),
      },
      response: { error: errorCode, message: textField(event, 'errorMessage') },
    },
    actor: {
      user: {
        type: textField(identity, 'type'),
        name: textField(identity, 'userName'),
        uid: textField(identity, 'arn'),
        uid_alt: textField(identity, 'principalId'),
        account: { uid: textField(identity, 'accountId') },
      },
      session: {
        issuer: textField(objectField(session, 'sessionIssuer'), 'arn'),
        is_mfa: flagField(attributes, 'mfaAuthenticated'),
        created_time_dt: textField(attributes, 'creationDate'),
      },
      invoked_by: textField(identity, 'invokedBy'),
    },
    src_endpoint: {
      ip: isAddress ? address : null,
      domain: isAddress ? null : address,
      uid: textField(event, 'vpcEndpointId'),
    },
    http_request: { user_agent: textField(event, 'userAgent') },
    resources: listed.map((item) => ({
      uid: textField(item, 'ARN'),
      type: textField(item, 'type'),
      owner: { account: { uid: textField(item, 'accountId') } },
    })),
    unmapped: Object.fromEntries(unmapped),
  }
}

/** For tests: the columns of Security Lake's table, as DuckDB writes types. */
export const OCSF_COLUMNS: Readonly<Record<string, string>> = {
  class_uid: 'INTEGER',
  class_name: 'VARCHAR',
  category_uid: 'INTEGER',
  severity_id: 'INTEGER',
  time: 'BIGINT',
  time_dt: 'TIMESTAMP',
  status: 'VARCHAR',
  status_id: 'INTEGER',
  metadata:
    'STRUCT(uid VARCHAR, version VARCHAR, event_code VARCHAR, product STRUCT(name VARCHAR, vendor_name VARCHAR, version VARCHAR, feature STRUCT(name VARCHAR)), profiles VARCHAR[])',
  cloud: 'STRUCT(region VARCHAR, provider VARCHAR)',
  api: 'STRUCT(operation VARCHAR, service STRUCT(name VARCHAR), request STRUCT(uid VARCHAR, data VARCHAR), response STRUCT(error VARCHAR, message VARCHAR))',
  actor:
    'STRUCT("user" STRUCT(type VARCHAR, name VARCHAR, uid VARCHAR, uid_alt VARCHAR, account STRUCT(uid VARCHAR)), session STRUCT(issuer VARCHAR, is_mfa BOOLEAN, created_time_dt TIMESTAMP), invoked_by VARCHAR)',
  src_endpoint: 'STRUCT(ip VARCHAR, domain VARCHAR, uid VARCHAR)',
  http_request: 'STRUCT(user_agent VARCHAR)',
  resources: 'STRUCT(uid VARCHAR, type VARCHAR, owner STRUCT(account STRUCT(uid VARCHAR)))[]',
  unmapped: 'MAP(VARCHAR, VARCHAR)',
}

import { timeOf } from './scan/seconds'
import { objectField, isFields, textField, type Fields } from '../text/fields'
import { parsedJson } from '../text/parsed-json'

/** A time as a table or JSON writes it, to the second. */
function secondOf(object: Fields, name: string): string | null {
  const text = textField(object, name)
  return text === null ? null : `${text.slice(0, 19).replace(' ', 'T')}Z`
}

const isoOf = (object: Fields): string | null => {
  const text = secondOf(object, 'time_dt')
  if (text !== null) return text
  const millis = Number(Object.hasOwn(object, 'time') ? object.time : Number.NaN)
  return millis >= 0 && millis < 4e12 ? timeOf(Math.floor(millis / 1_000)) : null
}

const flag = (object: Fields, name: string): string | undefined => {
  const value = Object.hasOwn(object, name) ? object[name] : undefined
  return typeof value === 'boolean' ? String(value) : undefined
}

function parametersOf(request: Fields): unknown {
  const data = Object.hasOwn(request, 'data') ? request.data : null
  return typeof data === 'string' ? (parsedJson(data) ?? null) : data
}

function identityOf(actor: Fields): Fields {
  const user = objectField(actor, 'user')
  const session = objectField(actor, 'session')
  return {
    type: textField(user, 'type'),
    principalId: textField(user, 'uid_alt'),
    // the ARN had another place in the first versions
    arn: [textField(user, 'uid'), textField(user, 'uuid')].find((id) => id?.startsWith('arn:')) ?? null,
    accountId: textField(objectField(user, 'account'), 'uid') ?? textField(user, 'account_uid'),
    userName: textField(user, 'name'),
    invokedBy: textField(actor, 'invoked_by'),
    sessionContext: {
      sessionIssuer: { arn: textField(session, 'issuer') },
      attributes: { mfaAuthenticated: flag(session, 'is_mfa'), creationDate: secondOf(session, 'created_time_dt') },
    },
  }
}

/** Fields of an event that OCSF has no place for. */
const UNMAPPED = ['recipientAccountId', 'eventType', 'eventCategory', 'readOnly', 'managementEvent'] as const

/** What is kept as it was: of a map a table has texts, and JSON has what was there. */
function unmappedOf(object: Fields): Fields {
  const unmapped = objectField(object, 'unmapped')
  const kept = UNMAPPED.filter((name) => Object.hasOwn(unmapped, name)).map((name) => [name, unmapped[name]] as const)
  const isEncrypted = Object.keys(unmapped).some((name) => name === 'tlsDetails' || name.startsWith('tlsDetails.'))
  return { ...Object.fromEntries(kept), ...(isEncrypted ? { tlsDetails: {} } : {}) }
}

/**
 * The event of CloudTrail that a record of Security Lake (OCSF, API Activity) was made of, as far as it kept it:
 * https://schema.ocsf.io/classes/api_activity
 * https://github.com/ocsf/examples/tree/main/mappings/markdown/AWS
 */
export function eventOfOcsf(object: Fields): Fields {
  const api = objectField(object, 'api')
  const response = objectField(api, 'response')
  const endpoint = objectField(object, 'src_endpoint')
  const metadata = objectField(object, 'metadata')
  const unmapped = unmappedOf(object)
  const listed = Object.hasOwn(object, 'resources') && Array.isArray(object.resources) ? object.resources : []
  return {
    ...unmapped,
    eventVersion: '1.0',
    eventID: textField(metadata, 'uid'),
    eventTime: isoOf(object),
    eventName: textField(api, 'operation'),
    eventSource: textField(objectField(api, 'service'), 'name'),
    eventType: textField(metadata, 'event_code') ?? textField(unmapped, 'eventType'),
    eventCategory: categoryOf(metadata) ?? textField(unmapped, 'eventCategory'),
    awsRegion: textField(objectField(object, 'cloud'), 'region'),
    recipientAccountId:
      textField(unmapped, 'recipientAccountId') ??
      textField(objectField(objectField(object, 'cloud'), 'account'), 'uid'),
    sourceIPAddress: textField(endpoint, 'ip') ?? textField(endpoint, 'domain'),
    vpcEndpointId: textField(endpoint, 'uid'),
    userAgent: textField(objectField(object, 'http_request'), 'user_agent'),
    errorCode: textField(response, 'error'),
    errorMessage: textField(response, 'error_message') ?? textField(response, 'message'),
    userIdentity: identityOf(objectField(object, 'actor')),
    requestParameters: parametersOf(objectField(api, 'request')),
    resources: listed.filter(isFields).map((item) => ({
      ARN: textField(item, 'uid'),
      accountId: textField(objectField(objectField(item, 'owner'), 'account'), 'uid'),
    })),
  }
}

function categoryOf(metadata: Fields): string | null {
  const name = textField(objectField(objectField(metadata, 'product'), 'feature'), 'name')
  return name === null ? null : (/^\w+/.exec(name)?.[0] ?? null)
}

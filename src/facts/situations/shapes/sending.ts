import type { SituationShape } from '../situation-row'

/** What the services that send messages and mail, and those of desktops, say in words of their own. */
export const SENDING_SHAPES = {
  'number-opted-out': {
    decides: 'none',
    service: 'sms-voice',
    refused: 'caller',
    codes: ['OptedOut', 'OptedOutException'],
    says: [
      'DESTINATION_PHONE_NUMBER_OPTED_OUT',
      'phone number is opted out',
      'Phone number is opted out',
      'has opted out of receiving SMS',
    ],
  },
  'text-account-under-review': {
    decides: 'none',
    service: 'sms-voice',
    refused: 'caller',
    overrules: 'aws',
    near: ['sms', 'sendtextmessage', 'pinpoint', 'providerresponse', 'sendvoicemessage'],
    says: [
      'Your account requires additional review prior to being able to send SMS messages',
      'INSUFFICIENT_ACCOUNT_REPUTATION',
      'Reason="ACCOUNT_DISABLED"',
      'No quota left for account',
    ],
  },
  'text-destination-blocked': {
    decides: 'none',
    service: 'sms-voice',
    refused: 'caller',
    overrules: 'codes',
    near: ['sms', 'sendtextmessage', 'pinpoint', 'sendvoicemessage', 'sendmediamessage', 'reason='],
    says: [
      'DESTINATION_COUNTRY_BLOCKED',
      'DESTINATION_PHONE_NUMBER_BLOCKED_BY_PROTECT',
      'INTERNATIONAL_SENDING_NOT_SUPPORTED',
      'INVALID_IDENTITY_FOR_DESTINATION_COUNTRY',
      'SENDER_ID_REQUIRES_REGISTRATION',
      'SENDER_ID_NOT_REGISTERED',
      'DESTINATION_PHONE_NUMBER_NOT_VERIFIED',
      'NO_ORIGINATION_IDENTITIES_FOUND',
      'PRICE_OVER_THRESHOLD',
    ],
  },
  'desktop-directory-elsewhere': {
    decides: 'none',
    service: 'workspaces',
    refused: 'caller',
    codes: ['ResourceNotFound.Directory'],
    says: [
      'The specified directory could not be found in the specified region',
      'The specified directory * is not registered',
    ],
  },
  'text-not-delivered': {
    decides: 'none',
    service: 'sns',
    refused: 'caller',
    says: [
      'Blocked as spam by phone carrier',
      'Phone carrier has blocked this message',
      'Phone carrier is currently unreachable',
      'Destination is on a blocked list',
      'Phone has blocked SMS',
      'Phone is on a blocked list',
      'Phone is currently unreachable',
      'This delivery would exceed max price',
      'Unknown error attempting to reach phone',
    ],
  },
  'mail-quota-of-day': {
    decides: 'none',
    service: 'ses',
    refused: 'caller',
    says: [
      'Daily message quota exceeded',
      'Maximum sending rate exceeded',
      'Maximum SigV2 SMTP sending rate exceeded',
      'Daily sending quota exceeded',
    ],
  },
  'mail-set-up-missing': {
    decides: 'none',
    service: 'ses',
    refused: 'caller',
    codes: ['ConfigurationSetDoesNotExist', 'ConfigurationSetDoesNotExistException'],
    says: [
      'Configuration set {set} does not exist',
      'Mail FROM domain is not verified',
      'MAIL FROM domain * is not verified',
    ],
  },
  'desktop-sign-in-tags': {
    decides: 'none',
    service: 'workspaces',
    refused: 'app-user',
    speaker: 'client',
    near: ['workspaces', 'principaltag', 'saml'],
    says: ['Unable to validate tags'],
  },
} as const satisfies Readonly<Record<string, SituationShape>>

import type { RowSource } from '../iam/row-source'

interface UnsignedActions extends RowSource {
  readonly service: string
  /** Names of the actions, one space between them. */
  readonly actions: string
}

/** What people call before they have credentials, so that nothing of an IAM principal stands in the request. */
const UNSIGNED: readonly UnsignedActions[] = [
  {
    service: 'cognito-identity',
    actions: 'GetId GetOpenIdToken GetCredentialsForIdentity UnlinkIdentity',
    page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/security_iam_service-with-iam.html',
    confirmed: '2026-11-30',
  },
  {
    service: 'cognito-idp',
    actions: [
      'AssociateSoftwareToken ChangePassword ConfirmDevice ConfirmForgotPassword ConfirmSignUp DeleteUser',
      'DeleteUserAttributes ForgetDevice ForgotPassword GetDevice GetUser GetUserAttributeVerificationCode',
      'GlobalSignOut InitiateAuth ListDevices ResendConfirmationCode RespondToAuthChallenge RevokeToken',
      'SetUserMFAPreference SetUserSettings SignUp UpdateAuthEventFeedback UpdateDeviceStatus UpdateUserAttributes',
      'VerifySoftwareToken VerifyUserAttribute',
    ].join(' '),
    page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/security_iam_service-with-iam.html',
    confirmed: '2026-11-30',
  },
]

/** The names of the actions that a service takes without a signature; none of a service that takes every call signed. */
export const unsignedActions = (service: string): readonly string[] =>
  UNSIGNED.find((row) => row.service === service)?.actions.split(' ') ?? []

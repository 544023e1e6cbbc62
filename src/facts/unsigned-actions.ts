import type { RowSource } from '../iam/row-source'

/** Who makes a call that nobody signs: nobody whom AWS knows, or whoever a provider's token or assertion stands for. */
type UnsignedCaller = 'anonymous' | 'identityProvider'

interface UnsignedActions extends RowSource {
  readonly service: string
  readonly caller: UnsignedCaller
  /** Names of the actions, one space between them. */
  readonly actions: string
}

/** What people call before they have credentials, so that nothing of an IAM principal stands in the request. */
const UNSIGNED: readonly UnsignedActions[] = [
  {
    service: 'sts',
    caller: 'identityProvider',
    actions: 'AssumeRoleWithSAML AssumeRoleWithWebIdentity',
    page: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html',
    confirmed: '2026-11-30',
  },
  {
    service: 'cognito-identity',
    caller: 'anonymous',
    actions: 'GetId GetOpenIdToken GetCredentialsForIdentity UnlinkIdentity',
    page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/security_iam_service-with-iam.html',
    confirmed: '2026-11-30',
  },
  {
    service: 'cognito-idp',
    caller: 'anonymous',
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

const CALLERS: ReadonlyMap<string, UnsignedCaller> = new Map(
  UNSIGNED.flatMap(({ service, caller, actions }) =>
    actions.split(' ').map((name) => [`${service}:${name}`.toLowerCase(), caller] as const),
  ),
)

/** Who makes a call of an action, in lower case, where nobody signs it; null: it is signed. */
export const unsignedCaller = (lowerAction: string): UnsignedCaller | null => CALLERS.get(lowerAction) ?? null

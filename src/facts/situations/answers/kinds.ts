import type { SituationAnswer } from '../situation-row'
import { DECIDING_COMMANDS } from '../deciding-commands'
import type { KINDS_SHAPES } from '../shapes/kinds'

const COMMON_ERRORS = 'https://docs.aws.amazon.com/autoscaling/ec2/APIReference/CommonErrors.html'

/** What is said of kinds of errors that no policy decides. */
export const KINDS_ANSWERS = {
  'already-exists': {
    title: 'It already exists; no policy refused this.',
    titleOf: '{saidBy}: it already exists.',
    means:
      'Something of that name, or the same entry, is there already, or what was asked is done. Some names are unique beyond this account.',
    changes: [
      {
        says: 'Look at what is there. Then use it, wait until it is done, or choose another name.',
        page: 'https://docs.aws.amazon.com/cli/latest/userguide/cli-chap-troubleshooting.html',
        confirmed: 'unconfirmed',
      },
      {
        says: 'If a template or Terraform should manage what is there, import it.',
        page: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resource-import-new-stack.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'not-in-that-state': {
    title: 'Its current state doesn’t allow this; no policy refused it.',
    titleOf: '{saidBy}: the current state doesn’t allow this.',
    means:
      'It is in use, still being changed, stopped, protected, or in conflict with what is there. That stops everyone, whatever they’re allowed.',
    changes: [
      {
        says: 'Look at its state and at what uses it. Wait until a change is done, or stop, detach or empty it first. Then repeat the call.',
        page: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'not-enabled-here': {
    title: 'It isn’t enabled for this account or Region.',
    titleOf: '{saidBy}: not enabled for this account or Region.',
    means:
      'The service, a feature, a subscription or the Region has to be turned on first. Until then it answers everyone so; a permission doesn’t replace it.',
    check: DECIDING_COMMANDS.callerIdentity,
    changes: [
      {
        says: 'Check that this is the account and Region you mean. Then sign up for it or enable it there, or leave this account out.',
        page: COMMON_ERRORS,
        confirmed: '2026-12-01',
      },
    ],
  },
  'not-offered': {
    title: 'The service doesn’t support this here.',
    titleOf: '{saidBy}: this isn’t supported here.',
    means:
      'The operation, type, version or option isn’t offered in this Region, or for this kind of resource or account. No policy refused it.',
    changes: [
      {
        says: 'Choose a type, version or Region for which the service’s page says that it is supported.',
        page: 'https://docs.aws.amazon.com/general/latest/gr/aws-service-information.html',
        confirmed: 'unconfirmed',
      },
      {
        says: 'If you never asked for it, the tool adds it to its call: update the tool or its provider, or leave this Region out.',
        page: 'https://docs.aws.amazon.com/general/latest/gr/aws-service-information.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'setting-not-there': {
    title: 'The thing has no such setting; no policy refused this.',
    titleOf: '{saidBy}: the thing has no such setting.',
    means:
      'What was read or checked, for example a configuration or a policy of its own, isn’t set on it. The call was let in, else it would say that access is denied.',
    changes: [
      {
        says: 'If something requires the setting, put it there first, and let what requires it wait for that. Else take the error for “none”.',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'no-capacity': {
    title: 'There isn’t enough capacity for this right now.',
    titleOf: '{saidBy}: no capacity for this right now.',
    means:
      'The Availability Zone, subnet or cluster can’t take it at the moment. That is no quota, and no policy refused it.',
    changes: [
      {
        says: 'Try another Availability Zone or type, fewer or smaller ones, or the same again later. In a full subnet free some addresses, or use another subnet.',
        page: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/troubleshooting-launch.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'changed-meanwhile': {
    title: 'Something else changed it at the same time.',
    titleOf: '{saidBy}: something else changed it at the same time.',
    means:
      'Two calls change the same thing, the call names an older version, or it repeats a client token with other values. No policy refused it.',
    changes: [
      {
        says: 'Read its current version, and repeat the call with it, one call after another. A client token belongs to one request alone.',
        page: 'https://docs.aws.amazon.com/ec2/latest/devguide/ec2-api-idempotency.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'token-not-valid': {
    title: 'A token or code in the request is invalid or has expired.',
    titleOf: '{saidBy}: a token or code in the request isn’t valid.',
    means:
      'It is one of this API, for example for the next page, a change, an import or a confirmation. Your AWS credentials are not meant.',
    changes: [
      {
        says: 'Get a new one, and send it unchanged: begin the list again, read the item again, or ask for a new code.',
        page: 'https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-pagination.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'key-not-usable': {
    title: 'The encryption key can’t be used as it is.',
    titleOf: '{saidBy}: the encryption key can’t be used as it is.',
    means:
      'The service reports a problem with the KMS key: it doesn’t exist in this Region, is of another kind, is disabled, or doesn’t let the service use it.',
    check: DECIDING_COMMANDS.keyState,
    changes: [
      {
        says: 'Check the key’s ARN, Region, state and usage. If all fit, check that its key policy lets the service or the caller use it.',
        run: DECIDING_COMMANDS.keyPolicy,
        page: 'https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'role-not-accepted': {
    title: 'The service doesn’t accept the role.',
    titleOf: '{saidBy} doesn’t accept the role.',
    means:
      'The service can’t use the role yet, or not at all: it was created seconds ago, its ARN is another, its trust policy doesn’t name the service, or it lacks what the service needs.',
    check: DECIDING_COMMANDS.role,
    changes: [
      {
        says: 'If the role is new, wait some seconds and repeat the call: changes in IAM take a moment to reach every Region.',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot.html',
        confirmed: 'unconfirmed',
      },
      {
        says: 'If it fails again, compare the role’s ARN, path included, and see whether its trust policy names this service.',
        run: DECIDING_COMMANDS.trustPolicy,
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_roles.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'value-not-accepted': {
    title: 'A value in the request isn’t valid.',
    titleOf: '{saidBy}: a value in the request isn’t valid.',
    means:
      'The code names it: it is missing, misspelled, of another form, or doesn’t fit the other values. No policy refused this.',
    changes: [
      {
        says: 'Compare that value with the reference of the operation: its form, its case and what it is combined with.',
        page: 'https://docs.aws.amazon.com/cli/latest/userguide/cli-chap-troubleshooting.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'service-failed': {
    title: 'The service failed; no policy refused this.',
    titleOf: '{saidBy} failed; no policy refused this.',
    means: 'The service, or one that it depends on, couldn’t answer. Most often it is over after some seconds.',
    changes: [
      {
        says: 'Repeat the call after a pause. If it keeps failing, look at the AWS Health Dashboard, then give AWS Support the request ID.',
        page: COMMON_ERRORS,
        confirmed: '2026-12-01',
      },
    ],
  },
  'printed-failure': {
    title: 'The command worked; what it shows has failed.',
    means:
      'The call that printed this was let through. What failed is something that it shows, for the reason that the service gives. Nothing here says that a permission is missing, or that none is.',
    changes: [
      {
        says: 'Read the reason and what it names: the thing, its role, its key, its network. If it speaks of access, look for the refusal of the service or its role in CloudTrail.',
        run: 'aws cloudtrail lookup-events --max-results 20 --output json',
        page: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/view-cloudtrail-events-cli.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'took-too-long': {
    title: 'It took too long, or something couldn’t be reached.',
    titleOf: '{saidBy}: it took too long, or wasn’t reached.',
    means:
      'The service waited for an answer, for example from a function, a database or an identity provider. No policy refused this.',
    changes: [
      {
        says: 'Check that what the service calls is running and can be reached from there. Then repeat the call, with less to do or more time.',
        page: 'https://docs.aws.amazon.com/lambda/latest/dg/troubleshooting-networking.html',
        confirmed: '2026-12-01',
      },
    ],
  },
} as const satisfies Readonly<Record<keyof typeof KINDS_SHAPES, SituationAnswer>>

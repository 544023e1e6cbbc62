import { CHANGING_COMMANDS, DECIDING_COMMANDS } from '../deciding-commands'
import type { SENDING_SHAPES } from '../shapes/sending'
import type { SituationAnswer } from '../situation-row'

/** What the services that send messages and mail, and those of desktops, say in words of their own: what is said of each. */
export const SENDING_ANSWERS = {
  'number-opted-out': {
    title: 'The recipient opted out of your messages.',
    means:
      'A number that answered STOP is on the account’s opt-out list, and nothing is sent to it. Trying again doesn’t help, and no permission is missing.',
    check: 'aws pinpoint-sms-voice-v2 describe-opted-out-numbers --opt-out-list-name Default --output json',
    changes: [
      {
        says: 'Treat it as final, and don’t retry. Only with the recipient’s consent may the number be taken off the list.',
        page: 'https://docs.aws.amazon.com/sms-voice/latest/userguide/opt-out-list.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'text-account-under-review': {
    title: 'AWS holds this account’s text messages back.',
    means:
      'The account must be reviewed, its reputation is too low, or its monthly spending limit for messages is used up. The call itself was accepted or refused for that alone. No policy decides it.',
    check: 'aws pinpoint-sms-voice-v2 describe-spend-limits --output json',
    changes: [
      {
        says: 'If it says that no quota is left, the monthly spending limit is used up: request more in Service Quotas, for example `TextMessageMonthlySpend`.',
        page: 'https://docs.aws.amazon.com/sms-voice/latest/userguide/awssupport-spend-threshold.html',
        confirmed: '2026-12-01',
      },
      {
        says: 'Otherwise open a case with AWS Support for text messaging, describe the use case and ask for the review.',
        page: 'https://docs.aws.amazon.com/sms-voice/latest/userguide/awssupport-spend-threshold.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'text-destination-blocked': {
    title: 'AWS doesn’t send this message to that number or country.',
    means:
      'The reason in the answer says why: a protect configuration blocks the country, the sender isn’t registered or made for it, its price is over your limit, or the account is in the sandbox and the number isn’t verified. No IAM policy decides it.',
    check: 'aws pinpoint-sms-voice-v2 describe-protect-configurations --output json',
    changes: [
      {
        says: 'Read the reason. Allow the country in the protect configuration, use a sender that is registered for it, or leave the sandbox.',
        page: 'https://docs.aws.amazon.com/sms-voice/latest/userguide/protect.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'text-without-sender': {
    title: 'The account has no number or sender ID for that country.',
    means:
      'A text message leaves from an origination identity of the account: a phone number, short code or sender ID. In some countries, such as the US, there is no message without one. Here none of the Region can send to that country, or none lets in the service that sends, such as SNS. Leaving the sandbox doesn’t change it.',
    check:
      'aws pinpoint-sms-voice-v2 describe-phone-numbers --query PhoneNumbers[].[PhoneNumber,IsoCountryCode,Status] --output text',
    changes: [
      {
        says: 'Get and register an origination identity for the destination’s country in the Region of the call. If one is active there, look at its resource policy: one made after September 2024 must let in the service that sends.',
        page: 'https://docs.aws.amazon.com/sns/latest/dg/channels-sms-originating-identities.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'desktop-directory-elsewhere': {
    title: 'WorkSpaces doesn’t know this directory in this Region.',
    means:
      'The directory must be in the Region of the call, in the same account, and registered with WorkSpaces there. WorkSpaces takes no shared directory, and of a replicated one only the primary Region. No policy refused it.',
    check: 'aws workspaces describe-workspace-directories --query Directories[].[DirectoryId,State] --output text',
    changes: [
      {
        says: 'Call in the directory’s Region: in Terraform give both resources the same provider. If it is there, register it.',
        run: 'aws workspaces register-workspace-directory --directory-id <directory>',
        page: 'https://docs.aws.amazon.com/workspaces/latest/adminguide/register-deregister-directory.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'text-not-delivered': {
    title: 'AWS took the message, but it didn’t reach the phone.',
    means:
      '`providerResponse` tells why: the carrier or the phone refused it, or it would cost more than the limit that you set. No policy decides it.',
    changes: [
      {
        says: 'Look at the reason. Register the sender or the content for the country, lower the volume, raise the price limit, or ask AWS Support with the message’s id.',
        page: 'https://docs.aws.amazon.com/sns/latest/dg/sms_stats_cloudwatch.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'mail-quota-of-day': {
    title: 'SES’s sending quota or rate is used up.',
    means:
      'Each Region has a quota of mails in 24 hours and a rate a second; in the sandbox 200 and 1. Old SMTP credentials have a lower rate. No permission is missing.',
    check: 'aws sesv2 get-account --query SendQuota --output json',
    changes: [
      {
        says: 'Send more slowly, wait for the next day, or request a higher quota. For `SigV2` make new SMTP credentials.',
        page: 'https://docs.aws.amazon.com/ses/latest/dg/troubleshoot-error-messages.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'mail-set-up-missing': {
    title: 'SES lacks the configuration set or the MAIL FROM domain.',
    means:
      'What the mail names isn’t set up in this Region: a configuration set must exist, and a custom MAIL FROM domain must have its MX record. No permission is missing.',
    check: 'aws sesv2 list-configuration-sets --output json',
    changes: [
      {
        says: 'Create the configuration set in the Region of the call or leave it out. For the MAIL FROM domain publish the MX record that SES shows.',
        page: 'https://docs.aws.amazon.com/ses/latest/dg/troubleshoot-error-messages.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'event-stream-of-pinpoint': {
    title: 'Pinpoint can’t use the role of its event stream.',
    means:
      'Pinpoint assumes the role that the event stream names, and tries the stream. Most often the role trusts Firehose or Kinesis in place of `pinpoint.amazonaws.com`, or lacks a permission on the stream. A stream that isn’t there, or a role made moments ago, gives the same message.',
    check: DECIDING_COMMANDS.role,
    changes: [
      {
        says: 'If the role is new, wait a minute and repeat. Otherwise see that its trust policy names `pinpoint.amazonaws.com` for `sts:AssumeRole`, best in a role of its own. It also needs `firehose:PutRecordBatch` and `firehose:DescribeDeliveryStream`, or `kinesis:PutRecords` and `kinesis:DescribeStream`, on the stream.',
        page: 'https://docs.aws.amazon.com/pinpoint/latest/developerguide/permissions-streams.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'desktop-sign-in-tags': {
    title: 'The sign-in’s principal tags have values that aren’t allowed.',
    means:
      'For WorkSpaces the identity provider sends attributes as session tags. A value has a character that tags don’t take: allowed are letters, digits, spaces and `_ . : / = + - @`.',
    changes: [
      {
        says: 'Correct the `PrincipalTag` attributes in the SAML assertion, for example `PrincipalTag:Email`. The role must also trust the provider for `sts:TagSession`.',
        page: 'https://docs.aws.amazon.com/workspaces/latest/adminguide/amazon-workspaces-troubleshooting.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'identity-key-replication': {
    title: 'The DKIM key may not be replicated from the primary Region.',
    means:
      'SES copies the signing key of the identity from its primary Region in the caller’s name. `ses:ReplicateEmailIdentityDkimSigningKey` is checked in both Regions.',
    changes: [
      {
        says: 'Allow the caller `ses:ReplicateEmailIdentityDkimSigningKey` in the primary Region and in the replica’s, and look for an SCP that stops one of the Regions.',
        page: 'https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_VerificationInfo.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'desktop-own-license': {
    title: 'The account isn’t enabled for its own Windows licenses (BYOL).',
    means:
      'WorkSpaces takes own licenses only after AWS Support has enabled the account for it in the Region, with a minimum of desktops. No policy decides it.',
    check: 'aws workspaces describe-account --output json',
    changes: [
      {
        says: 'Ask AWS Support to enable the account for BYOL in this Region, or use bundles with a license included.',
        page: 'https://docs.aws.amazon.com/workspaces/latest/adminguide/byol-windows-images.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'broker-key-unusable': {
    title: 'Amazon MQ can’t use the broker’s KMS key.',
    means:
      'The broker was created with a key of your own. Most often that key was disabled or scheduled for deletion; otherwise its grant was retired or revoked. Your own permissions play no part.',
    check: DECIDING_COMMANDS.keyState,
    changes: [
      {
        says: 'If the key is pending deletion, cancel that first. Then enable the key.',
        run: CHANGING_COMMANDS.enableKey,
        page: 'https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/troubleshooting-action-required-codes-invalid-kms-key.html',
        confirmed: 'unconfirmed',
      },
      {
        says: 'Reboot the broker once the key is enabled.',
        run: 'aws mq reboot-broker --broker-id <broker>',
        page: 'https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/troubleshooting-action-required-codes-invalid-kms-key.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'recipient-in-sandbox': {
    title: 'SES is in the sandbox, and the recipient isn’t verified.',
    means:
      'The address that SES names is the one the mail goes to. Only an account in the sandbox has its recipients checked; the sender is fine. No IAM policy refused this.',
    changes: [
      {
        says: 'Request production access for this Region; until then, send to verified addresses or the mailbox simulator.',
        page: 'https://docs.aws.amazon.com/ses/latest/dg/request-production-access.html',
        confirmed: '2026-12-01',
      },
      {
        says: 'To test with this one recipient, verify its address: its owner has to follow the link in the mail.',
        run: 'aws sesv2 create-email-identity --email-identity <recipient>',
        page: 'https://docs.aws.amazon.com/ses/latest/dg/creating-identities.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'mail-from-unverified': {
    title: 'The custom MAIL FROM domain has no valid MX record.',
    means:
      'The identity names a custom MAIL FROM domain, and SES doesn’t find the MX record that it asked for. The identity is set to reject mail then. No permission is missing.',
    changes: [
      {
        says: 'Publish the MX record `10 feedback-smtp.REGION.amazonses.com` for the MAIL FROM domain, and the SPF record beside it. Until it’s there, let SES fall back to its own domain: “Use default MAIL FROM domain”.',
        run: 'aws sesv2 get-email-identity --email-identity <domain> --query MailFromAttributes',
        page: 'https://docs.aws.amazon.com/ses/latest/APIReference/API_IdentityMailFromDomainAttributes.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'mail-probe-refused': {
    title: 'Nodemailer’s test message was refused, not real mail.',
    means:
      'Nodemailer’s `verify()` sends a test message from `invalid@invalid` through SES. A policy that limits the sender to your own identities refuses it, as it should, and real mail isn’t affected.',
    changes: [
      {
        says: 'Don’t call `transporter.verify()` with SES. In a health check call `ses:GetAccount`, or send one mail from an address of your own. Add no permission for `invalid@invalid`.',
        page: 'https://github.com/nodemailer/nodemailer/issues/1751',
        confirmed: '2026-12-01',
      },
    ],
  },
  'push-endpoint-disabled': {
    title: 'SNS has disabled this device endpoint.',
    means:
      'The push service said that the device’s token isn’t valid any more, or the endpoint was set so. SNS sends nothing to it until it’s enabled. No permission was refused.',
    check: 'aws sns get-endpoint-attributes --endpoint-arn <endpoint> --output json',
    changes: [
      {
        says: 'Get a fresh token from the device, then set it with `Enabled` as true. Or delete the endpoint and create it again.',
        run: 'aws sns set-endpoint-attributes --endpoint-arn <endpoint> --attributes Token=<token>,Enabled=true',
        page: 'https://docs.aws.amazon.com/sns/latest/dg/mobile-push-api-error.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
} as const satisfies Readonly<Record<keyof typeof SENDING_SHAPES, SituationAnswer>>

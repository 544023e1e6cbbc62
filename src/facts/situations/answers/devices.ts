import type { DEVICES_SHAPES } from '../shapes/devices'
import type { SituationAnswer } from '../situation-row'
import { DECIDING_COMMANDS } from '../deciding-commands'

const CERTIFICATE_POLICIES = 'aws iot list-attached-policies --target <ARN of the certificate>'

/** What IoT, Greengrass, Connect, Chime and the video services say in words of their own: what is said of each. */
export const DEVICES_ANSWERS = {
  'duplicate-client': {
    title: 'A second connection with the same client ID ended this one.',
    means:
      'AWS IoT keeps one connection for each client ID and account; no policy refused either. Another device, a second copy of the program or a test client uses the ID, and each pushes the other off. A single such event can be the device itself, back before its old connection had timed out.',
    changes: [
      {
        says: 'Give each device a client ID of its own, for example its thing name. Stop test clients that still use the old one.',
        page: 'https://docs.aws.amazon.com/iot/latest/developerguide/life-cycle-events.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'device-refused': {
    title: 'AWS IoT disconnected the device: not authenticated or not authorized.',
    means:
      '`AUTH_ERROR`: the client couldn’t authenticate, or what it did wasn’t authorized. `FORBIDDEN_ACCESS`: it isn’t allowed to connect, for example because its IP address is denied. For a device with a certificate its AWS IoT policy decides.',
    changes: [
      {
        says: 'Check that the certificate is `ACTIVE`. Then compare the client ID and topics with its AWS IoT policy: `iot:Connect` on `client/…`, `iot:Publish` and `iot:Receive` on `topic/…`, `iot:Subscribe` on `topicfilter/…`.',
        run: CERTIFICATE_POLICIES,
        page: 'https://docs.aws.amazon.com/iot/latest/developerguide/life-cycle-events.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'device-provisioning': {
    title: 'AWS IoT rejected the provisioning of this device.',
    means:
      'The claim certificate’s AWS IoT policy must allow the `$aws/certificates/create/*` and `$aws/provisioning-templates/…` topics; AWS IoT then registers the thing as the template’s role. It also rejects where a pre-provisioning hook says no, a parameter is missing or the ownership token has expired. The message on the `rejected` topic tells which.',
    changes: [
      {
        says: 'Read `errorMessage` on the `rejected` topic. For missing permissions check the claim certificate’s policy for these topics, attach `AWSIoTThingsRegistration` to the provisioning role and trust `iot.amazonaws.com` in it. If the hook said no, look at its function.',
        run: 'aws iot describe-provisioning-template --template-name <template>',
        page: 'https://docs.aws.amazon.com/iot/latest/developerguide/provision-wo-cert.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'topic-request-refused': {
    title: 'AWS IoT’s HTTPS endpoint refused this request.',
    means:
      'Over HTTPS the client signs with IAM credentials, or presents a certificate on port 8443 or 443. The certificate must be active in the endpoint’s account and Region. Then the AWS IoT policy on it, or the signer’s IAM policy, must allow the call, such as `iot:Publish` on the topic.',
    changes: [
      {
        says: 'Check that the certificate is `ACTIVE`. Then allow `iot:Publish` on `topic/…` in its AWS IoT policy, or in the IAM policy of the signer.',
        run: CERTIFICATE_POLICIES,
        page: 'https://docs.aws.amazon.com/iot/latest/developerguide/protocols.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'shadow-request-refused': {
    title: 'AWS IoT’s HTTPS endpoint refused this request for a shadow.',
    means:
      'Over HTTPS the client signs with IAM credentials, or presents a certificate on port 8443 or 443. The certificate must be active in the endpoint’s account and Region. The AWS IoT policy on it, or the signer’s IAM policy, must allow the shadow’s action on the thing: `iot:GetThingShadow` to read, `iot:UpdateThingShadow` to write.',
    changes: [
      {
        says: 'Check that the certificate is `ACTIVE`. Then allow the action on `thing/…` in its AWS IoT policy, or in the IAM policy of the signer.',
        run: CERTIFICATE_POLICIES,
        page: 'https://docs.aws.amazon.com/iot/latest/developerguide/device-shadow-rest-api.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'component-of-latest-function': {
    title: 'Greengrass takes only a numbered version of the function.',
    means:
      'A component is imported from a published version of a Lambda function. An ARN that ends in `$LATEST` or in an alias is answered as an authorization error for the action null. No permission is missing.',
    changes: [
      {
        says: 'Publish a version, and give its ARN, which ends in a number, as `lambdaArn`.',
        run: 'aws lambda publish-version --function-name <function>',
        page: 'https://docs.aws.amazon.com/greengrass/v2/developerguide/import-lambda-function-cli.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'core-device-role': {
    title: 'The core device’s token exchange role can’t read the artifact.',
    means:
      'Greengrass downloads artifacts with the token exchange role behind the device’s role alias, not with your credentials and not with the device’s AWS IoT policy. S3 also answers 403 for an object that isn’t there, and where the bucket’s policy or key refuses the role.',
    changes: [
      {
        says: 'Check that the object exists under this key. Then allow the token exchange role `s3:GetObject` on the artifacts’ objects and `s3:GetBucketLocation` on the bucket.',
        page: 'https://docs.aws.amazon.com/greengrass/v2/developerguide/device-service-role.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'deployment-components-refused': {
    title: 'The device may not resolve or read the component.',
    means:
      'A core device asks the Greengrass data plane with its certificate. Its AWS IoT policy must allow `greengrass:ResolveComponentCandidates`, `greengrass:GetComponentVersionArtifact` and `greengrass:ListThingGroupsForCoreDevice`.',
    changes: [
      {
        says: 'Allow these `greengrass:` actions in the AWS IoT policy of the device’s certificate.',
        run: CERTIFICATE_POLICIES,
        page: 'https://docs.aws.amazon.com/greengrass/v2/developerguide/device-auth.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'video-channel-endpoint': {
    title: 'The call went to the wrong Kinesis Video Streams endpoint.',
    means:
      'Media, archived media and signaling calls go to an endpoint of the stream or channel, not to the Region’s. The Region’s endpoint doesn’t know the operation, so no policy was evaluated.',
    changes: [
      {
        says: 'Ask for the endpoint first, then call with `--endpoint-url` and that address: `get-signaling-channel-endpoint` for a channel, `get-data-endpoint` for a stream.',
        run: 'aws kinesisvideo get-signaling-channel-endpoint --channel-arn <ARN of the channel> --single-master-channel-endpoint-configuration Protocols=HTTPS,Role=VIEWER',
        page: 'https://docs.aws.amazon.com/kinesisvideostreams/latest/dg/API_GetSignalingChannelEndpoint.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'meetings-old-endpoint': {
    title: 'The old Chime endpoint no longer takes this call.',
    means:
      'Meetings, messaging, identity and voice moved to endpoints and clients of their own. The account may not use the old `chime` endpoint for them; no IAM policy changes that. The IAM actions keep the prefix `chime:`.',
    changes: [
      {
        says: 'Use the client of the new namespace, for example `ChimeSDKMeetings` or `aws chime-sdk-meetings`, and drop an endpoint that the code sets itself.',
        page: 'https://docs.aws.amazon.com/chime-sdk/latest/dg/meeting-namespace-migration.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'meetings-region': {
    title: 'The call to Chime is signed for a Region it doesn’t take.',
    means:
      'The old `chime` API answers in `us-east-1` alone; the newer Chime SDK APIs have few control Regions. The place of a meeting is `MediaRegion` in the call, not the client’s Region.',
    changes: [
      {
        says: 'Build the client for `us-east-1`, or another control Region of its API, and keep `MediaRegion` as it is.',
        page: 'https://docs.aws.amazon.com/chime-sdk/latest/dg/sdk-available-regions.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'campaigns-onboarding': {
    title: 'Whoever onboards the Connect instance lacks a permission.',
    means:
      'Onboarding to outbound campaigns creates a service-linked role and an EventBridge managed rule, and uses the KMS key, with the caller’s permissions. The failure code names which of them was refused.',
    changes: [
      {
        says: 'Allow the caller `iam:CreateServiceLinkedRole`, `iam:AttachRolePolicy` and `iam:PutRolePolicy` for `connect-campaigns.amazonaws.com`, `events:PutRule`, `events:PutTargets`, and `kms:DescribeKey` and `kms:CreateGrant` on the key. Then start the job again.',
        page: 'https://docs.aws.amazon.com/connect/latest/adminguide/security-iam-amazon-connect-permissions.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'campaigns-key': {
    title: 'Connect’s outbound campaigns can’t use the KMS key.',
    means:
      'The onboarding makes a grant on the key that the job names. The caller may not create it, or the key isn’t in this account and Region or isn’t enabled.',
    check: DECIDING_COMMANDS.keyState,
    changes: [
      {
        says: 'Allow the caller `kms:DescribeKey`, `kms:CreateGrant` and `kms:RetireGrant` on the key, or name another key. Then start the job again.',
        page: 'https://docs.aws.amazon.com/connect/latest/adminguide/enable-outbound-campaigns.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'ground-station-ephemeris-key': {
    title: 'Ground Station can’t use the KMS key of the ephemeris.',
    means:
      'Ground Station uses the key for the caller who creates the ephemeris. For TLE and OEM the caller must be allowed to create a grant on it. For azimuth elevation the key policy must name Ground Station itself. One of these is missing, or the key isn’t usable.',
    changes: [
      {
        says: 'For TLE or OEM allow the caller `kms:CreateGrant` and `kms:DescribeKey` on the key. For azimuth elevation allow `groundstation.REGION.amazonaws.com` and the caller `kms:GenerateDataKey` and `kms:Decrypt` in the key policy. Then upload it again.',
        page: 'https://docs.aws.amazon.com/ground-station/latest/ug/security.encryption-at-rest-tle-oem.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'ground-station-linked-role': {
    title: 'Ground Station may not create its service-linked role.',
    means:
      'The dataflow endpoint group needs `AWSServiceRoleForGroundStationDataflowEndpointGroup`, which is made with the caller’s permissions.',
    changes: [
      {
        says: 'Create the role once as someone with `iam:CreateServiceLinkedRole`, then create the endpoint group again.',
        run: 'aws iam create-service-linked-role --aws-service-name groundstation.amazonaws.com',
        page: 'https://docs.aws.amazon.com/ground-station/latest/ug/using-service-linked-roles.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'stream-key-wrong': {
    title: 'The broadcaster’s stream key isn’t this stage’s, or is in use.',
    means:
      '`INVALID_STREAM_KEY`: the key belongs to no ingest configuration of this stage. `REUSE_OF_STREAM_KEY`: another active session of a stage uses it. The stream key alone lets a broadcaster in; IAM doesn’t take part.',
    grantedIn: 'the stream keys of IVS',
    changes: [
      {
        says: 'Take the key of an ingest configuration that is tied to this stage, and give it to the encoder. End the session that still uses it.',
        run: 'aws ivs-realtime list-ingest-configurations --filter-by-stage-arn <ARN of the stage>',
        page: 'https://docs.aws.amazon.com/ivs/latest/RealTimeUserGuide/rt-rtmp-publishing.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'render-agent-as-admin': {
    title: 'The Deadline Cloud worker doesn’t run the job as that user.',
    means:
      'The worker agent checks on its host as which user of the operating system a job runs. On Windows it runs no job as itself while it has administrator rights. For a user of the queue it needs that user’s password from Secrets Manager. No policy refused the job.',
    check: 'aws deadline get-queue --farm-id <farm> --queue-id <queue> --query jobRunAsUser --output json',
    changes: [
      {
        says: 'Set the queue’s `jobRunAsUser` to a user of its own, with its password in a secret that the queue role may read. Or run the agent without administrator rights.',
        page: 'https://docs.aws.amazon.com/deadline-cloud/latest/developerguide/security-best-practices.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'topic-refused-to-certificate': {
    title: 'AWS IoT doesn’t let this certificate publish here.',
    means:
      'The request presents a client certificate, so no IAM policy takes part. The certificate must be active in this account and Region. An AWS IoT policy attached to it must allow `iot:Publish` on `topic/…`.',
    changes: [
      {
        says: 'Check that the certificate is `ACTIVE`. Then allow `iot:Publish` on exactly this `topic/…` in a policy attached to it.',
        run: 'aws iot list-attached-policies --target <certificate-arn>',
        page: 'https://docs.aws.amazon.com/iot/latest/developerguide/iot-action-resources.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'device-message-dropped': {
    title: 'Most likely the AWS IoT policy doesn’t allow the message or subscription.',
    means:
      'AWS IoT accepted the connection, then closed it at the first message: so it answers a client whose policy doesn’t allow the message. `iot:Publish` is allowed on `topic/…`, `iot:Subscribe` on `topicfilter/…`. A second client with the same client ID ends a connection too.',
    check: CERTIFICATE_POLICIES,
    changes: [
      {
        says: 'Allow `iot:Publish` and `iot:Receive` on `arn:aws:iot:REGION:ACCOUNT:topic/…`, and `iot:Subscribe` on `topicfilter/…`. Then connect again.',
        page: 'https://docs.aws.amazon.com/iot/latest/developerguide/diagnosing-connectivity-issues.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'device-connection-dropped': {
    title: 'Most likely the AWS IoT policy doesn’t let the client connect.',
    means:
      'AWS IoT drops a connection without a word where the certificate’s policy doesn’t allow what the client does first. `iot:Connect` is allowed on `client/CLIENT-ID`, not on a topic. A certificate that isn’t active or attached looks the same, and so does a second client with this client ID.',
    check: CERTIFICATE_POLICIES,
    changes: [
      {
        says: 'Allow `iot:Connect` on `arn:aws:iot:REGION:ACCOUNT:client/CLIENT-ID`, `iot:Publish` and `iot:Receive` on `topic/…`, and `iot:Subscribe` on `topicfilter/…`. Then connect again.',
        page: 'https://docs.aws.amazon.com/iot/latest/developerguide/diagnosing-connectivity-issues.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'browser-connection-dropped': {
    title: 'Most likely the Cognito identity has no AWS IoT policy.',
    means:
      'A signed-in Cognito identity needs its permissions in two places: the IAM policy of the identity pool’s role, and an AWS IoT policy that is attached to this very identity. Without one of them AWS IoT drops the connection without a word. For guests the role’s policy alone decides.',
    check: 'aws iot list-attached-policies --target <identity id>',
    changes: [
      {
        says: 'Attach an AWS IoT policy to the identity, with its id such as `eu-west-1:0a1b…`. Then allow the role the same: `iot:Connect`, `iot:Publish`, `iot:Subscribe` and `iot:Receive`.',
        run: 'aws iot attach-policy --policy-name <policy> --target <identity id>',
        page: 'https://docs.aws.amazon.com/iot/latest/developerguide/cog-iot-policies.html',
        confirmed: '2026-12-03',
      },
    ],
  },
  'meeting-of-another-account': {
    title: 'The meeting belongs to another AWS account.',
    means:
      'Amazon Chime SDK captures, concatenates or streams only a meeting of the account that calls. This meeting was created with credentials of another account. No policy of the caller and no bucket policy changes that.',
    check: 'aws sts get-caller-identity',
    changes: [
      {
        says: 'Create the pipeline with credentials of the account that created the meeting, or create the meeting in this account. Print the caller’s identity in both programs and compare the accounts.',
        page: 'https://docs.aws.amazon.com/chime-sdk/latest/dg/create-capture-pipe.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'contact-destination': {
    title: 'The Amazon Connect instance may not call this country or number.',
    means:
      'Each instance calls only certain countries, and some prefixes only on request. No IAM policy or security profile decides it.',
    changes: [
      {
        says: 'Open a case for a service quota increase of Amazon Connect and name the instance and the countries to call. Check the number’s format too: + and the country code.',
        page: 'https://docs.aws.amazon.com/connect/latest/adminguide/amazon-connect-service-limits.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'signaling-connect': {
    title: 'The signaling channel doesn’t let this caller connect.',
    means:
      'Opening the WebSocket of a signaling channel is checked as `kinesisvideo:ConnectAsViewer` or `kinesisvideo:ConnectAsMaster`, beside the calls that describe the channel and fetch its endpoints. A wrong signature gives the same answer.',
    changes: [
      {
        says: 'Allow the caller `kinesisvideo:ConnectAsViewer` on the channel, or `kinesisvideo:ConnectAsMaster` for the sender. If it’s allowed, check the signed URL: its Region, the channel’s ARN and the session token.',
        page: 'https://docs.aws.amazon.com/kinesisvideostreams-webrtc-dg/latest/devguide/kvswebrtc-how-iam.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
} as const satisfies Readonly<Record<keyof typeof DEVICES_SHAPES, SituationAnswer>>

import type { STORAGE_SHAPES } from '../shapes/storage'
import type { SituationAnswer } from '../situation-row'
import { CHANGING_COMMANDS, DECIDING_COMMANDS } from '../deciding-commands'

const PREFER_BUCKET_OWNER =
  'aws s3api put-bucket-ownership-controls --bucket {bucket} --ownership-controls Rules=[{ObjectOwnership=BucketOwnerPreferred}]'

const RESTORE_OBJECT = 'aws s3api restore-object --bucket {bucket} --key {key} --restore-request Days=7'

/** The rules of a bucket. */
const replicationOf = (bucket: string) => `aws s3api get-bucket-replication --bucket ${bucket} --output json`

const REPLICATION = replicationOf('{bucket}')

/** The same, where the text names the destination. */
const REPLICATION_FROM_SOURCE = replicationOf('<source bucket>')

/** What is said where the role of a rule can’t write. */
const REPLICA_REFUSED = {
  title: 'The replication role can’t write to the destination.',
  means:
    'S3 replicates as the role of the rule. Both that role and, across accounts, the destination’s bucket policy must allow it `s3:ReplicateObject`, `s3:ReplicateDelete` and `s3:ReplicateTags` on the destination’s objects.',
  check: REPLICATION_FROM_SOURCE,
  changes: [
    {
      says: 'Allow the replication role these actions in its own policy and, across accounts, in the destination’s bucket policy. Failed objects need S3 Batch Replication to be copied again.',
      page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-failure-codes.html',
      confirmed: '2026-12-01',
    },
  ],
} as const

/** What S3 and the services that keep files in it say in words of their own: what is said of each. */
export const STORAGE_ANSWERS = {
  'bucket-hidden-from-refresh': {
    title: 'The bucket exists, but Terraform isn’t allowed to see it.',
    means:
      'Before it plans, Terraform looks for the bucket with `HeadBucket`, which needs `s3:ListBucket`. S3 answered 403, so Terraform took the bucket for deleted and wants to create it again. The bucket is yours: its name isn’t the problem.',
    check: 'aws s3api get-bucket-policy --bucket {bucket} --output json',
    changes: [
      {
        says: 'Let the role that runs Terraform list the bucket: look for a Deny of `s3:ListBucket` in the bucket’s policy and add the role to its exceptions, then see that the role’s own policies allow it. After that the next plan finds the bucket.',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadBucket.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'notification-destination': {
    title: 'S3 can’t send to a destination of the bucket’s notifications.',
    means:
      'S3 tests every destination of the configuration before it saves it, also those set before: each must exist. The policy of the topic, queue or function must allow `s3.amazonaws.com`: `sns:Publish`, `sqs:SendMessage` or `lambda:InvokeFunction`. A customer managed KMS key of a topic or queue must allow it too.',
    check: 'aws s3api get-bucket-notification-configuration --bucket {bucket} --output json',
    changes: [
      {
        says: 'Take destinations that no longer exist out of the configuration. Allow `s3.amazonaws.com` in the policy of each other one, with the bucket as `aws:SourceArn` and your account as `aws:SourceAccount`. Then save the notifications again.',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/grant-destinations-permissions-to-s3.html',
        confirmed: '2026-11-28',
      },
      {
        says: 'If the topic or queue is encrypted, allow `s3.amazonaws.com` `kms:GenerateDataKey` and `kms:Decrypt` in the policy of its customer managed key.',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/grant-destinations-permissions-to-s3.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'notification-before-permission': {
    title: 'Most likely the notification is made before its permission.',
    means:
      'What you pasted has the permission for `s3.amazonaws.com`, but the notification doesn’t wait for it. S3 tests the destination when the notification is saved, and then the permission isn’t there yet.',
    changes: [
      {
        says: 'Let the notification wait: in Terraform `depends_on` with the `aws_lambda_permission`, queue policy or topic policy; in CloudFormation `DependsOn` of the bucket. Then deploy again.',
        page: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-dependson.html',
        confirmed: '2026-12-01',
      },
      {
        says: 'If it still fails, compare the permission with the bucket: function, `aws:SourceArn` and account. Look also for other destinations of the bucket that no longer exist.',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/grant-destinations-permissions-to-s3.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'notification-to-function': {
    title: 'S3 can’t invoke the function of the bucket’s notification.',
    means:
      'S3 tests every destination of the configuration before it saves it, also those set before. The function must exist in the bucket’s Region, and its resource policy must allow `s3.amazonaws.com` `lambda:InvokeFunction`. With a version or alias in the ARN, that one’s policy counts.',
    check: 'aws s3api get-bucket-notification-configuration --bucket {bucket} --output json',
    changes: [
      {
        says: 'Take destinations that no longer exist out of the configuration. Allow `s3.amazonaws.com` to invoke the function, with the bucket as source and your account. Then save the notification again.',
        run: 'aws lambda add-permission --function-name {aliasedFunction} --statement-id s3 --action lambda:InvokeFunction --principal s3.amazonaws.com --source-arn arn:aws:s3:::{bucket} --source-account {account}',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/grant-destinations-permissions-to-s3.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'notification-to-queue': {
    title: 'S3 can’t send to the queue of the bucket’s notification.',
    means:
      'S3 tests every destination of the configuration before it saves it, also those set before. The queue must be a standard queue in the bucket’s Region, and its policy must allow `s3.amazonaws.com` `sqs:SendMessage`. A customer managed KMS key of the queue must allow it too.',
    check: 'aws s3api get-bucket-notification-configuration --bucket {bucket} --output json',
    changes: [
      {
        says: 'Take destinations that no longer exist out of the configuration. Allow `s3.amazonaws.com` `sqs:SendMessage` in the queue’s policy, with the bucket as `aws:SourceArn` and your account as `aws:SourceAccount`. Then save the notification again.',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/grant-destinations-permissions-to-s3.html',
        confirmed: '2026-11-28',
      },
      {
        says: 'If a customer managed key encrypts the queue, allow `s3.amazonaws.com` `kms:GenerateDataKey` and `kms:Decrypt` in its policy.',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/grant-destinations-permissions-to-s3.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'bucket-location-left-out': {
    title: 'The new bucket’s Region isn’t in the call.',
    means:
      'Outside `us-east-1` a bucket is created with a location constraint that names the Region of the call. None was sent. No policy refused this, and no bucket exists yet.',
    changes: [
      {
        says: 'Send the location constraint of the Region that you call.',
        option: {
          is: 'added',
          words: '--create-bucket-configuration LocationConstraint={region}',
        },
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucket.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'bucket-logging-target': {
    title: 'The target bucket doesn’t accept S3’s access logs.',
    means:
      'Server access logs are written by `logging.s3.amazonaws.com`. The target bucket must exist in the same account and Region as the source, and its bucket policy must allow that service `s3:PutObject`.',
    check: 'aws s3api get-bucket-policy --bucket <target bucket> --query Policy --output text',
    changes: [
      {
        says: 'Choose a target bucket of the same account and Region. Allow `logging.s3.amazonaws.com` `s3:PutObject` on its log prefix, with `aws:SourceAccount`. Don’t use default encryption with a KMS key there.',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'replication-role-trust': {
    title: 'S3 can’t assume the replication role.',
    means:
      'S3 replicates as the role in the replication configuration, Batch Replication as the role of its job. The role must exist at that ARN and trust `s3.amazonaws.com`; that of a job `batchoperations.s3.amazonaws.com`. A role made moments ago can fail too.',
    check: DECIDING_COMMANDS.role,
    changes: [
      {
        says: 'See that the role exists at the ARN in the configuration, and that its trust policy allows `s3.amazonaws.com` `sts:AssumeRole`. If the role is new, wait a minute and try again.',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-failure-codes.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'replication-setup': {
    title: 'Replication stopped at the setup, not at a permission.',
    means:
      'The reason names the side, `Src` or `Dst`, and what is wrong there: the bucket, its versioning, its Object Lock, its KMS key, or an object that no rule covers. No policy refused this.',
    changes: [
      {
        says: 'Look the reason up in S3’s list, and mend what it names: enable the key, or turn on versioning or Object Lock on the destination.',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-failure-codes.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'replication-role': {
    title: 'The replication role isn’t allowed to replicate the object.',
    means:
      'S3 replicates as the role in the replication rule. That role must read the source (`s3:GetReplicationConfiguration`, `s3:ListBucket`, `s3:GetObjectVersionForReplication`) and write the destination (`s3:ReplicateObject`, `s3:ReplicateDelete`, `s3:ReplicateTags`).',
    check: REPLICATION_FROM_SOURCE,
    changes: [
      {
        says: 'Allow the replication role those actions in its own policy, and for a destination in another account in its bucket policy too. With KMS also `kms:Decrypt` on the source key and `kms:Encrypt` on the destination key.',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/setting-repl-config-perm-overview.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'replication-job-role': {
    title: 'The job’s role isn’t allowed to start the replication.',
    means:
      'Only Batch Replication says this. Its job runs as a role of its own, not the role of the replication rule, and that role needs `s3:InitiateReplication` on the source’s objects.',
    check: DECIDING_COMMANDS.rolePolicies,
    changes: [
      {
        says: 'Allow the job’s role `s3:InitiateReplication` on the objects of the source bucket.',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-batch-replication-policies.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'multi-region-off': {
    title: 'A Region of the Multi-Region Access Point is off.',
    means:
      'A Multi-Region Access Point answers so where it routes to a Region that is disabled for an account that takes part: the caller’s, the access point’s, the bucket’s or the VPC endpoint’s. No policy decides it.',
    changes: [
      {
        says: 'In the failover controls make that Region passive and another one active, or enable the Region in the account again.',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/ConfiguringMrapOptInRegions.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'object-access-disabled': {
    title: 'S3 has disabled this bucket name or object for everyone.',
    means:
      'Most often the bucket name is wrong: it’s a host, an endpoint or a reserved name, such as `s3` in `s3://s3/…`. AWS can also have disabled the bucket itself. No policy of yours decides it.',
    changes: [
      {
        says: 'Check the bucket name: after `s3://` comes only the name, without host, endpoint or ARN.',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html',
        confirmed: 'unconfirmed',
      },
      {
        says: 'If it’s your own bucket, look for AWS’s e-mails about it and open a case with AWS Support.',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'anonymous-multipart': {
    title: 'S3 takes no multipart upload without a signature.',
    means:
      'The request wasn’t signed. A bucket policy can let everyone put an object in one piece, but never start a multipart upload.',
    changes: [
      {
        says: 'Sign the request with credentials that may put the object: take `UNSIGNED` or `--no-sign-request` out.',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'account-suspended-for-s3': {
    title: 'S3 is disabled because the account is suspended.',
    means:
      'AWS disables all access to the buckets of an account that is suspended, as for an unpaid bill. No policy decides it.',
    changes: [
      {
        says: 'Pay what is due in the Billing console, or ask AWS Support to reinstate the account.',
        page: 'https://repost.aws/knowledge-center/reactivate-suspended-account',
        confirmed: '2026-11-30',
      },
    ],
  },
  'bucket-versioning-needed': {
    title: 'The bucket needs versioning for this.',
    means:
      'Replication and Object Lock work only in buckets with versioning: for replication the source and the destination. S3 checked the request and refused it; no permission is missing.',
    changes: [
      {
        says: 'Enable versioning on the bucket that lacks it, then make the call again.',
        run: 'aws s3api put-bucket-versioning --bucket {bucket} --versioning-configuration Status=Enabled',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-requirements.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'replica-bucket-versioning': {
    title: 'The destination bucket needs versioning for replication.',
    means:
      'Replication works only between buckets with versioning. S3 speaks of the destination, not of the bucket in the call. No permission is missing.',
    changes: [
      {
        says: 'Enable versioning on the destination bucket, in its own account, then make the call again.',
        run: 'aws s3api put-bucket-versioning --bucket <destination bucket> --versioning-configuration Status=Enabled',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-requirements.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'requester-pays': {
    title: 'Your call didn’t agree to pay for this bucket’s data.',
    means:
      'This is a Requester Pays bucket: it answers 403 until a request accepts the cost. A policy change alone won’t help.',
    changes: [
      {
        says: 'Add the requester-pays option to the call. Your account then pays for the request and the data transfer.',
        option: { is: 'added', words: '--request-payer requester' },
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/ObjectsinRequesterPaysBuckets.html',
        confirmed: '2026-11-28',
      },
      {
        says: 'Sign the request: Requester Pays never works anonymously, so remove `--no-sign-request`.',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/RequesterPaysBuckets.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'log-bucket-without-acl': {
    title: 'CloudFront writes these logs by ACL, and the bucket has ACLs off.',
    means:
      'Standard logging (legacy) adds an ACL for CloudFront to the bucket. With Object Ownership "Bucket owner enforced" S3 rejects every ACL. No policy can replace it.',
    changes: [
      {
        says: 'Turn ACLs on for the log bucket, or use standard logging (v2), which needs a bucket policy and no ACL.',
        run: PREFER_BUCKET_OWNER,
        page: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging-legacy-s3.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'object-ownership-acl': {
    title: 'The bucket has ACLs turned off.',
    means:
      'Object Ownership is "Bucket owner enforced", so S3 rejects any ACL. This is a bucket setting, not a missing permission.',
    changes: [
      {
        says: 'Leave the ACL or the grants out of the call, and give access by the bucket policy.',
        option: { is: 'left out', words: '--acl <ACL>' },
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html',
        confirmed: '2026-11-28',
      },
      {
        says: 'Only if ACLs are needed: turn them on for the bucket.',
        run: PREFER_BUCKET_OWNER,
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'object-lambda-invoke': {
    title: 'The caller may not invoke the Object Lambda access point’s function.',
    means:
      'S3 Object Lambda invokes the function with the caller’s permissions. The caller needs `lambda:InvokeFunction` on it, besides the read through both access points.',
    changes: [
      {
        says: 'Allow the caller `lambda:InvokeFunction` on the function of the Object Lambda access point. In another account, the function’s policy must allow it too.',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/olap-policies.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'access-point-network': {
    title: 'The access point only accepts requests from its VPC.',
    means:
      'An access point with a VPC network origin rejects every request that doesn’t come through an endpoint of that VPC. No policy can open it.',
    check: 'aws s3control get-access-point --account-id <account> --name <access point> --output json',
    changes: [
      {
        says: 'Call from that VPC through an S3 endpoint, or create an access point with internet origin.',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-vpc.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'directory-bucket-session': {
    title: 'The caller can’t get a session for the directory bucket.',
    means:
      'S3 Express One Zone authorizes sessions, not object calls: `s3:GetObject` and `s3:PutObject` have no effect there. The caller needs `s3express:CreateSession` on the directory bucket, and no bucket policy or endpoint policy may keep it out.',
    changes: [
      {
        says: 'Allow the caller `s3express:CreateSession` on `arn:aws:s3express:REGION:ACCOUNT:bucket/NAME--ZONE--x-s3`.',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateSession.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'object-lock-missing': {
    title: 'The bucket has no Object Lock configuration.',
    means: 'The call needs Object Lock, and this bucket doesn’t have it turned on. No permission is missing.',
    changes: [
      {
        says: 'Leave the retention or legal hold out of the call. Where a tool only asks for the configuration, this answer means “none”.',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock-configure.html',
        confirmed: '2026-11-29',
      },
      {
        says: 'Only if objects are to be locked: turn on Object Lock for the bucket. It can’t be turned off again.',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock-configure.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'bucket-key-signature-version': {
    title: 'KMS-encrypted objects need a request signed with Signature Version 4.',
    means:
      'S3 decrypts for signed callers only. Anonymous requests, old signatures and a CloudFront origin access identity (OAI) can’t read an object encrypted with a KMS key.',
    changes: [
      {
        says: 'Sign with Signature Version 4. Behind CloudFront replace the OAI with origin access control (OAC). Allow `cloudfront.amazonaws.com` in the key policy.',
        page: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'key-through-origin-identity': {
    title: 'CloudFront’s origin access identity (OAI) can’t use a KMS key.',
    means:
      'The object is encrypted with a KMS key, and the request reached S3 without an account: for example through an origin access identity (OAI). An OAI can’t use KMS. The inner answer is KMS’s; the viewer’s credentials play no part.',
    changes: [
      {
        says: 'Replace the OAI with an origin access control (OAC). Allow `cloudfront.amazonaws.com` `s3:GetObject` in the bucket policy and `kms:Decrypt` in the key policy, with the distribution as `aws:SourceArn`.',
        comesFirst: true,
        page: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html',
        confirmed: '2026-11-28',
      },
      {
        says: 'Or encrypt the objects with `SSE-S3` instead of a KMS key.',
        page: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'batch-operations-role': {
    title: 'S3 Batch Operations can’t use the job’s role.',
    means:
      'A Batch Operations job runs as the role you gave it. The role must exist at that ARN and trust `batchoperations.s3.amazonaws.com`. A role made moments ago can fail too.',
    check: DECIDING_COMMANDS.role,
    changes: [
      {
        says: 'See that the role exists at that ARN, and that its trust policy names `batchoperations.s3.amazonaws.com`. If the role is new, wait a minute and run the job again.',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/batch-ops-iam-role-policies.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'access-grants-none': {
    title: 'No S3 Access Grant covers this location for the caller.',
    means:
      'S3 Access Grants gives credentials only for what one of its grants names, for this user or role and this permission. No IAM or bucket policy replaces a grant.',
    check: 'aws s3control list-access-grants --account-id <account> --output json',
    grantedIn: 'S3 Access Grants',
    changes: [
      {
        says: 'Create a grant for the caller on the location, with `READ`, `WRITE` or `READWRITE`.',
        run: 'aws s3control create-access-grant --account-id <account> --access-grants-location-id <location> --grantee GranteeType=IAM,GranteeIdentifier=<ARN of the role> --permission READ',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-grants.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'storage-class-archived': {
    title: 'The object is archived and must be restored first.',
    means:
      'The object is in an archive storage class (Glacier Flexible Retrieval, Deep Archive or an archive tier). S3 answers 403 until it’s restored. No policy refused this.',
    check: 'aws s3api head-object --bucket {bucket} --key {key} --query [StorageClass,Restore] --output json',
    changes: [
      {
        says: 'Restore the object, wait until it’s done, then read it. For an archive tier of Intelligent-Tiering leave `Days` out.',
        run: RESTORE_OBJECT,
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/restoring-objects.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'bucket-policy-public-blocked': {
    title: 'S3 Block Public Access rejects this public policy.',
    means:
      'The setting stands above all policies, on the bucket, the account or the organization. It rejects a bucket policy that would make the bucket public.',
    check: 'aws s3api get-public-access-block --bucket {bucket} --output json',
    changes: [
      {
        says: 'Name accounts, users or roles in the policy instead of `"*"`, or serve the content through CloudFront with origin access control.',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
        confirmed: '2026-11-28',
      },
      {
        says: 'Only if the bucket is meant to be public: turn the two settings for policies off for the bucket, and for the account where they’re on there too.',
        run: 'aws s3api put-public-access-block --bucket {bucket} --public-access-block-configuration BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=false,RestrictPublicBuckets=false',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'transfer-role': {
    title: 'Transfer Family can’t do this as the user’s role.',
    means:
      'Most often the role lacks the action, or a session policy doesn’t allow it too. A home directory that leads elsewhere gives the same “Permission denied”. On EFS the user’s POSIX ids must be able to do it as well.',
    check: 'aws transfer list-users --server-id {server} --query Users[].[UserName,Role,HomeDirectory] --output json',
    changes: [
      {
        says: 'Check the user’s role, its session policy and home directory. On S3 it needs `s3:ListBucket` on the bucket, `s3:GetObject` and `s3:PutObject` on the objects.',
        page: 'https://docs.aws.amazon.com/transfer/latest/userguide/requirements-roles.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'transfer-to-own-machine': {
    title: 'Most likely the server’s own file permissions refuse this, not AWS.',
    means:
      'The sign-in over SSH worked, and the machine’s operating system refuses the path to this user. IAM takes no part in it: an instance’s role is for calls to AWS.',
    changes: [
      {
        says: 'Look at the directory with `ls -ld` on the machine. Copy to a directory of the user and move the file with `sudo`, or give the user or one of its groups the right to write there.',
        page: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/linux-file-transfer-scp.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'transfer-role-writes': {
    title: 'The Transfer Family user may not write the file.',
    means:
      'Most often the role lacks `s3:PutObject`, or a session policy, if there is one, doesn’t allow it too. A bucket that a KMS key encrypts needs the key’s actions in both. A home directory that leads to another bucket or prefix gives the same “Permission denied”.',
    check: 'aws transfer describe-user --server-id {server} --user-name <user> --output json',
    changes: [
      {
        says: 'Compare the user’s session policy and home directory with those of a user who can write. `s3:PutObject` on the objects must be allowed in the role and in the session policy. With a KMS key also allow `kms:GenerateDataKey` and `kms:Decrypt` on the key in both.',
        page: 'https://docs.aws.amazon.com/transfer/latest/userguide/requirements-roles.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'malware-scan-test-object': {
    title: 'The scan’s role may not put GuardDuty’s test object.',
    means:
      'GuardDuty puts `malware-protection-resource-validation-object` at the bucket’s root, not under the prefixes that it scans. The plan’s role may not.',
    check: DECIDING_COMMANDS.rolePolicies,
    changes: [
      {
        says: 'Allow the plan’s role `s3:PutObject` on that object, and `kms:GenerateDataKey` where the bucket has a KMS key.',
        page: 'https://docs.aws.amazon.com/guardduty/latest/ug/malware-protection-s3-iam-policy-prerequisite.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'datasync-role-trust': {
    title: 'DataSync can’t assume the location’s role.',
    means:
      'DataSync reaches the bucket as the location’s bucket access role. Its trust policy must let in `datasync.amazonaws.com`, and the role must exist at that ARN. A role made seconds ago fails too.',
    check: DECIDING_COMMANDS.role,
    changes: [
      {
        says: 'See that the role exists at that ARN, and that its trust policy names `datasync.amazonaws.com`. If it’s new, wait some seconds and try again.',
        page: 'https://docs.aws.amazon.com/datasync/latest/userguide/create-s3-location.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'datasync-bucket-of-another': {
    title: 'The bucket’s policy must allow DataSync’s role of another account.',
    means:
      'DataSync reaches the bucket as the location’s bucket access role. Across accounts both sides must allow: the role’s own policy, and the bucket policy with the role as principal. The policy of a customer managed KMS key must allow it too.',
    check: DECIDING_COMMANDS.bucketPolicy,
    changes: [
      {
        says: 'Allow the role in the bucket policy: `s3:GetBucketLocation`, `s3:ListBucket` and `s3:ListBucketMultipartUploads` on the bucket, the object actions on its objects. Whoever creates the location needs `s3:ListBucket` too.',
        page: 'https://docs.aws.amazon.com/datasync/latest/userguide/tutorial_s3-s3-cross-account-transfer.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'datasync-location': {
    title: 'DataSync’s bucket access role isn’t let into the bucket.',
    means:
      'DataSync reaches the bucket as the location’s bucket access role. Most often that role’s policy lacks the action or names another bucket. A Deny in the bucket policy, the policy of an S3 endpoint or a KMS key can refuse it too.',
    check: 'aws datasync describe-location-s3 --location-arn {locationArn} --output json',
    changes: [
      {
        says: 'Allow the bucket access role the action that the message names. Then look for a Deny in the bucket policy; across accounts add the role to the bucket policy and the key policy. While the location is created, the bucket’s account must let in whoever creates it too.',
        page: 'https://docs.aws.amazon.com/datasync/latest/userguide/create-s3-location.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'datasync-location-key': {
    title: 'Most likely DataSync’s role can’t use the bucket’s KMS key.',
    means:
      'What you pasted shows a KMS key, and that the access to S3 is there or that unencrypted objects pass. S3 reports a missing `kms:Decrypt` as a refused read. Both the role’s policy and the key policy must allow it.',
    check: DECIDING_COMMANDS.keyPolicy,
    changes: [
      {
        says: 'Allow the bucket access role `kms:Decrypt`, and for a destination `kms:GenerateDataKey`, in its own policies and in the key policy.',
        page: 'https://docs.aws.amazon.com/datasync/latest/userguide/create-s3-location.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'lustre-bucket-role': {
    title: 'Whoever links the bucket may not create FSx’s role for it.',
    means:
      'FSx for Lustre makes a service-linked role for each linked bucket, with the rights of whoever creates the file system or the association. The file system’s clients and the bucket policy have no part in it.',
    changes: [
      {
        says: 'Allow that user or role `iam:CreateServiceLinkedRole`, `iam:AttachRolePolicy` and `iam:PutRolePolicy` on roles under `aws-service-role/s3.data-source.lustre.fsx.amazonaws.com/`.',
        page: 'https://docs.aws.amazon.com/fsx/latest/LustreGuide/setting-up.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'efs-mount-anonymous': {
    title: 'The mount is anonymous, and EFS refuses it.',
    means:
      'The mount that you pasted doesn’t have the option `iam`, so EFS sees an anonymous client: statements of a file system policy for a role don’t cover it. A path or an access point’s directory that isn’t there gives the same message.',
    check: DECIDING_COMMANDS.fileSystemPolicy,
    changes: [
      {
        says: 'If the file system has a policy, add `iam` beside `tls` to the mount options: `-o tls,iam`, or in Kubernetes `mountOptions` of the volume or storage class. Then the client’s role is checked. Without a policy, check the path and the access point.',
        comesFirst: true,
        page: 'https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'efs-mount-denied': {
    title: 'EFS refuses this client’s mount.',
    means:
      'EFS checks `elasticfilesystem:ClientMount` (and `ClientWrite`, `ClientRootAccess`) of the client. Without `-o iam` the client is anonymous, so only the file system policy counts. A path or an access point’s directory that isn’t there gives the same message.',
    check: DECIDING_COMMANDS.fileSystemPolicy,
    changes: [
      {
        says: 'If the file system has a policy, mount with `-o tls,iam` and allow the client’s role `elasticfilesystem:ClientMount` and `ClientWrite`, in its own policy or the file system policy. Without a policy, check that the access point and the path exist.',
        page: 'https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'efs-mount-denied-to-task': {
    title: 'EFS refuses the task’s mount.',
    means:
      'EFS checks `elasticfilesystem:ClientMount` (and `ClientWrite`, `ClientRootAccess`) of the client. A task mounts as its task role only where the volume has `transitEncryption` and `authorizationConfig.iam` on; else it is anonymous, and only the file system policy counts. A path or an access point’s directory that isn’t there gives the same message.',
    check: DECIDING_COMMANDS.fileSystemPolicy,
    changes: [
      {
        says: 'If the file system has a policy, set `transitEncryption` and `authorizationConfig.iam` to `ENABLED` in the task definition’s `efsVolumeConfiguration`, and allow the task role `elasticfilesystem:ClientMount` and `ClientWrite`, in its own policy or the file system policy. Without a policy, check that the access point and the path exist.',
        comesFirst: true,
        page: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specify-efs-config.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'nfs-export-of-volume': {
    title: 'The FSx volume doesn’t let this client mount it.',
    means:
      'The file system is reachable and answers for itself. On ONTAP the export policy of the volume decides, on OpenZFS the NFS exports of the volume, both by the client’s address; a path that isn’t exported gives the same message. IAM takes no part in a mount.',
    check:
      'aws fsx describe-volumes --query Volumes[].[VolumeId,Name,OntapConfiguration.JunctionPath,OpenZFSConfiguration.NfsExports] --output json',
    changes: [
      {
        says: 'Check the path of the mount: the junction path on ONTAP, `/fsx/…` on OpenZFS. Then allow the client’s address there: a rule of the ONTAP export policy, or `NfsExports` of the OpenZFS volume.',
        page: 'https://docs.aws.amazon.com/fsx/latest/ONTAPGuide/attach-linux-client.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'nfs-export-of-server': {
    title: 'The NFS server doesn’t export this path to the client.',
    means: 'The server’s own exports decide, by the client’s address and the path. IAM takes no part in it.',
    changes: [
      {
        says: 'On the server compare the exports with the client’s address and the path, allow both there, and load the exports again.',
        run: 'showmount -e <server>',
        page: 'https://man7.org/linux/man-pages/man5/exports.5.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'backup-vault-policy': {
    title: 'The caller isn’t allowed to do this with the vault.',
    means:
      'Most often a Deny in the vault’s access policy: it stops everyone it names, whatever their own policies allow. AWS Backup says the same where the caller’s own policies lack an action of the vault or of its KMS key.',
    check: 'aws backup get-backup-vault-access-policy --backup-vault-name {vault} --output json',
    changes: [
      {
        says: 'Look for a Deny in the vault’s access policy. If one applies, change the call so that it doesn’t, or ask the vault’s owner for an exception. If none does, allow the caller the action.',
        page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/create-a-vault-access-policy.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'backup-role': {
    title: 'The backup role lacks a permission for this resource.',
    means:
      'AWS Backup works as the role in the backup plan, not as you. The role must exist, trust `backup.amazonaws.com` and have the permissions of the resource type; an encrypted resource’s KMS key must let it in.',
    check: DECIDING_COMMANDS.rolePolicies,
    changes: [
      {
        says: 'See that the role exists and trusts `backup.amazonaws.com`. Attach `AWSBackupServiceRolePolicyForBackup` to it, or `AWSBackupServiceRolePolicyForRestores` for a restore; for S3 also the S3 versions.',
        page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/iam-service-roles.html',
        confirmed: '2026-11-29',
      },
      {
        says: 'For an encrypted resource allow the role the key’s actions in the key policy.',
        page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/iam-service-roles.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'backup-vault-key': {
    title: 'Creating a backup vault needs further permissions.',
    means:
      'The caller also needs `backup-storage:MountCapsule`, and on the vault’s key `kms:CreateGrant`, `kms:GenerateDataKey`, `kms:Decrypt`, `kms:RetireGrant` and `kms:DescribeKey`. `backup:*` holds none of them.',
    changes: [
      {
        says: 'Allow the caller `backup:CreateBackupVault` and `backup-storage:MountCapsule` on `*`, and the key’s actions on the key of the vault.',
        page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/create-a-vault.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'backup-copy-vault': {
    title: 'AWS Backup isn’t allowed to copy into the destination vault.',
    means:
      'A copy into another account needs `backup:CopyIntoBackupVault` in the access policy of the destination vault, and in the policies of the job’s role. Both accounts must be in one organization with cross-account backup on. The default vault and AWS managed keys can’t be used.',
    check: 'aws backup get-backup-vault-access-policy --backup-vault-name {vault} --output json',
    changes: [
      {
        says: 'Allow the source account `backup:CopyIntoBackupVault` in the vault’s access policy, and the job’s role in its own. Share the customer managed key that encrypts the source.',
        page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/create-cross-account-backup.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'backup-copy-default-key': {
    title: 'The vault has AWS Backup’s own key, which rules out this copy.',
    means:
      'A copy to another account needs a vault with a customer managed key: the policy of the key `aws/backup` can’t be changed, so it lets no other account in. No policy refused this. The vault’s access policy and the role aren’t the cause.',
    changes: [
      {
        says: 'Create another vault with a customer managed key, since a vault’s key can’t be changed. Give it the same access policy and copy there.',
        run: 'aws backup create-backup-vault --backup-vault-name <vault> --encryption-key-arn <key ARN>',
        page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/create-cross-account-backup.html',
        confirmed: 'unconfirmed',
      },
      {
        says: 'Let the source account use that key in its key policy.',
        page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/create-cross-account-backup.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'backup-region-opt-in': {
    title: 'The resource type isn’t turned on in AWS Backup.',
    means:
      'AWS Backup only protects resource types that the Region’s settings turn on. This is a per-Region account setting.',
    check: 'aws backup describe-region-settings --output json',
    changes: [
      {
        says: 'Turn the resource type on in the Region’s settings.',
        run: 'aws backup update-region-settings --resource-type-opt-in-preference <resource type>=true',
        page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/API_UpdateRegionSettings.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'backup-same-organization': {
    title: 'AWS Backup copies only within one organization.',
    means:
      'A copy into another account works only if both accounts are in the same organization and cross-account backup is on. No policy of the vault or the role replaces that.',
    check: 'aws organizations describe-organization --output json',
    changes: [
      {
        says: 'Choose a vault of an account in the same organization, or move the account back into it. In the management account turn on cross-account backup.',
        page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/create-cross-account-backup.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'inventory-destination': {
    title: 'S3 can’t write its reports to the destination bucket.',
    means:
      'S3 writes inventory and analytics reports as `s3.amazonaws.com`. The destination must be in the source’s Region, and its policy must allow that service `s3:PutObject`. A KMS key for the report must allow it `kms:GenerateDataKey`.',
    check: DECIDING_COMMANDS.bucketPolicy,
    changes: [
      {
        says: 'Allow `s3.amazonaws.com` `s3:PutObject` on the destination’s objects, with `aws:SourceArn` and `aws:SourceAccount` of the source bucket. If the report has a KMS key, allow `kms:GenerateDataKey` in the key’s policy too.',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/configure-inventory.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'bucket-behind-origin-identity': {
    title: 'The bucket policy doesn’t let CloudFront’s origin access identity in.',
    means:
      'The caller is the origin access identity {identity} of a distribution: only the bucket policy can let it in. Where `s3:ListBucket` is refused, the object usually isn’t there. It can’t read objects encrypted with KMS.',
    check: DECIDING_COMMANDS.bucketPolicy,
    changes: [
      {
        says: 'Allow the identity `s3:GetObject` in the bucket policy; if `s3:ListBucket` is what was refused, look first whether the object exists. Better, move the distribution to origin access control and allow `cloudfront.amazonaws.com` for it.',
        page: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'batch-manifest': {
    title: 'The job’s role can’t read the manifest.',
    means:
      'S3 Batch Operations reads the manifest as the job’s role. That role needs `s3:GetObject` and `s3:GetObjectVersion` on it, and the manifest’s bucket policy must not deny it. A CSV manifest with SSE-KMS isn’t supported.',
    check: DECIDING_COMMANDS.rolePolicies,
    changes: [
      {
        says: 'Allow the job’s role both actions on the manifest. If a KMS key encrypts a CSV manifest, store it with SSE-S3 and make a new job.',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/batch-ops-iam-role-policies.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'object-customer-key': {
    title: 'S3 needs the right customer-provided key (SSE-C) for this.',
    means:
      'S3 doesn’t keep the key of such an object. Each call must send the algorithm, the key in Base64 and the key’s MD5: one is missing here, or doesn’t fit. No policy refused this.',
    changes: [
      {
        says: 'Send the key that the object was stored with.',
        option: { is: 'added', words: '--sse-customer-algorithm AES256 --sse-customer-key <key>' },
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerSideEncryptionCustomerKeys.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'cross-origin-request': {
    title: 'The bucket’s CORS rules refuse the browser, not a policy.',
    means:
      'S3 answers 403 to a cross-origin request whose origin, method or headers no CORS rule of the bucket has. Policies may allow all of it.',
    check: 'aws s3api get-bucket-cors --bucket {bucket} --output json',
    changes: [
      {
        says: 'Add a CORS rule with exactly this origin, method and these headers. Name the origin, not `*`, where cookies or credentials are sent.',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/cors-troubleshooting.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'logging-across-regions': {
    title: 'The log bucket is in another Region.',
    means:
      'Server access logs can go only to a bucket of the same Region and account as the bucket they are about. No permission changes that.',
    check: 'aws s3api get-bucket-location --bucket {bucket} --output json',
    changes: [
      {
        says: 'Choose a target bucket of the same Region and account.',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/troubleshooting-server-access-logging.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'metadata-table-setup': {
    title: 'Whoever set up the metadata table lacks permissions of S3 Tables.',
    means:
      'S3 makes the metadata table in the name of whoever created the configuration: `s3tables:CreateNamespace`, `CreateTable`, `GetTable` and `PutTablePolicy` are needed as well as the S3 action.',
    changes: [
      {
        says: 'Allow the four actions, then delete the metadata configuration of the bucket and create it again.',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_ErrorDetails.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'metadata-table-policy': {
    title: 'The metadata table’s policy no longer lets S3 write.',
    means:
      'S3 writes the table by the table policy that it made itself. That policy was changed or removed; it can’t be repaired by hand.',
    changes: [
      {
        says: 'Delete the bucket’s metadata configuration and create it again: S3 then makes a new table with its policy.',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_ErrorDetails.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'outposts-access-point-network': {
    title: 'An access point on Outposts must belong to a VPC.',
    means:
      'S3 on Outposts has no public access points: the request left the VPC configuration out. No policy was evaluated.',
    changes: [
      {
        says: 'Create the access point with a VPC configuration.',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'organization-blocks-public-access': {
    title: 'The organization manages Block Public Access for this account.',
    means:
      'An S3 policy of AWS Organizations sets Block Public Access for the whole account. Nobody in the account can change it, whatever IAM allows.',
    changes: [
      {
        says: 'Ask the organization’s management account, or the delegated administrator, to change the S3 policy or to detach it from this account.',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/configuring-block-public-access-account.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'upload-form-policy': {
    title: 'The upload doesn’t meet the form’s own signed policy.',
    means:
      'A browser upload by POST carries a policy that was signed with it. A field of the form, such as the key, the size or the ACL, is not as that policy says, or the policy has expired. No IAM policy refused it.',
    changes: [
      {
        says: 'If it says “Policy expired”, sign a new form. Else compare each field with the conditions of the signed policy; every field but the signature needs a condition there.',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-HTTPPOSTConstructPolicy.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'backup-vss-role': {
    title: 'The Windows VSS backup couldn’t run on the instance.',
    means:
      'A VSS backup runs on the instance, through SSM Agent, as its instance profile. Most often that role lacks `AWSEC2VssSnapshotPolicy`, next to the core policy of Systems Manager, or the agent isn’t online.',
    check: 'aws ssm describe-instance-information --output json',
    changes: [
      {
        says: 'See that SSM Agent is online and that the instance runs. Attach `AWSEC2VssSnapshotPolicy` to the instance profile’s role if it isn’t there.',
        page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/windows-backups.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'backup-restore-role': {
    title: 'AWS Backup’s role lacks a permission for this job.',
    means:
      'AWS Backup works as the role that you chose. Most often it restores an EC2 instance with an instance profile: then it also needs `iam:PassRole` on the profile’s role, which the managed policies leave out.',
    changes: [
      {
        says: 'For a restore attach `AWSBackupServiceRolePolicyForRestores` to the role, and allow it `iam:PassRole` on the role of the instance profile, or restore without the profile. For a backup attach `AWSBackupServiceRolePolicyForBackup`.',
        page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/restoring-ec2.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'client-bucket-check': {
    title: 'The program isn’t allowed to look whether the bucket exists.',
    means:
      'The check is a HEAD of the bucket, which needs `s3:ListBucket` on the bucket itself, without `/*`. It says nothing of the objects. A bucket of that name in another account gives the same answer.',
    check: 'aws s3api head-bucket --bucket {bucket}',
    changes: [
      {
        says: 'Allow `s3:ListBucket` on the bucket’s ARN to the user or role of the program. If the bucket isn’t yours, choose another name.',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadBucket.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'bucket-name-taken': {
    title: 'The bucket’s name is taken.',
    means:
      'Bucket names are shared by all accounts of a partition. Another account has this one, or you have it already. Nothing was denied.',
    changes: [
      {
        says: 'Take another name, or use the bucket if it’s yours: `aws s3api head-bucket` answers 403 for another account’s.',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'file-system-bucket': {
    title: 'The caller can’t use the bucket that FSx is linked to.',
    means:
      'FSx checks the link to S3 in the caller’s name when it’s made. The caller needs to read, list and write the bucket. The file system then uses a service-linked role of its own.',
    check: DECIDING_COMMANDS.bucketPolicy,
    changes: [
      {
        says: 'Allow the caller `s3:Get*`, `s3:List*` and `s3:PutObject` on the bucket before creating the link. The bucket policy must not deny FSx’s service-linked role.',
        page: 'https://docs.aws.amazon.com/fsx/latest/LustreGuide/troubleshooting-misconfigured-bucket-import.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'file-share-trust': {
    title: 'The file share’s role doesn’t let Storage Gateway assume it.',
    means:
      'The gateway reaches the bucket with the role of the file share. Its trust policy must name `storagegateway.amazonaws.com`.',
    check: DECIDING_COMMANDS.trustPolicy,
    changes: [
      {
        says: 'Name `storagegateway.amazonaws.com` in the role’s trust policy, with your account as `aws:SourceAccount`.',
        page: 'https://docs.aws.amazon.com/filegateway/latest/files3/troubleshooting-logging-errors.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'file-share-bucket': {
    title: 'The file share’s role can’t use its bucket.',
    means:
      'The gateway reaches the bucket as the role of the file share. The role, the bucket’s policy and the VPC endpoint’s policy must all allow that, and an encrypted bucket’s key too.',
    check: DECIDING_COMMANDS.rolePolicies,
    changes: [
      {
        says: 'Allow the file share’s role `s3:ListBucket` and `s3:GetBucketLocation` on the bucket, and `s3:GetObject`, `s3:PutObject` and `s3:DeleteObject` on its objects. Listing objects is `s3:ListBucket` in a policy. Then look for a Deny in the bucket policy.',
        page: 'https://docs.aws.amazon.com/filegateway/latest/files3/troubleshooting-logging-errors.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'acceleration-off': {
    title: 'Transfer Acceleration is off for this bucket.',
    means: 'The request went to the accelerated endpoint of a bucket that has none. No policy refused this.',
    check: 'aws s3api get-bucket-accelerate-configuration --bucket {bucket} --output json',
    changes: [
      {
        says: 'Call the bucket’s Regional endpoint: leave acceleration out of the client. Or let the bucket’s owner turn it on.',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/transfer-acceleration.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'backup-vault-not-yours': {
    title: 'This account may have no such vault.',
    means:
      'AWS Backup answers the same for a vault that isn’t in this account and Region. A vault that another account shares is found only with that account’s id. A lack of permission names the action instead.',
    check: 'aws backup list-backup-vaults --output json',
    changes: [
      {
        says: 'Check the vault’s name and Region. For a shared vault name its owner with `--backup-vault-account-id`.',
        option: {
          is: 'added',
          words: '--backup-vault-account-id <account of the vault>',
        },
        page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/API_DescribeBackupVault.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'batch-manifest-encrypted': {
    title: 'A CSV manifest that a KMS key encrypts isn’t supported.',
    means:
      'S3 Batch Operations reads a CSV manifest only without SSE-KMS: no permission opens it. Or the job’s role lacks `s3:GetObject` or `s3:GetObjectVersion` on the manifest.',
    changes: [
      {
        says: 'Store the manifest with SSE-S3, and make a new job with it. Then check that the job’s role may read it.',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/troubleshooting-batch-operations.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'replication-write-refused': REPLICA_REFUSED,
  'replication-role-writes': REPLICA_REFUSED,
  'replication-write-and-owner': {
    title: 'The replication role can’t write replicas, or not change their owner.',
    means:
      'The rule gives replicas to the owner of the destination bucket. Then both the replication role and the destination’s bucket policy must allow it `s3:ObjectOwnerOverrideToBucketOwner`, besides `s3:ReplicateObject`, `s3:ReplicateDelete` and `s3:ReplicateTags`.',
    check: REPLICATION_FROM_SOURCE,
    changes: [
      {
        says: 'Allow the replication role all four, in its own policy and in the destination’s bucket policy. Failed objects need S3 Batch Replication to be copied again.',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-change-owner.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'replication-owner-override': {
    title: 'Most likely the replication role may not change the owner.',
    means:
      'The rule gives replicas to the owner of the destination bucket. For that the replication role also needs `s3:ObjectOwnerOverrideToBucketOwner` on the destination’s objects, and the destination’s bucket policy must allow it too.',
    check: REPLICATION,
    changes: [
      {
        says: 'Allow the replication role `s3:ObjectOwnerOverrideToBucketOwner` on the destination’s objects. Failed objects need S3 Batch Replication to be copied again.',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-change-owner.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'replication-of-encrypted': {
    title: 'Most likely the replication role can’t use a KMS key.',
    means:
      'To replicate objects under KMS keys, the replication role needs `kms:Decrypt` on the source’s key and `kms:Encrypt` on the destination’s key. The policies of both keys must let it in.',
    check: REPLICATION,
    changes: [
      {
        says: 'Allow the replication role `kms:Decrypt` on the source’s key and `kms:Encrypt` on the key that the rule names. Failed objects need S3 Batch Replication to be copied again.',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-config-for-kms-objects.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'replication-status-failed': {
    title: 'Most often the replication role lacks a permission.',
    means:
      'S3 gives only the state of the object. It replicates as the role in the replication rule: that role must read the source (`s3:GetObjectVersionForReplication`), write the destination (`s3:ReplicateObject`) and use the keys of both. The destination’s policy must let in a role of another account.',
    check: REPLICATION,
    changes: [
      {
        says: 'Compare the role of the replication rule with what the page lists, for the source, the destination and their keys.',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-troubleshoot.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'mount-keeps-no-owner': {
    title: 'Mountpoint can’t change the owner, mode or times of files.',
    means:
      'Objects in S3 have no owner or mode of a file system. Mountpoint gives all files those that it was mounted with, and refuses to change them. S3 was not asked.',
    changes: [
      {
        says: 'Set them for the whole mount: `--uid`, `--gid`, `--file-mode`, `--dir-mode`, with `--allow-other`; in a persistent volume as `mountOptions`. Then leave `chown` and `chmod` out, also where a tool copies with them.',
        page: 'https://github.com/awslabs/mountpoint-s3/blob/main/doc/CONFIGURATION.md',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'mount-deletes-nothing': {
    title: 'Mountpoint deletes and overwrites nothing unless told to.',
    means: 'Mountpoint for Amazon S3 refuses to delete or overwrite files unless it was mounted so. S3 was not asked.',
    changes: [
      {
        says: 'Mount with `--allow-delete`, and with `--allow-overwrite` to replace files. In a persistent volume they are `mountOptions`: `allow-delete`, `allow-overwrite`.',
        page: 'https://github.com/awslabs/mountpoint-s3/blob/main/doc/CONFIGURATION.md',
        confirmed: '2026-11-30',
      },
    ],
  },
  'file-system-import': {
    title: 'The file system may not read this S3 object.',
    means:
      'FSx reads as the file system’s service-linked role. Objects of another owner, or under a KMS key that doesn’t let this role in, are refused while others of the bucket work.',
    check: 'aws s3api head-object --bucket {bucket} --key {key}',
    changes: [
      {
        says: 'Look at the object’s owner and key. Let the bucket policy and that key’s policy allow the file system’s service-linked role, or copy the object as the bucket’s owner.',
        page: 'https://docs.aws.amazon.com/fsx/latest/LustreGuide/data-repo-task-error-logs.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'file-system-export': {
    title: 'The file system may not write this S3 object.',
    means:
      'FSx writes as the file system’s service-linked role. A Deny in the bucket policy, or a KMS key that doesn’t let this role in, refuses it.',
    check: DECIDING_COMMANDS.bucketPolicy,
    changes: [
      {
        says: 'Let the bucket policy and the policy of the bucket’s KMS key allow the file system’s service-linked role.',
        page: 'https://docs.aws.amazon.com/fsx/latest/LustreGuide/data-repo-task-error-logs.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'object-archived': {
    title: 'The object is archived and must be restored first.',
    means:
      'Objects in S3 Glacier Flexible Retrieval, Deep Archive or an archive tier can’t be read until they’re restored. No permission is missing.',
    changes: [
      {
        says: 'Restore the object, wait until it’s there, then read it. The restored copy is temporary: to keep it readable, copy it to S3 Standard.',
        run: RESTORE_OBJECT,
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/restoring-objects.html',
        confirmed: '2026-11-30',
      },
      {
        says: 'If a lifecycle rule archives objects that are still in use, limit or remove it.',
        run: 'aws s3api get-bucket-lifecycle-configuration --bucket {bucket} --output json',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'bucket-policy-of-other-owner': {
    title: 'Only the bucket’s own account may change its policy.',
    means:
      'S3 answers so where a caller of another account, with the permission, reads or changes the bucket policy. No policy can allow it.',
    changes: [
      {
        says: 'Make the call as a role of the bucket’s account, or ask its owner to.',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketPolicy.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'backup-role-for-buckets': {
    title: 'The backup role isn’t allowed to back up or restore the bucket.',
    means:
      'AWS Backup works as the role of the backup plan. The general backup policy doesn’t cover S3: buckets need a managed policy of their own. With that attached, look for a Deny in the bucket policy or an SCP.',
    check: DECIDING_COMMANDS.rolePolicies,
    changes: [
      {
        says: 'Attach `AWSBackupServiceRolePolicyForS3Backup` to the backup role; for a restore `AWSBackupServiceRolePolicyForS3Restore`.',
        run: `${CHANGING_COMMANDS.attachPolicy} arn:aws:iam::aws:policy/AWSBackupServiceRolePolicyForS3Backup`,
        page: 'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSBackupServiceRolePolicyForS3Backup.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'file-system-bucket-of-another': {
    title: 'FSx can’t validate access to the other account’s bucket.',
    means:
      'FSx checks the bucket in the caller’s name. The bucket is another account’s, so both must allow it: the caller’s own policies and the bucket policy.',
    check: 'aws s3api get-bucket-policy --bucket <bucket> --query Policy --output text',
    changes: [
      {
        says: 'In the bucket’s account allow the file system’s account, or the caller and FSx’s service-linked role, `s3:Get*`, `s3:List*` and `s3:PutObject` on the bucket and its objects. The caller’s own policies must allow them too.',
        page: 'https://docs.aws.amazon.com/fsx/latest/LustreGuide/create-dra-fails-access.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'access-grants-instance': {
    title: 'There is no S3 Access Grants instance in this Region.',
    means:
      'Each account has one Access Grants instance a Region, and it must be created before locations, grants or `GetDataAccess`. No policy refused this.',
    check: 'aws s3control list-access-grants-instances --account-id <account> --output json',
    changes: [
      {
        says: 'Check the Region and the account. Create the instance there, then register a location and add the grant.',
        run: 'aws s3control create-access-grants-instance --account-id <account>',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_control_CreateAccessGrantsInstance.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'efs-task-anonymous': {
    title: 'The task mounts anonymously, and EFS refuses it.',
    means:
      'The volume that you pasted doesn’t turn `authorizationConfig.iam` on, so the task role takes no part in the mount. Statements for that role don’t cover an anonymous client. A missing path gives the same message.',
    check: DECIDING_COMMANDS.fileSystemPolicy,
    changes: [
      {
        says: 'Set `authorizationConfig.iam` and `transitEncryption` to `ENABLED` in the volume’s `efsVolumeConfiguration`, and allow the task role `elasticfilesystem:ClientMount` and `ClientWrite`, in its own policy or the file system policy. Then run the new revision.',
        comesFirst: true,
        page: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specify-efs-config.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'efs-mount-signed': {
    title: 'EFS refuses the mount of the role that signs it.',
    means:
      'The mount helper names the credentials that it signs with, so the mount isn’t anonymous. Most often neither that role’s policies nor the file system policy allows it, or one of them denies it. Actions that manage file systems allow no mount. A missing path gives the same message.',
    check: DECIDING_COMMANDS.fileSystemPolicy,
    changes: [
      {
        says: 'Allow the role in the log `elasticfilesystem:ClientMount` and `ClientWrite` on the file system, in its own policy or the file system policy.',
        page: 'https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html',
        confirmed: '2026-12-02',
      },
    ],
  },
  'efs-task-role-refused': {
    title: 'EFS refuses the mount of the task role.',
    means:
      'The volume turns IAM on, so the task mounts as its task role, not as the execution role. Most often neither the role’s own policies nor the file system policy allows it, or one of them denies it or names another access point. A missing path gives the same message.',
    check: DECIDING_COMMANDS.fileSystemPolicy,
    changes: [
      {
        says: 'Allow the task role `elasticfilesystem:ClientMount` and `ClientWrite` on the file system, in its own policy or the file system policy, and `ClientRootAccess` if the container writes as root without an access point.',
        page: 'https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'notification-to-fifo': {
    title: 'S3 sends no notifications to a FIFO queue or topic.',
    means: 'A bucket’s notification goes to standard queues and topics only; no policy changes that.',
    changes: [
      {
        says: 'Send to a standard queue or topic. If order matters turn on EventBridge for the bucket, and let a rule send to the FIFO queue.',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/NotificationHowTo.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'notification-key': {
    title: 'Most likely the destination’s KMS key doesn’t let S3 in.',
    means:
      'The text has a statement that lets `s3.amazonaws.com` send, and a customer managed key that encrypts the queue or topic. S3 sends a test message first, so the key policy must allow it too.',
    changes: [
      {
        says: 'Allow `s3.amazonaws.com` `kms:GenerateDataKey` and `kms:Decrypt` in the policy of that key. Then save the notification again. If that isn’t it, compare `aws:SourceArn` in the queue’s or topic’s policy with the bucket.',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/grant-destinations-permissions-to-s3.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'public-block-of-account': {
    title: 'Most likely the account’s Block Public Access refuses it, not the bucket’s.',
    means:
      'The bucket’s own setting is off, as you pasted it. S3 applies the stricter of the bucket’s and the account’s, and an organization’s S3 policy can set the account’s.',
    changes: [
      {
        says: 'Name accounts, users or roles in the policy instead of `"*"`, or serve the content through CloudFront with origin access control.',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/configuring-block-public-access-bucket.html',
        confirmed: '2026-12-01',
      },
      {
        says: 'Only if buckets of this account are meant to be public: look at the account’s setting, and have whoever answers for it turn `BlockPublicPolicy` off. This is for all buckets of the account.',
        run: 'aws s3control get-public-access-block --account-id {account}',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/configuring-block-public-access-bucket.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'public-block-still-on': {
    title: 'Most likely Terraform puts the policy before the block is off.',
    means:
      'A new bucket blocks public policies. The configuration turns that off in a resource that the bucket policy doesn’t depend on, so Terraform makes both at once.',
    changes: [
      {
        says: 'Add `depends_on = [aws_s3_bucket_public_access_block.…]` to the bucket policy, and apply again. If it’s still refused, the account’s own setting is on.',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/configuring-block-public-access-bucket.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'bucket-key-not-found': {
    title: 'The encryption names a KMS key that isn’t found.',
    means:
      'The name comes from the call or from the bucket’s default encryption. A name that is no ARN is looked up in the account of whoever uploads, and no key has that id. `aws/s3` belongs to the alias of AWS’s own key; other accounts can’t use that key at all.',
    check: 'aws s3api get-bucket-encryption --bucket <bucket>',
    changes: [
      {
        says: 'Name the whole ARN of a customer managed key in the call or, as the bucket’s owner, in its default encryption, or use `AES256`. Until then the call can name it itself, for example `--sse AES256`.',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_ServerSideEncryptionByDefault.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'efs-posix': {
    title: 'The file system is mounted; its POSIX permissions refuse this.',
    means:
      'EFS let the client mount, so this is about the owner and mode of the directory. An access point with a POSIX user makes every client that user, whoever the process runs as. Without `elasticfilesystem:ClientRootAccess`, where a policy decides, root is nobody. A missing `ClientWrite` says “Read-only file system” instead.',
    check: 'aws efs describe-access-points --query AccessPoints[].[AccessPointId,PosixUser,RootDirectory]',
    changes: [
      {
        says: 'Look at the directory with `ls -ldn`. Give it the owner that the access point or the process has, from a client that mounts the file system’s root as root. Or let an access point create a new directory: owner and permissions are set only when EFS makes it.',
        page: 'https://docs.aws.amazon.com/efs/latest/ug/API_CreationInfo.html',
        confirmed: '2026-12-02',
      },
    ],
  },
  'gateway-activation-key': {
    title: 'The gateway’s or agent’s activation key is spent or of another Region.',
    means:
      'An activation key works once, for half an hour, and in the Region for which it was made. No permission was refused.',
    changes: [
      {
        says: 'Get a new key from the gateway itself, with the Region in the request, and activate it at once.',
        page: 'https://docs.aws.amazon.com/storagegateway/latest/vgw/get-activation-key.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'datasync-bucket-elsewhere': {
    title: 'The bucket is in another Region than DataSync expects.',
    means:
      'A location is made in the Region of its bucket. An agent serves only the Region in which it was activated, and a bucket of an opt-in Region needs a call there. No permission was refused.',
    check: 'aws s3api get-bucket-location --bucket <bucket> --output text',
    changes: [
      {
        says: 'Create the location in the bucket’s own Region, or take a bucket in the Region that the message names.',
        page: 'https://docs.aws.amazon.com/datasync/latest/userguide/create-s3-location.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'transfer-login-refused': {
    title: 'The Transfer Family server didn’t accept the login.',
    means:
      'For a user that the service manages, the key isn’t one of the user’s SSH public keys, or the user name differs. A custom identity provider or directory returned no role or refused the user. The role’s permissions count only after the login.',
    check: 'aws transfer describe-user --server-id <server> --user-name <user> --output json',
    changes: [
      {
        says: 'Compare the client’s public key and user name with the user of the server. With an identity provider of your own, test it and read its answer (`aws transfer test-identity-provider`).',
        page: 'https://docs.aws.amazon.com/transfer/latest/userguide/transfer-troubleshooting.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
} as const satisfies Readonly<Record<keyof typeof STORAGE_SHAPES, SituationAnswer>>

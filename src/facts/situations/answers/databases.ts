import type { DATABASES_SHAPES } from '../shapes/databases'
import type { SituationAnswer } from '../situation-row'
import { DECIDING_COMMANDS } from '../deciding-commands'

/** What databases, file systems, streams and transfers say in words of their own: what is said of each. */
export const DATABASES_ANSWERS = {
  'lustre-ports': {
    title: 'The security group doesn’t let Lustre talk to itself.',
    means:
      'FSx checks the network before it creates a Lustre file system. The security group must let itself and the clients in on TCP 988 and 1018-1023; with EFA it must allow all traffic to and from itself. “Permissions” here are rules of the group, not of IAM.',
    changes: [
      {
        says: 'Add these rules to the security group, with the group itself as source and destination. Then create the file system again.',
        run: 'aws ec2 describe-security-group-rules --filters Name=group-id,Values=<security group>',
        page: 'https://docs.aws.amazon.com/fsx/latest/LustreGuide/cannot-create-fs.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'directory-account-of-files': {
    title: 'FSx can’t reach or sign in to Active Directory.',
    means:
      'FSx joins the file system to the domain with the service account that you named. Its user name or password is wrong, or the domain controllers’ ports and DNS aren’t reachable from the file system’s subnets. No IAM policy takes part.',
    grantedIn: 'Active Directory',
    changes: [
      {
        says: 'Check the account’s name and password, the DNS addresses, and the security groups’ ports to the controllers. Then update the self-managed Active Directory configuration. A file system whose creation failed has to be deleted and created again.',
        run: 'aws fsx describe-file-systems --query FileSystems[].[FileSystemId,Lifecycle,FailureDetails]',
        page: 'https://docs.aws.amazon.com/fsx/latest/WindowsGuide/unable-to-create-fs-self-ad.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'cassandra-password': {
    title: 'Keyspaces doesn’t accept this user name and password.',
    means:
      'Password sign-in takes service-specific credentials: a user name of the form `user-at-111122223333` and a generated password of an IAM user. An access key pair, a password that was reset or credentials made inactive are refused. IAM policies come after the sign-in.',
    changes: [
      {
        says: 'If they are service-specific credentials, compare them with the list, and reset the password. If not, generate them for your IAM user, or sign in with the SigV4 plugin and your access keys. In `cqlsh` that is `cqlsh-expansion` with the `SigV4AuthProvider`.',
        run: 'aws iam list-service-specific-credentials --user-name <user> --service-name cassandra.amazonaws.com',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_keyspaces.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'document-mechanism': {
    title: 'The cluster doesn’t know the driver’s sign-in mechanism.',
    means:
      'DocumentDB takes `SCRAM-SHA-1`; `SCRAM-SHA-256` only from versions 5.0.1 and 8.0.1, for users that were given it; and `MONGODB-AWS` for IAM users of the cluster. The password and IAM policies aren’t the cause.',
    changes: [
      {
        says: 'Add `authMechanism=SCRAM-SHA-1` to the connection string. Or upgrade the cluster and give the user `SCRAM-SHA-256`.',
        page: 'https://docs.aws.amazon.com/documentdb/latest/devguide/scram-sha-256-auth.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'document-iam-mechanism': {
    title: 'Most likely this cluster doesn’t offer sign-in with IAM.',
    means:
      'What you pasted uses `MONGODB-AWS`, the mechanism of IAM. Amazon DocumentDB has it only in instance-based clusters from version 5.0 on. No policy was asked.',
    check: 'aws docdb describe-db-clusters --query DBClusters[].[DBClusterIdentifier,EngineVersion] --output json',
    changes: [
      {
        says: 'If the version is below 5.0, upgrade the cluster, or sign in with a password and `authMechanism=SCRAM-SHA-1`. The primary user always signs in with its password.',
        page: 'https://docs.aws.amazon.com/documentdb/latest/developerguide/iam-identity-auth.html',
        confirmed: '2026-12-03',
      },
    ],
  },
  'vault-retrieval-policy': {
    title: 'The account’s Glacier data retrieval policy refuses the job.',
    means:
      'This policy is a spending limit of the account in this Region: “Free Tier Only” or “Max Retrieval Rate”. The job would exceed it. IAM, vault policies and vault locks aren’t the cause.',
    grantedIn: 'the account’s data retrieval policy',
    changes: [
      {
        says: 'Look at the policy. Raise its rate or set the strategy `None`, which can cost more, or retrieve smaller parts later.',
        run: 'aws glacier get-data-retrieval-policy --account-id -',
        page: 'https://docs.aws.amazon.com/amazonglacier/latest/dev/data-retrieval-policy.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'transfer-location-arn': {
    title: 'The ARN that DataSync got isn’t of the caller’s account.',
    means:
      'A task takes the ARNs of two DataSync locations of its own account, `arn:aws:datasync:…:location/loc-…`. Usually it got a bucket’s ARN, which has no account, so the account in the message is empty. Otherwise the location is another account’s.',
    changes: [
      {
        says: 'Create a location for each side in the task’s account, and give their ARNs to the task: `aws_datasync_location_s3`, `aws_datasync_location_efs` in Terraform.',
        run: 'aws datasync list-locations --output json',
        page: 'https://docs.aws.amazon.com/datasync/latest/userguide/API_CreateTask.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'transfer-export-refused': {
    title: 'The NFS server doesn’t export this path to the DataSync agent.',
    means:
      'The agent mounts the share as a client. The server’s exports decide, by the agent’s address and the path; IAM doesn’t take part.',
    changes: [
      {
        says: 'Allow the agent’s address in the server’s exports, with `no_root_squash` where it must read everything. Check the path of the location.',
        run: 'aws datasync describe-location-nfs --location-arn <ARN of the location>',
        page: 'https://docs.aws.amazon.com/datasync/latest/userguide/create-nfs-location.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'transfer-efs-refused': {
    title: 'EFS refuses DataSync’s mount of the file system.',
    means:
      'DataSync mounts the file system with the access role of the location, or anonymously where it has none. A file system policy then refuses an anonymous mount, or one without TLS or past its access point. A path that isn’t there gives the same message.',
    check: 'aws datasync describe-location-efs --location-arn <ARN of the location> --output json',
    changes: [
      {
        says: 'If the file system has a policy, give the location a `FileSystemAccessRoleArn` with TLS, and the access point that the policy asks for. Allow that role `elasticfilesystem:ClientMount`, `ClientWrite` and `ClientRootAccess`. Without a policy, check the path.',
        page: 'https://docs.aws.amazon.com/datasync/latest/userguide/create-efs-location.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'stream-of-cluster': {
    title: 'The Aurora DSQL stream’s role can’t write to Kinesis.',
    means:
      'Aurora DSQL writes changes as the role of the stream, not as you. It could assume that role, and the role may not write to the data stream.',
    check: DECIDING_COMMANDS.rolePolicies,
    changes: [
      {
        says: 'Allow the role `kinesis:PutRecord` and `kinesis:PutRecords` on the data stream. DSQL then retries by itself; a stream that is `FAILED` has to be created again.',
        page: 'https://docs.aws.amazon.com/aurora-dsql/latest/userguide/cdc-monitoring.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'stream-of-cluster-trust': {
    title: 'Aurora DSQL can’t assume the role of its stream.',
    means:
      'Aurora DSQL assumes the stream’s role to write changes to Kinesis, and STS refused that. Usually the role’s trust policy doesn’t let DSQL in, or its conditions don’t fit the account and the cluster. A role that was deleted, or made again elsewhere, is refused the same way.',
    check: DECIDING_COMMANDS.role,
    changes: [
      {
        says: 'If the command finds no role, create it again at that ARN. Otherwise trust `dsql.amazonaws.com` in it. If the trust policy tests `aws:SourceAccount` or `aws:SourceArn`, they have to match the cluster. DSQL then retries by itself.',
        page: 'https://docs.aws.amazon.com/aurora-dsql/latest/userguide/cdc-monitoring.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'stream-of-cluster-key': {
    title: 'Aurora DSQL’s stream can’t use a KMS key.',
    means:
      '`KINESIS_KMS_ACCESS_DENIED` is about the data stream’s key, which the stream’s role must be allowed to use and which must be enabled. `CLUSTER_CMK_INACCESSIBLE` is about the cluster’s own key: it’s disabled, or its policy no longer lets Aurora DSQL in.',
    check: DECIDING_COMMANDS.keyPolicy,
    changes: [
      {
        says: 'Allow the stream’s role `kms:GenerateDataKey` on the data stream’s key and enable that key, or make the cluster’s key usable again. DSQL then retries by itself.',
        page: 'https://docs.aws.amazon.com/aurora-dsql/latest/userguide/cdc-monitoring.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'delivery-stream-key': {
    title: 'Firehose can’t use the KMS key of the stream.',
    means:
      'Firehose encrypts the stream’s records with the key that was named, through a grant that it creates for whoever enables the encryption. `KMS_ACCESS_DENIED` and the grant codes: the key refuses that, or the session is too old. The other codes: the key is disabled, of the wrong kind, or gone.',
    check: DECIDING_COMMANDS.keyPolicy,
    changes: [
      {
        says: 'Allow the caller `kms:CreateGrant` on an enabled symmetric key whose key policy doesn’t deny Firehose. Then start the encryption again, with a session that is at most six hours old.',
        run: 'aws firehose describe-delivery-stream --delivery-stream-name <stream> --query DeliveryStreamDescription.DeliveryStreamEncryptionConfiguration',
        page: 'https://docs.aws.amazon.com/firehose/latest/APIReference/API_StartDeliveryStreamEncryption.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'delivery-stream-network': {
    title: 'Firehose can’t manage its network interfaces in the VPC.',
    means:
      'To reach a destination in a VPC Firehose creates network interfaces as the role of the VPC configuration. With `…ACCESS_DENIED` that role lacks an EC2 action on the interface, the subnet or the security group. With `…_FAILED` it’s often a subnet without free addresses or a quota.',
    check: DECIDING_COMMANDS.rolePolicies,
    changes: [
      {
        says: 'Read the message beside the type first. If access was denied, allow the role `ec2:CreateNetworkInterface`, `ec2:CreateNetworkInterfacePermission`, `ec2:DeleteNetworkInterface` and the `ec2:Describe…` actions for VPCs, subnets, security groups and interfaces.',
        page: 'https://docs.aws.amazon.com/firehose/latest/APIReference/API_VpcConfiguration.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'cache-export-bucket': {
    title: 'ElastiCache may not use the bucket.',
    means:
      'For import and export ElastiCache reaches the bucket as the service of its Region, not as you. The bucket’s policy or its ACL must let that service in, and the bucket must be in the same Region.',
    check: DECIDING_COMMANDS.bucketPolicy,
    changes: [
      {
        says: 'Allow `REGION.elasticache-snapshot.amazonaws.com` in the bucket policy: `s3:PutObject`, `s3:GetObject`, `s3:ListBucket`, `s3:GetBucketAcl`, `s3:ListMultipartUploadParts`, `s3:ListBucketMultipartUploads`. Replace the Region by yours.',
        page: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/backups-exporting.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'cache-linked-role': {
    title: 'ElastiCache’s service-linked role isn’t there yet.',
    means:
      'ElastiCache words the missing role as insufficient permissions. It works as `AWSServiceRoleForElastiCache`, which must exist once in the account. ElastiCache makes it by itself only for a caller that has `iam:CreateServiceLinkedRole`.',
    check: 'aws iam get-role --role-name AWSServiceRoleForElastiCache --output json',
    changes: [
      {
        says: 'If the role isn’t there, create it once, as someone with `iam:CreateServiceLinkedRole`, then repeat the call.',
        run: 'aws iam create-service-linked-role --aws-service-name elasticache.amazonaws.com',
        page: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/using-service-linked-roles.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'snapshot-blocks-of-other': {
    title: 'The snapshot belongs to an account that hasn’t shared it with you.',
    means:
      'The EBS direct APIs read snapshots that you own or that are shared with your account. Of an encrypted snapshot the customer managed key must be shared too. One under the AWS managed key can’t be shared.',
    grantedIn: 'the snapshot’s sharing',
    changes: [
      {
        says: 'Ask the owner to share the snapshot, and its KMS key, with your account. Or copy it into your account first.',
        run: 'aws ec2 modify-snapshot-attribute --snapshot-id <snapshot> --attribute createVolumePermission --operation-type add --user-ids <account>',
        page: 'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-modifying-snapshot-permissions.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'snapshot-blocks-dependency': {
    title: 'The snapshot’s KMS key refuses the caller.',
    means:
      'The EBS direct APIs use the snapshot’s key with the caller’s permissions. The dependency that was denied is KMS: `kms:Decrypt` to read, `kms:GenerateDataKeyWithoutPlaintext` and `kms:CreateGrant` to write.',
    check: DECIDING_COMMANDS.keyPolicy,
    changes: [
      {
        says: 'Allow the caller these KMS actions on the snapshot’s key. A customer managed key has to name the caller or the account in its key policy; limit `kms:CreateGrant` with `kms:GrantIsForAWSResource`.',
        page: 'https://docs.aws.amazon.com/ebs/latest/userguide/ebsapi-permissions.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'store-key-password': {
    title: 'The key store can’t sign in to its CloudHSM cluster.',
    means:
      'KMS signs in to the cluster as the crypto user `kmsuser`. Its password differs from the key store’s, it’s locked out, missing, or signed in elsewhere. Users of CloudHSM decide, not IAM policies.',
    grantedIn: 'the users of the CloudHSM cluster',
    changes: [
      {
        says: 'Disconnect the key store, set a new password for `kmsuser` in the cluster, log it out, update the key store with that password, and connect again.',
        run: DECIDING_COMMANDS.keyStores,
        page: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_CustomKeyStoresListEntry.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'hsm-user-login': {
    title: 'The HSM user’s name or password is wrong, or it’s locked.',
    means:
      'Users of the HSM are made in the cluster and aren’t IAM users. After more than five wrong passwords a user is locked until an admin changes its password.',
    grantedIn: 'the users of the HSM',
    changes: [
      {
        says: 'Let a crypto officer (admin) change the user’s password. Then sign in again, with the right user type.',
        page: 'https://docs.aws.amazon.com/cloudhsm/latest/userguide/cloudhsm_cli-login.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'vpn-groups-of-job': {
    title: 'The connection’s security group doesn’t open ports to itself.',
    means:
      'Glue’s workers talk to each other over the connection’s security group. It needs an inbound rule for all TCP ports with itself as source. “Open” here isn’t about IAM.',
    changes: [
      {
        says: 'Add a self-referencing inbound rule for all TCP ports to that group.',
        run: 'aws ec2 authorize-security-group-ingress --group-id <security group> --protocol tcp --port 0-65535 --source-group <security group>',
        page: 'https://docs.aws.amazon.com/glue/latest/dg/glue-troubleshooting-errors.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'crawler-database-grant': {
    title: 'The database isn’t there, or the role may not create tables.',
    means:
      'With Lake Formation on, the crawler’s role needs `CREATE_TABLE` on the database and `DATA_LOCATION_ACCESS` on the path, granted in Lake Formation. IAM’s `glue:CreateTable` isn’t enough. A mistyped database, or one of another Region, gives the same message.',
    grantedIn: 'Lake Formation',
    changes: [
      {
        says: 'Check the database’s name. Then grant the crawler’s role `CREATE_TABLE` on it in Lake Formation.',
        run: 'aws lakeformation grant-permissions --principal DataLakePrincipalIdentifier=<ARN of the principal> --permissions CREATE_TABLE --resource {"Database":{"Name":"<database>"}}',
        page: 'https://docs.aws.amazon.com/lake-formation/latest/dg/troubleshooting.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'lake-admin-gone': {
    title: 'The list of data lake administrators names a principal that’s gone.',
    means:
      'Lake Formation checks the whole list whenever it’s saved. A role or user on it was deleted, so the list with the new administrator is rejected.',
    grantedIn: 'Lake Formation',
    check: 'aws lakeformation get-data-lake-settings --output json',
    changes: [
      {
        says: 'Read the data lake settings of this Region, take all deleted principals out of `DataLakeAdmins` at once, save them, and repeat. One at a time is rejected again.',
        run: 'aws lakeformation put-data-lake-settings --data-lake-settings <settings without the deleted principals>',
        page: 'https://docs.aws.amazon.com/lake-formation/latest/dg/troubleshooting.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'export-bucket-policy': {
    title: 'S3 refused Data Exchange’s job on the bucket.',
    means:
      'A job of Data Exchange copies with the caller’s permissions on S3. `S3AccessDenied`: the caller lacks the action on the bucket. `InsufficientS3BucketPolicy`: the bucket’s own policy doesn’t let Data Exchange in for an event action or data access.',
    check: DECIDING_COMMANDS.bucketPolicy,
    changes: [
      {
        says: 'For `S3AccessDenied` allow the caller to read (import) or write (export) the bucket. It also needs `s3:PutObject` and `s3:PutObjectAcl` (import) or `s3:GetObject` (export) on Data Exchange’s own `*aws-data-exchange*` buckets. For `InsufficientS3BucketPolicy` let the bucket policy allow `dataexchange.amazonaws.com` `s3:PutObject` and `s3:PutObjectAcl`.',
        page: 'https://docs.aws.amazon.com/data-exchange/latest/userguide/access-control.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'directory-data-off': {
    title: 'Directory Service Data is off for this directory.',
    means:
      'The API for users and groups works only after Directory Service Data was enabled for the directory. No policy replaces that.',
    changes: [
      {
        says: 'Enable it for the directory, once.',
        run: 'aws ds enable-directory-data-access --directory-id <directory>',
        page: 'https://docs.aws.amazon.com/directoryservice/latest/devguide/API_EnableDirectoryDataAccess.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'directory-data-group': {
    title: 'The directory itself refuses the change, not IAM.',
    means:
      'IAM isn’t what refused it; that would be the reason `IAM_AUTH`. The directory refuses it: the user, member or group may be outside of your organizational unit.',
    grantedIn: 'Active Directory',
    changes: [
      {
        says: 'Check the directory’s ID and that the object is in your organizational unit. Otherwise do it inside the directory as an administrator of that unit.',
        page: 'https://docs.aws.amazon.com/directoryservicedata/latest/DirectoryServiceDataAPIReference/API_UpdateUser.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'pull-through-upstream': {
    title: 'The upstream registry refused ECR’s credentials.',
    means:
      'ECR signs in to the upstream registry with the secret of the pull through cache rule, or with the rule’s role for an ECR upstream. The user name or token in it is wrong or may not read the image. The caller isn’t refused.',
    changes: [
      {
        says: 'Put valid credentials into the rule’s secret, whose name starts with `ecr-pullthroughcache/`, and check the image’s name upstream.',
        run: 'aws ecr validate-pull-through-cache-rule --ecr-repository-prefix <prefix>',
        page: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/pull-through-cache-working-validating.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'cluster-role-parameter': {
    title: 'The cluster’s parameters don’t say which role Aurora uses.',
    means:
      'Aurora MySQL takes the role for S3 or Lambda from its cluster parameter group. Attaching the role to the cluster isn’t enough. No policy was asked yet.',
    check:
      'aws rds describe-db-clusters --query DBClusters[].[DBClusterIdentifier,DBClusterParameterGroup,AssociatedRoles] --output json',
    changes: [
      {
        says: 'Set `aws_default_s3_role` (or `aurora_load_from_s3_role`, `aurora_select_into_s3_role`) to the role’s ARN in the cluster’s own parameter group. Also associate the role with the cluster, by `aws rds add-role-to-db-cluster`.',
        page: 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Integrating.Authorizing.IAM.AddRoleToDBCluster.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'directory-password-of-files': {
    title: 'Active Directory rejects FSx’s service account: name or password.',
    means:
      'By FSx’s message the service account’s name or password isn’t valid, so FSx gets no connection to the domain. IAM isn’t the cause.',
    changes: [
      {
        says: 'Give FSx the account’s current name, without the domain, and password. A file system whose creation failed has to be deleted and created again.',
        run: 'aws fsx update-file-system --file-system-id {fileSystem} --windows-configuration SelfManagedActiveDirectoryConfiguration={UserName=<name>,Password=<password>}',
        page: 'https://docs.aws.amazon.com/fsx/latest/WindowsGuide/update-self-ad-config.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'role-lacks-regional-service': {
    title: 'The role doesn’t trust the service principal of this Region.',
    means:
      'DMS assumes this role as the service principal that the message names, with the Region in its name. A trust policy with `dms.amazonaws.com` alone doesn’t let it in. What the role may do isn’t the question.',
    changes: [
      {
        says: 'Add the service principal that the message names to the role’s trust policy, for `sts:AssumeRole`. Keep the one that is there.',
        page: 'https://docs.aws.amazon.com/dms/latest/userguide/security_iam_secretsmanager.html',
        confirmed: '2026-12-01',
      },
    ],
  },
} as const satisfies Readonly<Record<keyof typeof DATABASES_SHAPES, SituationAnswer>>

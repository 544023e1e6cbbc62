import type { DATA_SHAPES } from '../shapes/data'
import type { SituationAnswer } from '../situation-row'
import { CHANGING_COMMANDS, DECIDING_COMMANDS } from '../deciding-commands'

const WAREHOUSE_ROLES =
  'aws redshift describe-clusters --query Clusters[].[ClusterIdentifier,IamRoles[].IamRoleArn] --output json'

const ADD_WAREHOUSE_ROLE =
  'aws redshift modify-cluster-iam-roles --cluster-identifier {cluster} --add-iam-roles {roleArn}'

const DATABASE_CLUSTER_ROLES =
  'aws rds describe-db-clusters --query DBClusters[].[DBClusterIdentifier,AssociatedRoles] --output json'

const AGENT_ROLE = 'aws bedrock-agent get-agent --agent-id {agent} --query agent.agentResourceRoleArn --output text'

const GRAPH_CLUSTER_ROLES =
  'aws neptune describe-db-clusters --query DBClusters[].[DBClusterIdentifier,AssociatedRoles] --output json'

/** What a principal is granted in Lake Formation. */
const PERMISSIONS_IN_LAKE =
  'aws lakeformation list-permissions --principal DataLakePrincipalIdentifier={principalArn} --output json'

/** The grant of a permission of Lake Formation on a resource, which is JSON. */
const grantInLakeFormation = (permission: string, resource: string): string =>
  `aws lakeformation grant-permissions --principal DataLakePrincipalIdentifier={principalArn} --permissions ${permission} --resource ${resource}`

/** What the services of data, search, analytics and machine learning say in words of their own: what is said of each. */
export const DATA_ANSWERS = {
  'quicksight-identities': {
    title: 'QuickSight doesn’t manage the identities of this account.',
    means:
      'The QuickSight account takes its users and groups from another place, such as IAM Identity Center. There, calls that make or change users and groups are off for everyone.',
    changes: [
      {
        says: 'Make the group or user where the message says that they are managed. Then give the group a role in QuickSight.',
        page: 'https://docs.aws.amazon.com/quicksight/latest/user/managing-users-enterprise.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'crawler-role': {
    title: 'Glue can’t assume the role.',
    means:
      'A crawler or job runs as its role. The role doesn’t trust `glue.amazonaws.com`, there is none at this ARN (name, path, account), or it was made moments ago.',
    check: DECIDING_COMMANDS.role,
    changes: [
      {
        says: 'If the role is new, wait a minute and repeat. If `get-role` doesn’t find it or prints another ARN, correct the ARN. Otherwise name `glue.amazonaws.com` as principal for `sts:AssumeRole` in its trust policy.',
        page: 'https://docs.aws.amazon.com/glue/latest/dg/create-an-iam-role.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'glue-catalog-key': {
    title: 'The Data Catalog’s KMS key can’t be used.',
    means:
      'The Data Catalog is encrypted. Everyone who reads or writes it, Athena users included, needs `kms:Decrypt` and `kms:GenerateDataKey` on its key. The key must also be enabled.',
    check: 'aws glue get-data-catalog-encryption-settings --output json',
    changes: [
      {
        says: 'Allow the caller both actions on the catalog’s key, also in the key policy. If the settings name a `CatalogEncryptionServiceRole`, that role needs them instead. A disabled key must be enabled first.',
        page: 'https://docs.aws.amazon.com/glue/latest/dg/encrypt-glue-data-catalog.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'query-path-denied': {
    title: 'Athena can’t read the data at this S3 path.',
    means:
      'Athena reads the table’s data in the caller’s name. The caller needs `s3:GetObject` on the objects under `{path}` and `s3:ListBucket` on that bucket, and `kms:Decrypt` where a key encrypts them. If Lake Formation manages the location, its role reads instead, and the caller needs a grant.',
    left: {
      title: 'The caller’s policies allow the read: look at Lake Formation and the key.',
      says: 'Where Lake Formation manages the location, the role with which it was registered reads the data, and the caller needs a grant. Otherwise the KMS key of the data, or a bucket policy, refuses it.',
      fix: 'If the list has the location, grant the caller `SELECT` on the table, and let the role in the list read there. If not, look at the bucket policy and at the key of the objects.',
      check: 'aws lakeformation list-resources --output json',
    },
    changes: [
      {
        says: 'Allow the caller `s3:GetObject` on the bucket’s objects (its ARN with `/*`) and `s3:ListBucket` and `s3:GetBucketLocation` on the bucket. For another account’s bucket add its bucket policy; for encrypted data `kms:Decrypt`.',
        page: 'https://docs.aws.amazon.com/athena/latest/ug/s3-permissions.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'external-table-refused': {
    title: 'The external schema’s role can’t read the table’s files.',
    means:
      'Redshift reads external tables with the role of `CREATE EXTERNAL SCHEMA`, not with the user’s permissions. It needs `s3:GetObject` on the files, `s3:ListBucket` on the bucket, and `kms:Decrypt` where a key encrypts them.',
    changes: [
      {
        says: 'Find the role in `svv_external_schemas` (`esoptions`) and the location in `svv_external_tables`. Allow the role these actions there.',
        page: 'https://docs.aws.amazon.com/redshift/latest/dg/c-spectrum-iam-policies.html',
        confirmed: '2026-12-01',
      },
      {
        says: 'If the bucket is in another account, its bucket policy must allow the role too.',
        page: 'https://docs.aws.amazon.com/redshift/latest/dg/c-spectrum-iam-policies.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'query-output-bucket': {
    title: 'Athena can’t use the bucket for the query results.',
    means:
      'Athena writes results in the caller’s name. The bucket doesn’t exist or is in another Region, or the caller lacks `s3:GetBucketLocation` and `s3:ListBucket` on it, or `s3:PutObject`, `s3:GetObject` and `s3:AbortMultipartUpload` on its objects.',
    check:
      'aws athena get-work-group --work-group {workgroup} --query WorkGroup.Configuration.ResultConfiguration --output json',
    changes: [
      {
        says: 'First check that the bucket exists. An answer of 404 means that it doesn’t, and no permission helps; 403 means that a permission is missing, or that it’s another account’s.',
        run: 'aws s3api head-bucket --bucket {bucket}',
        comesFirst: true,
        page: 'https://docs.aws.amazon.com/cli/latest/reference/s3api/head-bucket.html',
        confirmed: '2026-12-01',
      },
      {
        says: 'Allow the caller those actions on the results location, and check that the bucket is in this Region.',
        page: 'https://docs.aws.amazon.com/athena/latest/ug/s3-permissions.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'query-key': {
    title: 'Most likely the caller lacks the KMS key of the data.',
    means:
      'According to what you pasted, the caller has the S3 actions, a KMS key of your own encrypts the bucket, and no policy shown allows the key. Athena reads the data and writes the results in the caller’s name, and S3 answers with the same refusal.',
    check: DECIDING_COMMANDS.keyPolicy,
    changes: [
      {
        says: 'Allow the caller `kms:Decrypt` on the key, and `kms:GenerateDataKey` for the results. A key of another account must also allow the caller in its key policy.',
        page: 'https://docs.aws.amazon.com/athena/latest/ug/encryption.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'query-federated': {
    title: 'The federated query’s connector was refused, or the call to it.',
    means:
      'A federated query runs a Lambda function. The caller needs `lambda:InvokeFunction`; the function’s own role needs the data source and the spill bucket.',
    check:
      'aws lambda get-function-configuration --function-name <function of the connector> --query Role --output text',
    changes: [
      {
        says: 'Read the inner error: it names who was refused. If it’s the connector’s role, allow that role the action. If it’s the caller, allow the caller `lambda:InvokeFunction` on the function.',
        page: 'https://docs.aws.amazon.com/athena/latest/ug/federated-query-iam-access.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'lake-grant-of-adapter': {
    title: 'Most likely the process that runs dbt lacks the Lake Formation permission.',
    means:
      'Two roles work here. The `role_arn` of the dbt profile is that of the Glue session. The adapter’s own calls, for example `GetTable`, use the credentials of the process, unless the profile sets `use_interactive_session_role_for_api_calls`: in MWAA the environment’s execution role, in ECS the task role.',
    check: 'aws lakeformation list-permissions --principal DataLakePrincipalIdentifier={principalArn} --output json',
    grantedIn: 'Lake Formation',
    changes: [
      {
        says: 'Grant the role of the process `DESCRIBE` on the database, and `DESCRIBE` and `SELECT` on its tables, as the session’s role has them. No IAM policy replaces the grant.',
        run: grantInLakeFormation('DESCRIBE', '{grantResource}'),
        page: 'https://docs.aws.amazon.com/lake-formation/latest/dg/lf-permissions-reference.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'lake-formation-grant': {
    title: 'A Lake Formation permission is missing.',
    means:
      'Lake Formation grants access to databases, tables and locations on top of IAM. An IAM policy can’t replace the grant.',
    check: PERMISSIONS_IN_LAKE,
    grantedIn: 'Lake Formation',
    changes: [
      {
        says: 'Grant the permission on the database, table or location that the message names, to whoever makes the call: where a service works with a role, to that role and not to you.',
        run: grantInLakeFormation('{permission}', '{grantResource}'),
        page: 'https://docs.aws.amazon.com/lake-formation/latest/dg/troubleshooting.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'lake-column': {
    title: 'The column isn’t there, or Lake Formation doesn’t give it.',
    means:
      'Athena says the same of a column that the table doesn’t have and of one that the caller’s Lake Formation grant or data filter leaves out. If the same query works for somebody else, it is the grant.',
    grantedIn: 'Lake Formation',
    check: PERMISSIONS_IN_LAKE,
    changes: [
      {
        says: 'Compare the column’s name with the table in the Data Catalog. If it is right, have `SELECT` on that column granted to the caller in Lake Formation, or the data filter widened, if the caller may see it.',
        page: 'https://docs.aws.amazon.com/lake-formation/latest/dg/data-filtering.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'lake-resource-or-right': {
    title: 'Lake Formation: the resource isn’t there, or the caller isn’t allowed.',
    means:
      'Lake Formation says the same of a misspelled or missing database, table or location, of a caller without a grant on it, and of someone who grants what they may not grant. A deployment’s role (CDK, CloudFormation, Terraform) is often no data lake administrator.',
    grantedIn: 'Lake Formation',
    check: 'aws lakeformation get-data-lake-settings --output json',
    changes: [
      {
        says: 'First check the name, the catalog ID and the Region of the resource. If the call grants or revokes, make it as a data lake administrator or with the grant option. If it reads, have the caller granted the permission.',
        page: 'https://docs.aws.amazon.com/lake-formation/latest/dg/troubleshooting.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'lake-formation-catalog': {
    title: 'A Lake Formation permission on the Data Catalog is missing.',
    means:
      'Making a database needs `CREATE_DATABASE` on the catalog in Lake Formation, on top of IAM. An IAM policy can’t replace the grant.',
    grantedIn: 'Lake Formation',
    changes: [
      {
        says: 'As a data lake administrator, grant what the message requires on the catalog, for a new database `CREATE_DATABASE`. Grant it to whoever makes it: the role that a service works with, where a service made the call for you, otherwise the caller.',
        run: grantInLakeFormation('{permission}', '{"Catalog":{}}'),
        page: 'https://docs.aws.amazon.com/lake-formation/latest/dg/granting-database-permissions.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'lake-formation-location': {
    title: 'Lake Formation doesn’t let the caller use this data location.',
    means:
      'To create a table on a registered S3 location, the caller needs `DATA_LOCATION_ACCESS` in Lake Formation. IAM and bucket policies don’t replace it.',
    grantedIn: 'Lake Formation',
    changes: [
      {
        says: 'Grant `DATA_LOCATION_ACCESS` on the location to the caller.',
        run: grantInLakeFormation('DATA_LOCATION_ACCESS', '{"DataLocation":{"ResourceArn":"<ARN of the bucket>"}}'),
        page: 'https://docs.aws.amazon.com/lake-formation/latest/dg/troubleshooting.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'warehouse-role-of-another': {
    title: 'Redshift reaches another account’s role only through one of its own.',
    means:
      'A cluster can use only roles of its own account. For a role of another account it first takes an attached one, which assumes the other: both stand in the statement, with a comma between them.',
    changes: [
      {
        says: "Name both roles in the statement, the attached one first and no space between: `IAM_ROLE '<attached role>,<other role>'`. The other role trusts the attached one, not `redshift.amazonaws.com`.",
        page: 'https://docs.aws.amazon.com/redshift/latest/mgmt/authorizing-redshift-service.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'warehouse-role': {
    title: 'Redshift can’t assume the role.',
    means:
      'Redshift assumes the role in the statement as `redshift.amazonaws.com`. Most often the role isn’t associated with the cluster or namespace, doesn’t trust that service, or isn’t at this ARN (name, path, account). In a chain each role must trust the one before.',
    check: WAREHOUSE_ROLES,
    changes: [
      {
        says: 'If the list lacks the role, associate it with the cluster or namespace first. If `get-role` doesn’t find it or prints another ARN, correct the ARN. Otherwise name `redshift.amazonaws.com` (for Serverless also `redshift-serverless.amazonaws.com`) in its trust policy.',
        page: 'https://docs.aws.amazon.com/redshift/latest/mgmt/authorizing-redshift-service.html',
        confirmed: '2026-11-28',
      },
      {
        says: 'Associate the role with the cluster.',
        run: 'aws redshift modify-cluster-iam-roles --cluster-identifier {cluster} --add-iam-roles {resource}',
        page: 'https://docs.aws.amazon.com/redshift/latest/mgmt/copy-unload-iam-role.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'warehouse-role-unlisted': {
    title: 'Most likely the role isn’t associated with the cluster.',
    means:
      'Redshift uses only roles that are associated with the cluster or workgroup. According to what you pasted, the role trusts Redshift, or the cluster doesn’t list it, so the trust policy isn’t the first thing to change.',
    check: WAREHOUSE_ROLES,
    changes: [
      {
        says: 'Associate the role with the cluster, wait until it is in sync, then run the statement again.',
        run: ADD_WAREHOUSE_ROLE,
        page: 'https://docs.aws.amazon.com/redshift/latest/mgmt/copy-unload-iam-role.html',
        confirmed: '2026-11-28',
      },
      {
        says: 'If the list has the role, compare its trust policy: it must name `redshift.amazonaws.com`, and its conditions must fit.',
        page: 'https://docs.aws.amazon.com/redshift/latest/mgmt/authorizing-redshift-service.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'warehouse-role-not-associated': {
    title: 'The role isn’t associated with the cluster.',
    means: 'Redshift uses only roles that are associated with the cluster or workgroup. No policy refused this.',
    changes: [
      {
        says: 'Associate the role, then run the statement again.',
        run: ADD_WAREHOUSE_ROLE,
        page: 'https://docs.aws.amazon.com/redshift/latest/mgmt/copy-unload-iam-role.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'warehouse-data': {
    title: 'The role in the COPY or UNLOAD can’t use the bucket.',
    means:
      'Redshift reaches S3 with the role in the statement. It needs `s3:ListBucket` on the bucket and `s3:GetObject` on the objects, or `s3:PutObject` for `UNLOAD`; another account’s bucket must allow the role too.',
    check: 'aws redshift describe-clusters --query Clusters[].[ClusterIdentifier,IamRoles] --output json',
    changes: [
      {
        says: 'Add those actions to the role, `kms:Decrypt` for encrypted objects, and the role to the bucket policy of another account.',
        page: 'https://docs.aws.amazon.com/redshift/latest/dg/copy-usage_notes-access-permissions.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'aurora-import-role': {
    title: 'Aurora has no role that it can use for S3 or Lambda.',
    means:
      'Aurora reaches S3 or Lambda with a role that’s associated with the cluster and named in its parameter group. One of the two is missing. The database user’s privileges are another matter.',
    check: DATABASE_CLUSTER_ROLES,
    changes: [
      {
        says: 'If the list shows no role for the cluster, associate one.',
        run: 'aws rds add-role-to-db-cluster --db-cluster-identifier {dbCluster} --role-arn {roleArn}',
        page: 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Integrating.Authorizing.IAM.AddRoleToDBCluster.html',
        confirmed: '2026-11-28',
      },
      {
        says: 'If the role is there, set `aws_default_s3_role` (or `aurora_load_from_s3_role`), for Lambda `aws_default_lambda_role`, to its ARN in the DB cluster parameter group, and reboot if needed.',
        page: 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Integrating.Authorizing.IAM.AddRoleToDBCluster.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'postgres-import-role': {
    title: 'The database has no usable role for S3 or Lambda.',
    means:
      'The instance or cluster needs a role associated for `s3Import`, `s3Export` or `Lambda`. Most often none is associated. Otherwise the role doesn’t trust `rds.amazonaws.com`, or its conditions keep this database out.',
    check: 'aws rds describe-db-instances --query DBInstances[].[DBInstanceIdentifier,AssociatedRoles] --output json',
    changes: [
      {
        says: 'If the list shows no role for the feature, associate one; for Aurora with `add-role-to-db-cluster`.',
        run: 'aws rds add-role-to-db-instance --db-instance-identifier {dbInstance} --feature-name s3Import --role-arn {roleArn}',
        page: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PostgreSQL.S3Import.html',
        confirmed: '2026-11-28',
      },
      {
        says: 'If the role is listed and active, let its trust policy name `rds.amazonaws.com`, with conditions that fit this database’s ARN.',
        page: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PostgreSQL.S3Import.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'database-feature-unsupported': {
    title: 'This engine version doesn’t support the feature.',
    means:
      'RDS takes a role for `s3Import`, `s3Export` or `Lambda` only where the engine and its version have that feature. No role or policy changes that.',
    check:
      'aws rds describe-db-engine-versions --engine <engine> --query DBEngineVersions[].[EngineVersion,SupportedFeatureNames] --output json',
    changes: [
      {
        says: 'Check the feature’s name for this engine in the list of versions. If this version lacks it, upgrade to one that has it.',
        page: 'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_AddRoleToDBInstance.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'database-password-of-iam-user': {
    title: 'A user that has rds_iam can’t sign in with a password.',
    means:
      '`PAM` says that the database took the password for an IAM token: it does so for each user that is a member of `rds_iam`. According to what you pasted, a password was sent. It may be right; no IAM policy was evaluated.',
    changes: [
      {
        says: 'To keep the password: run `REVOKE rds_iam FROM` this user as the master user. If the user has it through another role, take it from that one.',
        page: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.DBAccounts.html',
        confirmed: '2026-12-01',
      },
      {
        says: 'To sign in by IAM: send a token of `aws rds generate-db-auth-token` in place of the password. Whoever makes the token then needs `rds-db:connect`.',
        page: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.Connecting.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'database-token-of-alias': {
    title: 'The token was made for another name than the database’s own.',
    means:
      'A token of IAM names its host. RDS takes only one that was made for the endpoint that RDS gives the database or cluster, not for a DNS record of your own that leads there. The permissions don’t change that.',
    changes: [
      {
        says: 'Make the token with `--hostname` set to the endpoint that ends in `.rds.amazonaws.com`. Connecting by the other name is possible as long as TLS doesn’t verify the host.',
        page: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.Connecting.AWSCLI.PostgreSQL.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'database-token-ended': {
    title: 'Most likely the database token has expired: it lasts 15 minutes.',
    means:
      'According to what you pasted, the sign-in works at first and is refused later. A token is valid for 15 minutes: connections that it opened stay open, but a new one is refused. So the permission and the database user are right.',
    changes: [
      {
        says: 'Make a new token for each connection, in a hook of the pool or with a driver that does so, not once at the start.',
        page: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'database-login-of-task': {
    title: 'Most likely the task role isn’t allowed to sign in.',
    means:
      'A program in a container makes its token with the task role, which needs `rds-db:connect`. ECS uses the task execution role only to pull the image, read secrets and write logs: a policy there has no effect on the sign-in.',
    check:
      'aws ecs describe-task-definition --task-definition <task definition> --query taskDefinition.[taskRoleArn,executionRoleArn] --output json',
    changes: [
      {
        says: 'Attach the policy that allows `rds-db:connect` to the task role (`taskRoleArn`), not to the execution role.',
        run: 'aws iam attach-role-policy --role-name <task role> --policy-arn <ARN of the policy>',
        page: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-iam-roles.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'database-iam-login': {
    title: 'The IAM sign-in to the database was refused.',
    means:
      'The caller needs `rds-db:connect` on `arn:aws:rds-db:REGION:ACCOUNT:dbuser:RESOURCE-ID/USER`; the database user needs `rds_iam` (PostgreSQL) or the plugin `AWSAuthenticationPlugin` (MySQL). A token lasts 15 minutes and names host, port and user.',
    check: DECIDING_COMMANDS.databaseIds,
    changes: [
      {
        says: 'Allow the caller `rds-db:connect` on that ARN with the resource id (`db-…` or `cluster-…`). Grant `rds_iam` to the database user. Make a fresh token.',
        page: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.IAMPolicy.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'mysql-iam-login': {
    title: 'MySQL refused the IAM sign-in.',
    means:
      'What you pasted speaks of an IAM sign-in, where a token is the password. RDS refuses it where the caller lacks `rds-db:connect` on `arn:aws:rds-db:REGION:ACCOUNT:dbuser:RESOURCE-ID/USER`, where the user wasn’t created with `AWSAuthenticationPlugin`, or where the token is older than 15 minutes or for another host, port or user.',
    check: DECIDING_COMMANDS.databaseIds,
    changes: [
      {
        says: 'Allow the caller `rds-db:connect` on that ARN with the resource id (`db-…` or `cluster-…`). Check that the user has the plugin, connect with TLS, and make a fresh token.',
        page: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.DBAccounts.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'database-enhanced-monitoring': {
    title: 'Enhanced Monitoring can’t use the role.',
    means:
      'Enhanced Monitoring writes as a role that trusts `monitoring.rds.amazonaws.com`, not `rds.amazonaws.com`, and has the managed policy `AmazonRDSEnhancedMonitoringRole`. A role that isn’t at this ARN, or was made moments ago, gives the same message.',
    check: DECIDING_COMMANDS.role,
    changes: [
      {
        says: 'If the role is new, wait a minute and repeat. If `get-role` doesn’t find it, correct the ARN. Otherwise name `monitoring.rds.amazonaws.com` in the role’s trust policy, and attach `AmazonRDSEnhancedMonitoringRole`.',
        page: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Monitoring.OS.Enabling.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'database-monitoring-role': {
    title: 'RDS can’t use the role for this feature.',
    means:
      'Enhanced Monitoring needs a role that trusts `monitoring.rds.amazonaws.com`; other features need one that trusts `rds.amazonaws.com`. It must also have the feature’s policy. A role that isn’t at this ARN, or was made moments ago, gives the same message.',
    check: DECIDING_COMMANDS.role,
    changes: [
      {
        says: 'If the role is new, wait a minute and repeat. If `get-role` doesn’t find it, correct the ARN. For Enhanced Monitoring trust `monitoring.rds.amazonaws.com` and attach `AmazonRDSEnhancedMonitoringRole`, otherwise trust `rds.amazonaws.com` and attach the feature’s policy.',
        page: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Monitoring.OS.Enabling.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'replication-service-role': {
    title: 'DMS can’t use its role.',
    means:
      'DMS needs roles with fixed names, `dms-vpc-role` and `dms-cloudwatch-logs-role`, that trust `dms.amazonaws.com`. An endpoint’s role must trust it too (for some Regions `dms.REGION.amazonaws.com`).',
    check: 'aws iam get-role --role-name dms-vpc-role --output json',
    changes: [
      {
        says: 'See whether the role that the message names is there. If not, create it with exactly that name; let it trust `dms.amazonaws.com`, and attach `AmazonDMSVPCManagementRole` to `dms-vpc-role`. Wait a minute before retrying.',
        page: 'https://docs.aws.amazon.com/dms/latest/userguide/security-iam.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'table-export-role': {
    title: 'The caller can’t use the bucket of the export or import.',
    means:
      'DynamoDB exports and imports in the caller’s name. The caller needs the S3 actions on the bucket, and another account’s bucket policy must allow it too. A key of the bucket must let the caller use it as well.',
    changes: [
      {
        says: 'For an export allow the caller `s3:PutObject`, `s3:AbortMultipartUpload` and `s3:PutObjectAcl` on the bucket’s objects. For an import allow `s3:GetObject` there and `s3:ListBucket` on the bucket.',
        page: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/S3DataExport_Requesting.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'search-domain-address': {
    title: 'The search domain’s access policy doesn’t let this request in.',
    means: 'A CloudSearch domain’s access policy lets in addresses by `aws:SourceIp`, or identities that sign.',
    check: 'aws cloudsearch describe-service-access-policies --domain-name {domain} --output json',
    changes: [
      {
        says: 'Add the client’s public address (that of its NAT gateway) to `aws:SourceIp` in the domain’s access policy, or sign as a role that it names.',
        page: 'https://docs.aws.amazon.com/cloudsearch/latest/developerguide/configuring-access.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'emr-role': {
    title: 'The EMR service role or instance profile isn’t usable.',
    means:
      'EMR launches as its service role and runs on an instance profile. One is missing, or the call names the role in place of the profile. Otherwise its trust policy is wrong, or it was made moments ago.',
    check: 'aws iam get-role --role-name EMR_DefaultRole --output json',
    changes: [
      {
        says: 'If the role or profile is new, wait a minute and repeat. Check that the call names the instance profile, not its role. If the default roles are missing, create them.',
        run: 'aws emr create-default-roles',
        page: 'https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-iam-roles-defaultroles.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'emr-caller-lacks-roles': {
    title: 'Whoever starts the cluster lacks permissions on its roles or EC2.',
    means:
      'EMR says so of the user or role that creates the cluster, not of the service role. That caller must be allowed to look at the service role and the instance profile, and to pass them.',
    check: DECIDING_COMMANDS.callerIdentity,
    changes: [
      {
        says: 'Allow the caller `iam:PassRole` on the service role and on the instance profile’s role, with `iam:PassedToService`, and `iam:GetRole` and `iam:GetInstanceProfile` on them.',
        page: 'https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-iam-roles-create-permissions.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'emr-network-untagged': {
    title: 'One of the subnets lacks the tag that EMR’s policy requires.',
    means:
      'By the tags that you pasted, one subnet has `for-use-with-amazon-emr-managed-policies` and another doesn’t. With `AmazonEMRServicePolicy_v2` the service role can launch only where that tag is `true`. If the cluster uses the untagged subnet, the role lacks no action.',
    changes: [
      {
        says: 'Tag the cluster’s subnet, and security groups of your own, with `for-use-with-amazon-emr-managed-policies` = `true`. Then create the cluster again.',
        run: 'aws ec2 create-tags --resources <subnet> --tags Key=for-use-with-amazon-emr-managed-policies,Value=true',
        page: 'https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-managed-iam-policies.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'emr-passes-other-role': {
    title: 'Most likely the EMR service role may not pass the instances’ role.',
    means:
      'EMR launches instances as its service role and hands them the role of the instance profile. `AmazonEMRServicePolicy_v2` lets it pass only `EMR_EC2_DefaultRole`, and according to what you pasted the cluster has another. EMR calls that insufficient EC2 permissions.',
    check: DECIDING_COMMANDS.rolePolicies,
    changes: [
      {
        says: 'Allow the service role `iam:PassRole` on the role of the instance profile, for `ec2.amazonaws.com` only. The `RunInstances` event in CloudTrail shows the refusal.',
        page: 'https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-iam-role.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'emr-service-role-lacks': {
    title: 'The EMR service role lacks EC2 permissions.',
    means:
      'EMR launches instances as {role}, not as you. With `AmazonEMRServicePolicy_v2` it may only use what is tagged `for-use-with-amazon-emr-managed-policies` = `true`: the cluster, subnets, security groups, and the VPC in which it creates groups.',
    check: DECIDING_COMMANDS.rolePolicies,
    changes: [
      {
        says: 'Attach `AmazonEMRServicePolicy_v2` to the service role, and tag the cluster, its VPC, its subnet and its security groups. Allow the role `iam:PassRole` on the instance profile’s role, for `ec2.amazonaws.com` only.',
        page: 'https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-iam-role.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'emr-step-data': {
    title: 'The cluster’s role can’t reach the data.',
    means:
      'Steps read S3 with the instance profile’s role, or with a runtime role or EMRFS mapping. The role must reach the bucket, and for encrypted data the key.',
    check:
      'aws emr describe-cluster --cluster-id {cluster} --query Cluster.Ec2InstanceAttributes.IamInstanceProfile --output text',
    changes: [
      {
        says: 'Allow the role of the instance profile (or the runtime role) the S3 actions on the data and log buckets.',
        page: 'https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-iam-role-for-ec2.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'emr-step-output': {
    title: 'Most likely the job’s role can’t write to the bucket.',
    means:
      'What you pasted shows that the job was writing. On a cluster it does so with the role of the instance profile, or with a runtime role or EMRFS mapping; on EMR Serverless with its runtime role. That role needs `s3:PutObject` on the output, and `s3:DeleteObject` to remove temporary files. The key of the bucket, or another account’s bucket, must let it in too.',
    changes: [
      {
        says: 'Allow that role `s3:PutObject`, `s3:DeleteObject` and `s3:AbortMultipartUpload` on the output’s objects and `s3:ListBucket` on the bucket. With a KMS key also `kms:GenerateDataKey` and `kms:Decrypt`.',
        page: 'https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-iam-role-for-ec2.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'glue-job-data': {
    title: 'The Glue job’s role can’t use the bucket.',
    means:
      'A Glue job reaches S3 with its own role, not with the credentials of whoever starts it. Most often that role lacks `s3:GetObject` on the objects or `s3:ListBucket` on the bucket, or `s3:PutObject` where the job writes. A key that encrypts the data, or a bucket of another account, must let it in too.',
    check: 'aws glue get-job --job-name <job> --query Job.Role --output text',
    changes: [
      {
        says: 'Allow the job’s role `s3:GetObject` on the data and `s3:ListBucket` on its bucket, `s3:PutObject` and `s3:DeleteObject` where it writes, and `kms:Decrypt` for encrypted data. `AWSGlueServiceRole` covers only buckets and objects that begin with `aws-glue-`.',
        page: 'https://docs.aws.amazon.com/glue/latest/dg/create-an-iam-role.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'glue-job-output': {
    title: 'Most likely the Glue job’s role can’t write to the bucket.',
    means:
      'What you pasted shows that the job was writing. It does so with its own role, not with the credentials of whoever starts it. That role needs `s3:PutObject` on the output, and `s3:DeleteObject` to remove temporary files. A key of the bucket, or another account’s bucket, must let it in too.',
    check: 'aws glue get-job --job-name <job> --query Job.Role --output text',
    changes: [
      {
        says: 'Allow the job’s role `s3:PutObject` and `s3:DeleteObject` on the output’s objects and `s3:ListBucket` on the bucket. With a KMS key also `kms:GenerateDataKey` and `kms:Decrypt`.',
        page: 'https://docs.aws.amazon.com/glue/latest/dg/create-an-iam-role.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'serverless-job-data': {
    title: 'The job’s runtime role can’t reach the data.',
    means:
      'A job of EMR Serverless reaches S3 with its runtime role, not with the credentials of whoever starts it. The role must reach the data, the script and the logs, and for encrypted data the key.',
    check:
      'aws emr-serverless get-job-run --application-id <application> --job-run-id <job run> --query jobRun.executionRole --output text',
    changes: [
      {
        says: 'Allow the runtime role `s3:GetObject` on the data and the script and `s3:ListBucket` on their buckets, and `s3:PutObject` where the job writes.',
        page: 'https://docs.aws.amazon.com/emr/latest/EMR-Serverless-UserGuide/security-iam-runtime-role.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'kafka-sign-in': {
    title: 'MSK refused the client’s sign-in.',
    means:
      'With IAM a client needs `kafka-cluster:Connect` on the cluster before anything else, then actions on topics and groups. Each has an ARN of its own kind, with the cluster’s name and id.',
    check: 'aws kafka list-clusters-v2 --query ClusterInfoList[].ClusterArn --output json',
    changes: [
      {
        says: 'Allow the client’s role `kafka-cluster:Connect` on `arn:aws:kafka:REGION:ACCOUNT:cluster/NAME/ID`, topic actions on `topic/NAME/ID/*`, group actions on `group/NAME/ID/*`. Identity-based policies are enough; if they’re there, check SCPs and a permissions boundary.',
        page: 'https://docs.aws.amazon.com/msk/latest/developerguide/iam-access-control.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'kafka-limited-in-account': {
    title: 'Most likely an SCP blocks kafka-cluster, or another identity signs in.',
    means:
      'According to what you pasted, the role’s own policies allow `kafka-cluster:*` on everything, so they aren’t what is missing. MSK says no more than “Access denied”, even where an SCP or a permissions boundary blocks the action.',
    changes: [
      {
        says: 'Simulate the action for the client’s role: `AllowedByOrganizations: false` in the answer means an SCP. Then ask the administrators of the organization to let `kafka-cluster` through. If it’s `true`, check which identity the client signs in as, and whether that role has a permissions boundary.',
        run: 'aws iam simulate-principal-policy --policy-source-arn <ARN of the role> --action-names kafka-cluster:Connect --output json',
        page: 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_OrganizationsDecisionDetail.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'firehose-role': {
    title: 'Firehose can’t assume the delivery role.',
    means:
      'Firehose delivers as the stream’s role. The role doesn’t trust `firehose.amazonaws.com`, or only under a condition that doesn’t fit, such as `sts:ExternalId`. Or there is none at this ARN (name, path, account), or it was made moments ago.',
    check: DECIDING_COMMANDS.role,
    changes: [
      {
        says: 'If the role is new, wait a minute and repeat. If `get-role` doesn’t find it or prints another ARN, correct the ARN. Otherwise name `firehose.amazonaws.com` in its trust policy.',
        page: 'https://docs.aws.amazon.com/firehose/latest/dev/controlling-access.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'search-log-policy': {
    title: 'The Logs resource policy doesn’t let OpenSearch write.',
    means:
      'OpenSearch writes logs as `es.amazonaws.com`. A CloudWatch Logs resource policy must allow it `logs:PutLogEvents` and `logs:CreateLogStream` on the log group.',
    check: DECIDING_COMMANDS.logPolicies,
    changes: [
      {
        says: 'Put a Logs resource policy for `es.amazonaws.com` on `log-group:NAME:*`, then update the domain. A new policy takes some seconds.',
        run: 'aws logs put-resource-policy --policy-name opensearch --policy-document file://policy.json',
        page: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/createdomain-configure-slow-logs.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'application-role': {
    title: 'Managed Flink can’t assume the application’s role.',
    means:
      'Managed Service for Apache Flink (Kinesis Data Analytics) runs as the application’s role. The role doesn’t trust `kinesisanalytics.amazonaws.com`, there is none at this ARN (name, path, account), or it was made moments ago.',
    check: DECIDING_COMMANDS.role,
    changes: [
      {
        says: 'If the role is new, wait a minute and repeat. If `get-role` doesn’t find it or prints another ARN, correct the ARN. Otherwise name `kinesisanalytics.amazonaws.com` in its trust policy.',
        page: 'https://docs.aws.amazon.com/managed-flink/latest/java/iam-role.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'application-role-or-resource': {
    title: 'Managed Flink can’t use the role, or a resource it needs.',
    means:
      'The message leaves open what is wrong: the application’s role doesn’t trust `kinesisanalytics.amazonaws.com` or was made moments ago, or a stream, log stream or file that the application names doesn’t exist or isn’t allowed to the role.',
    check: DECIDING_COMMANDS.role,
    changes: [
      {
        says: 'Check the ARNs in the application: role, streams, log stream and the code’s bucket and key. Then compare the role: its trust policy, and its actions on these. If the role is new, wait a minute and repeat.',
        page: 'https://docs.aws.amazon.com/managed-flink/latest/java/iam-role.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'workflow-environment-role': {
    title: 'The service can’t assume the execution role.',
    means:
      'The service runs as this execution role. Its trust policy must name `{principal}`; for MWAA both `airflow-env.amazonaws.com` and `airflow.amazonaws.com`. A role that isn’t at this ARN, or was made moments ago, gives the same message.',
    check: DECIDING_COMMANDS.role,
    changes: [
      {
        says: 'If the role is new, wait a minute and repeat. If `get-role` doesn’t find it or prints another ARN, correct the ARN. Otherwise name the principals in its trust policy.',
        page: 'https://docs.aws.amazon.com/mwaa/latest/userguide/mwaa-create-role.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'search-domain-roles': {
    title: 'OpenSearch’s own security refused this, not an IAM policy.',
    means:
      'The request reached the domain. Most often fine-grained access control has no role for this user or IAM role that allows it. `missing authentication credentials` means that the domain recognized no user at all.',
    grantedIn: 'OpenSearch, its fine-grained access control',
    changes: [
      {
        says: 'Map the IAM role’s ARN as a backend role to an OpenSearch role that has the permission, in the security settings of Dashboards.',
        page: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/fgac.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'search-collection-access': {
    title: 'The serverless collection refuses the caller.',
    means:
      'OpenSearch Serverless needs both: `aoss:APIAccessAll` in the caller’s IAM policy, and a data access policy of the collection that names the caller.',
    check: DECIDING_COMMANDS.collectionPolicies,
    grantedIn: 'OpenSearch Serverless data access policies',
    changes: [
      {
        says: 'Allow the caller `aoss:APIAccessAll` on the collection, and name its role in a data access policy with the index permissions it needs.',
        page: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-data-access.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'collection-data-access': {
    title: 'Most likely the collection’s data access policy doesn’t allow the caller.',
    means:
      'In OpenSearch Serverless IAM lets a caller reach a collection, with `aoss:APIAccessAll`. What it may do with indexes and documents, only the data access policy of the collection says. It has to name the user or role that calls.',
    grantedIn: 'the data access policy of the collection',
    check: DECIDING_COMMANDS.collectionPolicies,
    changes: [
      {
        says: 'Add the caller’s role to `Principal` of the data access policy, or make one for it with the permissions that it needs. It takes about a minute to apply.',
        page: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-data-access.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'knowledge-base-collection': {
    title: 'The knowledge base’s role can’t reach the vector store.',
    means:
      'Bedrock reaches the collection as the knowledge base’s service role. The role needs `aoss:APIAccessAll`, and a data access policy of the collection must name it.',
    check: DECIDING_COMMANDS.collectionPolicies,
    changes: [
      {
        says: 'Name the service role in a data access policy of the collection, with the index permissions. Also allow it `aoss:APIAccessAll` on the collection, if nothing does.',
        page: 'https://docs.aws.amazon.com/bedrock/latest/userguide/kb-permissions.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'search-snapshot-role': {
    title: 'OpenSearch’s snapshot role can’t use the bucket.',
    means:
      'Snapshots are written with a role that trusts `es.amazonaws.com`. Whoever registers the repository needs `iam:PassRole` on it and must sign the request.',
    changes: [
      {
        says: 'Allow the role `s3:ListBucket` on the bucket and `s3:GetObject`, `s3:PutObject` and `s3:DeleteObject` on its objects; trust `es.amazonaws.com`.',
        page: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-snapshots.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'quicksight-manifest': {
    title: 'QuickSight may not read the manifest’s bucket.',
    means:
      'QuickSight reads the manifest and the files that it lists with its own role, not with the permissions of whoever creates the data source. Most often the bucket isn’t among those selected for QuickSight. Otherwise its policy or KMS key keeps that role out.',
    changes: [
      {
        says: 'In QuickSight open Manage QuickSight, Security & permissions, and select the manifest’s bucket, and the buckets of the files, under Amazon S3. Or give the data source a role that can read them, as `RoleArn` of its S3 parameters. With a KMS key also allow that role `kms:Decrypt`.',
        page: 'https://docs.aws.amazon.com/quicksight/latest/APIReference/API_S3Parameters.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'dashboards-own-permissions': {
    title: 'QuickSight decides this by its own permissions.',
    means:
      'QuickSight reaches data with its own role, set under "Security & permissions", and shares assets between its users itself. Your IAM policies don\'t decide what it may read.',
    grantedIn: 'QuickSight',
    changes: [
      {
        says: 'Allow the bucket and Athena in QuickSight’s security settings. Give its role a grant on the KMS key, and share the asset with the user.',
        page: 'https://docs.aws.amazon.com/quicksight/latest/user/troubleshoot-connect-to-datasources.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'training-role': {
    title: 'SageMaker can’t use its execution role.',
    means:
      'SageMaker works as the execution role. The role doesn’t trust `sagemaker.amazonaws.com`, there is none at this ARN (name, path, account), or it was made moments ago. Often the call passes another role, such as a user’s or an instance’s.',
    check: DECIDING_COMMANDS.role,
    changes: [
      {
        says: 'If the role is new, wait a minute and repeat. If `get-role` doesn’t find it, or it isn’t the execution role that you mean, correct the ARN. Otherwise name `sagemaker.amazonaws.com` in its trust policy.',
        page: 'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'training-quota': {
    title: 'A SageMaker quota of this account is reached.',
    means:
      'The message names the quota. Each instance type has one for each use (training, endpoints, notebooks), often 0 in a new account. No permission is missing.',
    check: 'aws service-quotas list-service-quotas --service-code sagemaker --output json',
    changes: [
      {
        says: 'Request an increase of that quota in Service Quotas, delete what isn’t used, or take another instance type.',
        run: 'aws service-quotas request-service-quota-increase --service-code sagemaker --quota-code <quota> --desired-value <value>',
        page: 'https://docs.aws.amazon.com/sagemaker/latest/dg/regions-quotas.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'account-not-authorized': {
    title: 'The account itself isn’t allowed this; no IAM policy decides it.',
    means:
      'The message speaks of the account, not of a user or role. AWS opens some features on request, limits new or restricted accounts, and keeps some calls to an organization’s administrator account. No IAM policy can change that.',
    changes: [
      {
        says: 'Check that this is the account and Region you mean. Then ask AWS Support, as the account, to enable it, or leave the call out.',
        page: 'https://docs.aws.amazon.com/awssupport/latest/user/case-management.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'model-access': {
    title: 'The account has no access to this model.',
    means:
      'Bedrock checks the account’s access to the model in this Region: the AWS Marketplace subscription on first use, or the use case form of Anthropic models. An IAM Allow alone doesn’t give it. A payment problem does the same.',
    check: 'aws bedrock get-foundation-model-availability --model-id {model} --output json',
    changes: [
      {
        says: 'Submit the use case form where the model asks for it, then let a role with `aws-marketplace:Subscribe`, `aws-marketplace:Unsubscribe` and `aws-marketplace:ViewSubscriptions` call it once. It takes up to 15 minutes.',
        page: 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-access.html',
        confirmed: '2026-11-29',
      },
      {
        says: 'Check the Region, and that the account has a valid payment method.',
        page: 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-access.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'model-of-amazon-closed': {
    title: 'Bedrock doesn’t offer this Amazon model to the account here.',
    means:
      'Amazon’s own models need no subscription and no form. Most often the Region doesn’t offer the model, or Bedrock isn’t open yet for a new or restricted account. The command tells which.',
    check: 'aws bedrock get-foundation-model-availability --model-id {model} --output json',
    changes: [
      {
        says: 'If `regionAvailability` isn’t `AVAILABLE`, call a Region that has the model. If `authorizationStatus` isn’t `AUTHORIZED`, ask AWS Support to open the model for the account.',
        page: 'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_GetFoundationModelAvailability.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'model-subscription-stuck': {
    title: 'AWS Marketplace can’t subscribe this account to the model.',
    means:
      'The message speaks of missing permissions, but an administrator is refused too. Most often the account has no valid payment method; less often an SCP or a private marketplace stands in the way. Amazon’s own models need no subscription.',
    check: 'aws bedrock get-foundation-model-availability --model-id {model} --output json',
    changes: [
      {
        says: 'In Billing, under Payment preferences, check the account’s default payment method; in an organization that of the management account. Once it’s right, wait some minutes and let the administrator call the model once.',
        page: 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-access.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'model-payment': {
    title: 'The account has no valid payment method for this model.',
    means:
      'Bedrock subscribes the account in AWS Marketplace when a model is first used. AWS Marketplace found no payment method that it can charge. No policy refused this.',
    check: 'aws bedrock get-foundation-model-availability --model-id {model} --output json',
    changes: [
      {
        says: 'In Billing, under Payment preferences, add or correct the account’s default payment method; in an organization that of the management account. Wait two minutes, then call the model again.',
        page: 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-access.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'model-retired': {
    title: 'The model is retired or legacy.',
    means:
      'The provider retired the model, or it’s legacy and the account hasn’t used it lately. No policy gives it back.',
    check:
      'aws bedrock get-foundation-model --model-identifier {model} --query modelDetails.modelLifecycle --output json',
    changes: [
      {
        says: 'Move to a current model.',
        run: 'aws bedrock list-foundation-models --output json',
        page: 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-lifecycle.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'model-on-demand': {
    title: 'This model must be called through an inference profile.',
    means:
      'The Region offers the model only through a cross-Region inference profile, whose id begins with `us.`, `eu.`, `apac.` or `global.`. No permission was refused.',
    check: 'aws bedrock list-inference-profiles --output json',
    changes: [
      {
        says: 'Use the profile’s id in place of the model’s. The caller’s policy must then allow the profile, and the model in each of its Regions.',
        page: 'https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-prereq.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'model-id-invalid': {
    title: 'Bedrock doesn’t know this model ID in this Region.',
    means:
      'The ID is misspelled or lacks its version, the model isn’t offered in the Region of the call, or the prefix of the inference profile (`us.`, `eu.`, `apac.`, `global.`) doesn’t fit that Region. No permission was refused.',
    check:
      'aws bedrock list-foundation-models --query modelSummaries[].[modelId,inferenceTypesSupported] --output json',
    changes: [
      {
        says: 'Copy the ID from the list of this Region, with its version. If the model works only by an inference profile there, use an ID from `aws bedrock list-inference-profiles`. Otherwise call a Region that has it.',
        page: 'https://docs.aws.amazon.com/bedrock/latest/userguide/models-supported.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'model-marketplace': {
    title: 'The first call of this model must subscribe, and may not.',
    means:
      'On first use Bedrock subscribes the account in AWS Marketplace, in the caller’s name. The caller needs `aws-marketplace:Subscribe` and `aws-marketplace:ViewSubscriptions`, and the account a valid payment method.',
    changes: [
      {
        says: 'Let a role that has both actions call the model once, or allow them. Wait some minutes, then retry.',
        page: 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-access.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'agent-function': {
    title: 'Bedrock may not invoke the agent’s function.',
    means:
      'An agent calls the function of its action group as `bedrock.amazonaws.com`, not as its role. The function’s resource policy must allow that `lambda:InvokeFunction`, with the agent’s ARN as source. If the agent names a version or alias, that one’s policy counts.',
    check: DECIDING_COMMANDS.functionPolicy,
    changes: [
      {
        says: 'Allow `bedrock.amazonaws.com` to invoke the function, with the agent’s ARN as `aws:SourceArn`.',
        page: 'https://docs.aws.amazon.com/bedrock/latest/userguide/agents-permissions.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'agent-role-profile': {
    title: 'Most likely the agent’s role doesn’t cover the inference profile.',
    means:
      'The agent calls its model through an inference profile. Its service role then needs the profile’s ARN and the foundation model in each Region of the profile. What you may call yourself doesn’t count. An SCP that limits Regions can block one of them too.',
    check: AGENT_ROLE,
    changes: [
      {
        says: 'Allow the agent’s role `bedrock:InvokeModel`, `bedrock:InvokeModelWithResponseStream` and `bedrock:GetInferenceProfile` on the profile, and the first two on the `foundation-model` ARN in each of its Regions. Then prepare the agent again.',
        page: 'https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-prereq.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'agent-role': {
    title: 'The agent’s or knowledge base’s role was refused.',
    means:
      'Agents, flows and knowledge bases work as their service role. It must exist, trust `bedrock.amazonaws.com`, and allow the model, the data source and the store. An action group’s function needs a resource policy for `bedrock.amazonaws.com`.',
    check: AGENT_ROLE,
    changes: [
      {
        says: 'Look at the role that the agent names. If it’s gone, or isn’t the one you mean, set another. Otherwise compare its trust policy, which must name `bedrock.amazonaws.com`, and its permissions: `bedrock:InvokeModel` on the model that the agent uses now, and the data source’s actions.',
        page: 'https://docs.aws.amazon.com/bedrock/latest/userguide/agents-permissions.html',
        confirmed: '2026-11-29',
      },
      {
        says: 'For an action group allow Bedrock to invoke the function.',
        run: 'aws lambda add-permission --function-name {aliasedFunction} --statement-id bedrock --action lambda:InvokeFunction --principal bedrock.amazonaws.com --source-arn <ARN of the agent>',
        page: 'https://docs.aws.amazon.com/bedrock/latest/userguide/agents-permissions.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'file-in-another-region': {
    title: 'The bucket isn’t in the Region of the service.',
    means:
      'You pasted the bucket’s Region and another one. Rekognition, Textract, Transcribe and Comprehend read a bucket only in the Region in which they are called.',
    changes: [
      {
        says: 'Call the service in the bucket’s Region, or copy the file to a bucket in the service’s Region. If both Regions are the same, check the key and `s3:GetObject` instead.',
        page: 'https://docs.aws.amazon.com/rekognition/latest/APIReference/API_S3Object.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'object-key-coded': {
    title: 'The request uses the URL-encoded form of the object’s key.',
    means:
      'S3 events encode the key as in a URL: `+` for a space, `%C3%A4` for ä. What you pasted asks for the encoded key, which names no object. Keys without such characters work. No permission changes that.',
    changes: [
      {
        says: 'Decode the event’s key before you use it: `urllib.parse.unquote_plus(key)` in Python, `decodeURIComponent(key.replace(/\\+/g, " "))` in JavaScript.',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'transcribe-bucket': {
    title: 'The caller can’t read the file in S3, or it isn’t there.',
    means:
      'Rekognition, Textract, Transcribe and Comprehend read the file in the caller’s name or with the data access role. The bucket must be in the same Region, and the key must exist.',
    check: 'aws s3api head-object --bucket {bucket} --key {key} --output json',
    changes: [
      {
        says: 'Check bucket, key and Region. Then allow `s3:GetObject` on the object, to the caller or the data access role.',
        page: 'https://docs.aws.amazon.com/rekognition/latest/dg/security_iam_troubleshoot.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'import-role': {
    title: 'The service can’t assume the role you gave it.',
    means:
      'The role doesn’t trust the service that works with it, there is none at this ARN (name, path, account), or it was made moments ago. Its own policy must also allow the data in S3.',
    check: DECIDING_COMMANDS.role,
    changes: [
      {
        says: 'If the role is new, wait a minute and repeat. If `get-role` doesn’t find it or prints another ARN, correct the ARN. Otherwise name the service principal in the trust policy, and allow the role `s3:GetObject` and `s3:ListBucket` on the data.',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_roles.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'training-image': {
    title: 'SageMaker can’t pull the image: it’s missing, or the role lacks ECR.',
    means:
      'SageMaker pulls the image as the execution role. The image’s name, tag and Region must be right. The role needs `ecr:GetAuthorizationToken`, `ecr:BatchGetImage` and `ecr:GetDownloadUrlForLayer`; another account’s repository must allow it too.',
    check: 'aws ecr describe-images --repository-name {repository} --image-ids imageTag=<tag> --output json',
    changes: [
      {
        says: 'Check that the image exists under exactly this name and tag, in the same Region.',
        page: 'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html',
        confirmed: '2026-11-28',
      },
      {
        says: 'Allow the execution role the three ECR actions. For another account’s image add the role to the repository policy.',
        page: 'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'model-data': {
    title: 'SageMaker can’t get the model: its Region, the object or the role.',
    means:
      'One message for all of them: the bucket is in another Region than the model, there is no such object, or the execution role lacks `s3:GetObject` on it, or the key. Where jobs with this role work, look at the Region first.',
    check: 'aws s3api get-bucket-location --bucket {bucket} --output text',
    changes: [
      {
        says: 'If the bucket’s Region isn’t that of the call, copy the model to a bucket there. If it is, look for the object under exactly that key, then allow the execution role `s3:GetObject` on it and `s3:ListBucket` on the bucket.',
        page: 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ContainerDefinition.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'training-data': {
    title: 'SageMaker can’t read the data: it’s missing, or the role lacks S3.',
    means:
      'SageMaker reads data and models in S3 as the execution role. The object must exist in the same Region. The role needs `s3:GetObject` on it and `s3:ListBucket` on the bucket.',
    changes: [
      {
        says: 'Check that the object exists, then allow the execution role `s3:GetObject` on it and `s3:ListBucket` on the bucket. Another account’s bucket must allow the role too.',
        page: 'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'database-import-bucket': {
    title: 'The database’s role can’t read the bucket.',
    means:
      'PostgreSQL on RDS or Aurora reaches S3 as the role added for `s3Import`, or with the credentials passed to the function. It needs `s3:GetObject` and `s3:ListBucket`; the bucket’s policy and key must allow it too.',
    check: DATABASE_CLUSTER_ROLES,
    changes: [
      {
        says: 'Allow the associated role both actions on the bucket and its objects, and its key with `kms:Decrypt`.',
        page: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PostgreSQL.S3Import.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'aurora-load-bucket': {
    title: 'The Aurora MySQL cluster’s role can’t read the bucket.',
    means:
      'Aurora MySQL reads S3 as the role in its parameter `aws_default_s3_role`. It needs `s3:GetObject` and `s3:GetObjectVersion` on the objects and `s3:ListBucket` on the bucket; the bucket’s policy and key must allow it too.',
    check: DATABASE_CLUSTER_ROLES,
    changes: [
      {
        says: 'Allow that role `s3:GetObject` and `s3:GetObjectVersion` on the objects, `s3:ListBucket` on the bucket, and `kms:Decrypt` on the key where one is used.',
        page: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/AuroraMySQL.Integrating.Authorizing.IAM.S3CreatePolicy.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'aurora-select-bucket': {
    title: 'The Aurora MySQL cluster’s role can’t write to the bucket.',
    means:
      'For `SELECT INTO OUTFILE S3` Aurora MySQL writes as the role in its parameter `aws_default_s3_role`. It needs `s3:PutObject`, `s3:GetObject`, `s3:DeleteObject` and the rights for uploads in parts, and `s3:ListBucket` on the bucket.',
    check: DATABASE_CLUSTER_ROLES,
    changes: [
      {
        says: 'Allow that role `s3:PutObject`, `s3:GetObject`, `s3:DeleteObject`, `s3:AbortMultipartUpload` and `s3:ListMultipartUploadParts` on the objects, and `s3:ListBucket` on the bucket.',
        page: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/AuroraMySQL.Integrating.Authorizing.IAM.S3CreatePolicy.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'workflow-environment-failed': {
    title: 'The MWAA environment’s execution role or network is wrong.',
    means:
      'MWAA couldn’t create the environment. The execution role lacks S3, logs, SQS or KMS permissions, or the VPC gives no way to those services. The message doesn’t tell which.',
    changes: [
      {
        says: 'Compare the execution role’s policy with MWAA’s template, then the routes, endpoints and security groups.',
        page: 'https://docs.aws.amazon.com/mwaa/latest/userguide/mwaa-create-role.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'keyspaces-permission': {
    title: 'The caller lacks a permission of Amazon Keyspaces.',
    means:
      'Amazon Keyspaces maps CQL statements to IAM actions such as `cassandra:Select`. This caller has none for the table. Drivers also read the system tables.',
    changes: [
      {
        says: 'Allow the caller the `cassandra` action of the statement on the table, and `cassandra:Select` on the keyspace’s `system*` tables.',
        page: 'https://docs.aws.amazon.com/keyspaces/latest/devguide/security_iam_service-with-iam.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'glue-no-way-to-storage': {
    title: 'The Glue connection’s subnet has no way to S3.',
    means:
      'A job or crawler in a VPC reaches S3 through an S3 gateway endpoint or a NAT gateway in the subnet’s route table. Neither is there. No policy was refused.',
    changes: [
      {
        says: 'Add an S3 gateway endpoint to the VPC and to the subnet’s route table.',
        run: 'aws ec2 describe-vpc-endpoints --filters Name=service-name,Values=*.s3 --output json',
        page: 'https://docs.aws.amazon.com/glue/latest/dg/connection-S3-VPC.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'firehose-bucket-of-another': {
    title: 'Firehose’s role can’t write to the other account’s bucket.',
    means:
      'What you pasted speaks of a bucket in another account. Then both must allow the stream’s role: its own policy and the bucket policy, which also needs `s3:PutObjectAcl`, so that the bucket’s owner gets the objects. A KMS key of the bucket must let the role in too.',
    check: DECIDING_COMMANDS.bucketPolicy,
    changes: [
      {
        says: 'Let the bucket’s owner allow the stream’s role in the bucket policy: the bucket for `s3:GetBucketLocation` and the lists, its objects for `s3:PutObject`, `s3:PutObjectAcl`, `s3:GetObject` and `s3:AbortMultipartUpload`. If it does already, compare the role’s own policy and the key.',
        page: 'https://docs.aws.amazon.com/firehose/latest/dev/controlling-access.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'firehose-function': {
    title: 'Firehose’s role can’t invoke the function.',
    means:
      'Firehose calls the function as the stream’s role. That role must trust `firehose.amazonaws.com` and allow `lambda:InvokeFunction` and `lambda:GetFunctionConfiguration` on the ARN that the stream names: with a version or alias behind it, that ARN isn’t the function’s own.',
    check: 'aws firehose describe-delivery-stream --delivery-stream-name {stream} --output json',
    changes: [
      {
        says: 'Allow the stream’s role both actions on the function’s ARN, followed by `:*` or by the version or alias that the stream names. A policy of the function isn’t needed in the same account.',
        page: 'https://docs.aws.amazon.com/firehose/latest/dev/console-managed-roles.html',
        confirmed: '2026-12-03',
      },
    ],
  },
  'firehose-destination': {
    title: 'Firehose’s role can’t reach the destination.',
    means:
      'Firehose delivers as the stream’s role. It must trust `firehose.amazonaws.com` and allow the bucket, function, key or domain that the message names. A bucket of another account must allow the role too.',
    check: 'aws firehose describe-delivery-stream --delivery-stream-name {stream} --output json',
    changes: [
      {
        says: 'Allow the stream’s role what the destination needs, such as `s3:PutObject`, `lambda:InvokeFunction` or `kms:GenerateDataKey`.',
        page: 'https://docs.aws.amazon.com/firehose/latest/dev/controlling-access.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'warehouse-log-bucket': {
    title: 'Redshift may not write its audit logs to the bucket.',
    means:
      'Redshift delivers audit logs as its service principal. The policy of {bucket} must allow it `s3:PutObject` on the logs and `s3:GetBucketAcl` on the bucket, and no Deny there may keep it out.',
    check: DECIDING_COMMANDS.bucketPolicy,
    changes: [
      {
        says: 'Allow `redshift.amazonaws.com` both actions in the bucket policy.',
        page: 'https://docs.aws.amazon.com/redshift/latest/mgmt/db-auditing.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'warehouse-table-privilege': {
    title: 'The Redshift user lacks a privilege on the table.',
    means:
      'The database user of the delivery may not insert into the table. Redshift’s own privileges decide this, and no IAM policy.',
    grantedIn: 'the Redshift database',
    changes: [
      {
        says: 'Grant the user `INSERT` on the table in the database, and `USAGE` on its schema.',
        page: 'https://docs.aws.amazon.com/firehose/latest/dev/monitoring-with-cloudwatch-logs.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'collection-data-policy': {
    title: 'The collection has no data access policy for you.',
    means:
      'OpenSearch Serverless decides by its own data access policies who may use an index. None names this user or role. IAM must also allow `aoss:APIAccessAll`.',
    grantedIn: 'the collection’s data access policies',
    check: DECIDING_COMMANDS.collectionPolicies,
    changes: [
      {
        says: 'Create a data access policy that names the collection, the index permissions and the ARN of the user or role.',
        page: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-data-access.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'training-input': {
    title: 'Nothing is at this S3 location, or the role can’t list it.',
    means:
      'SageMaker lists the prefix as its execution role, before it starts. Most often the prefix is mistyped, empty or in another Region. Otherwise the role lacks `s3:ListBucket` on the bucket.',
    check: 'aws s3 ls {url}',
    changes: [
      {
        says: 'List the prefix with your own credentials first. If objects are there, allow the execution role `s3:ListBucket` on the bucket and `s3:GetObject` on the objects.',
        page: 'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'transcribe-output': {
    title: 'The caller can’t write the transcript to the output bucket.',
    means:
      'Transcribe writes the output with the credentials of whoever starts the job, or with the job’s data access role. That identity lacks `s3:PutObject` on the output bucket, or the bucket’s key.',
    changes: [
      {
        says: 'Allow `s3:PutObject` on the output location to the caller, or to the data access role of the job.',
        page: 'https://docs.aws.amazon.com/transcribe/latest/dg/security_iam_id-based-policy-examples.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'search-user-pool-role': {
    title: 'The role for Cognito sign-in lacks what OpenSearch needs.',
    means:
      'OpenSearch sets up the sign-in with the role in the request. It must trust `es.amazonaws.com` (or `opensearchservice.amazonaws.com`) and have `AmazonOpenSearchServiceCognitoAccess`.',
    check: 'aws opensearch describe-domain --domain-name {domain} --query DomainStatus.CognitoOptions --output json',
    changes: [
      {
        says: 'If the role or its policy is new, wait a minute and repeat. Otherwise attach `AmazonOpenSearchServiceCognitoAccess` to the role, and name the service in its trust policy.',
        page: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/cognito-auth.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'warehouse-schedule-role': {
    title: 'Redshift’s scheduler can’t assume the role.',
    means:
      'A scheduled action runs as its role, which must trust `scheduler.redshift.amazonaws.com` and allow the action itself, such as `redshift:ResumeCluster`. A role that isn’t at this ARN, or was made moments ago, gives the same message.',
    check: DECIDING_COMMANDS.role,
    changes: [
      {
        says: 'If the role is new, wait a minute and repeat. If `get-role` doesn’t find it, correct the ARN. Otherwise name `scheduler.redshift.amazonaws.com` and `redshift.amazonaws.com` in its trust policy, and allow the role the scheduled action.',
        page: 'https://docs.aws.amazon.com/redshift/latest/mgmt/redshift-iam-access-control-identity-based.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'proxy-sign-in': {
    title: 'RDS Proxy refused the database sign-in.',
    means:
      'The proxy checks user and password or token against the secrets that it’s given. With IAM sign-in the client needs TLS, a fresh token for the proxy’s endpoint, and `rds-db:connect` on the proxy’s user.',
    changes: [
      {
        says: 'Check that a secret holds exactly this user. With IAM sign-in allow `rds-db:connect` on the proxy’s resource id and make the token for the proxy’s endpoint.',
        page: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.troubleshooting.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'proxy-secret': {
    title: 'RDS Proxy can’t read, or can’t use, the database’s secret.',
    means:
      'RDS Proxy reads the secret with its own role. That role needs `secretsmanager:GetSecretValue` on the secret and, with a customer managed key, `kms:Decrypt` on it; it must trust `rds.amazonaws.com`. What the secret holds must also be the database’s user and password.',
    changes: [
      {
        says: 'Allow the proxy’s role `secretsmanager:GetSecretValue` on the secret, and `kms:Decrypt` on its key. If it has both, compare the secret’s user and password with the database.',
        page: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-setup.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'snapshot-owner-must-share': {
    title: 'The snapshot’s owner hasn’t let this account in.',
    means:
      'Redshift lets another account restore a snapshot only after the owner authorizes it. No IAM policy replaces that.',
    changes: [
      {
        says: 'Ask the owner to authorize this account for the snapshot, and to share the key of an encrypted one.',
        run: 'aws redshift authorize-snapshot-access --snapshot-identifier {snapshot} --account-with-restore-access <account>',
        page: 'https://docs.aws.amazon.com/redshift/latest/APIReference/API_AuthorizeSnapshotAccess.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'graph-load-url': {
    title: 'The cluster’s role can’t read the load’s bucket.',
    means:
      'Neptune loads with the role that’s added to the cluster. That role needs `s3:ListBucket` on the bucket and `s3:GetObject` on its objects, and the VPC an S3 endpoint.',
    check: GRAPH_CLUSTER_ROLES,
    changes: [
      {
        says: 'Allow the role both actions, and `kms:Decrypt` on the key of encrypted data.',
        page: 'https://docs.aws.amazon.com/neptune/latest/userguide/bulk-load-tutorial-IAM.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'database-backup-role': {
    title: 'The database’s backup role can’t reach the bucket.',
    means:
      'SQL Server on RDS reads and writes backups as the role of the option `SQLSERVER_BACKUP_RESTORE`. That role needs the S3 actions on the bucket and the backup files, and the key of encrypted ones.',
    changes: [
      {
        says: 'Allow the option’s role these S3 actions on the backup’s bucket, and `kms:DescribeKey`, `Encrypt`, `Decrypt` and `GenerateDataKey` on its key.',
        page: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/SQLServer.Procedural.Importing.Native.Enabling.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'database-role-not-associated': {
    title: 'No role is associated with the database for this feature.',
    means:
      'The database calls S3 or Lambda as a role that is associated with it for that feature: `S3_INTEGRATION`, `s3Import`, `s3Export` or `Lambda`. None is associated, so nothing was asked of AWS yet.',
    changes: [
      {
        says: 'Create a role that trusts `rds.amazonaws.com` and allows the action. Then associate it, with the feature’s name, with the instance or the cluster.',
        run: 'aws rds add-role-to-db-instance --db-instance-identifier {dbInstance} --feature-name <feature> --role-arn <role>',
        page: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/oracle-s3-integration.preparing.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'database-export-denied': {
    title: 'The database’s export role can’t write to the bucket.',
    means:
      'RDS and Aurora write as the role that’s associated for `s3Export`, not as the caller. That role lacks `s3:PutObject` on the path, or the bucket’s key or policy keeps it out.',
    check: DATABASE_CLUSTER_ROLES,
    changes: [
      {
        says: 'Allow the associated role `s3:PutObject` and `s3:AbortMultipartUpload` on the path, and `kms:GenerateDataKey` on the bucket’s key.',
        page: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/postgresql-s3-export-access-bucket.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'search-repository-role': {
    title: 'The snapshot role can’t reach the repository’s bucket.',
    means:
      'OpenSearch reads and writes snapshots as the role given when the repository was registered. That role needs `s3:ListBucket` on the bucket, and `s3:GetObject`, `s3:PutObject` and `s3:DeleteObject` on its objects.',
    changes: [
      {
        says: 'Allow the repository’s role these actions, and the bucket’s key if it’s encrypted.',
        page: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-snapshots.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'model-operation-closed': {
    title: 'Bedrock doesn’t let this account use the model yet.',
    means:
      'Bedrock answers so where the account, often a new one, isn’t open for the model, or its quota for it is zero. No policy of yours refused this.',
    check: 'aws service-quotas list-service-quotas --service-code bedrock --output json',
    changes: [
      {
        says: 'Check the quota of the model in Service Quotas. If it’s zero or the account is new, ask AWS Support to open it.',
        page: 'https://docs.aws.amazon.com/bedrock/latest/userguide/quotas.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'connector-bucket-owner': {
    title: 'The connector’s function can’t check its spill bucket.',
    means:
      'An Athena connector looks for `{bucket}` among the account’s buckets before it spills. Its function’s role needs `s3:ListAllMyBuckets`, which takes no single bucket.',
    changes: [
      {
        says: 'Allow the connector’s execution role `s3:ListAllMyBuckets` on `*`, and read and write on the spill bucket.',
        page: 'https://docs.aws.amazon.com/athena/latest/ug/connect-to-a-data-source.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'kafka-password': {
    title: 'Kafka doesn’t accept this user and password; IAM isn’t asked.',
    means:
      'With SASL/SCRAM the client signs in with a user and a password. MSK takes them from secrets named `AmazonMSK_…` that are associated with the cluster. None of these holds this user with this password.',
    grantedIn: 'the cluster’s secrets and Kafka ACLs',
    check: 'aws kafka list-scram-secrets --cluster-arn {clusterArn} --output json',
    changes: [
      {
        says: 'If the list lacks the user’s secret, associate it with the cluster. Otherwise compare user and password with the secret.',
        page: 'https://docs.aws.amazon.com/msk/latest/developerguide/msk-password.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'replication-endpoint-bucket': {
    title: 'The S3 endpoint’s role can’t use the bucket.',
    means:
      'DMS reaches the bucket of an S3 endpoint as the endpoint’s service access role. It needs `s3:ListBucket` on the bucket, and read or write on its objects.',
    check:
      'aws dms describe-endpoints --query Endpoints[].[EndpointIdentifier,S3Settings.ServiceAccessRoleArn] --output json',
    changes: [
      {
        says: 'Allow the service access role list, and read (source) or write, delete and tag (target) on the bucket.',
        page: 'https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Target.S3.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'cluster-scaling-role': {
    title: 'Application Auto Scaling can’t assume the cluster’s scaling role.',
    means:
      'EMR’s automatic scaling works as the cluster’s auto scaling role. The role doesn’t trust `application-autoscaling.amazonaws.com`, or only under `aws:SourceAccount` and `aws:SourceArn` that don’t fit the scalable target. Or there is none at this ARN, or it was made moments ago.',
    check: DECIDING_COMMANDS.role,
    changes: [
      {
        says: 'If the role is new, wait a minute and repeat. If `get-role` doesn’t find it, correct the ARN or name. Otherwise let the role trust `application-autoscaling.amazonaws.com`, with your account as `aws:SourceAccount`.',
        page: 'https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-iam-role-automatic-scaling.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'catalog-not-migrated': {
    title: 'The account’s data catalog was never moved to Glue.',
    means:
      'Old accounts have a catalog of Athena’s own. Glue answers “denied” until it’s upgraded, once per Region. No policy changes that.',
    check: 'aws glue get-catalog-import-status --output json',
    changes: [
      {
        says: 'Upgrade the catalog to the Glue Data Catalog.',
        run: 'aws glue import-catalog-to-glue',
        page: 'https://docs.aws.amazon.com/athena/latest/ug/glue-upgrade.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'notebook-role-lookup': {
    title: 'The SageMaker SDK couldn’t look up its role by name.',
    means:
      'The SageMaker SDK asks IAM for the ARN of `{notebookrole}`. Whoever runs the code needs `iam:GetRole` on that role, and the role must be in this account. If the code passes the ARN, nothing is asked.',
    changes: [
      {
        says: 'Pass the role’s whole ARN in the code, with its path. Or allow the role `iam:GetRole` on itself.',
        page: 'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'database-event-role': {
    title: 'RDS can’t use the role for Enhanced Monitoring.',
    means:
      'The role, usually `rds-monitoring-role`, is missing, doesn’t trust `monitoring.rds.amazonaws.com`, or lacks `AmazonRDSEnhancedMonitoringRole`.',
    check: 'aws iam get-role --role-name rds-monitoring-role --output json',
    changes: [
      {
        says: 'If the role is missing, create it with this trust policy; if it’s there, correct the trust policy. Attach the managed policy `AmazonRDSEnhancedMonitoringRole`, then turn monitoring on again.',
        page: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Events.Messages.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'database-option-role': {
    title: 'RDS can’t use the role of the option.',
    means:
      'The IAM role in the option’s settings is missing, doesn’t trust `rds.amazonaws.com`, or lacks what the option needs.',
    check: DECIDING_COMMANDS.role,
    changes: [
      {
        says: 'If the role in the option’s settings is gone, set another. Otherwise let it trust `rds.amazonaws.com` and allow it what the option’s page lists.',
        page: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Events.Messages.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'database-efs': {
    title: 'The file system doesn’t let the database in.',
    means:
      'RDS for Oracle reaches EFS with the role of the option, if it has one. The file system’s policy or that role must allow `elasticfilesystem:ClientMount`, `ClientWrite` and `ClientRootAccess`.',
    check: DECIDING_COMMANDS.fileSystemPolicy,
    changes: [
      {
        says: 'Allow the role in the file system’s policy, or by its own policies. The mount’s POSIX permissions count too.',
        page: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/oracle-efs-integration.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'transaction-log-bucket': {
    title: 'RDS can’t copy transaction logs to the bucket.',
    means:
      'RDS for SQL Server writes as `backups.rds.amazonaws.com`: most often the bucket policy doesn’t allow it `s3:PutObject` on the path, with `bucket-owner-full-control`. Or bucket and database aren’t in the same account and Region, or the caller lacks a permission for the set-up.',
    check: DECIDING_COMMANDS.bucketPolicy,
    changes: [
      {
        says: 'Check that the bucket is in the database’s account and Region. Then put the statement of the page into the bucket policy, with your account and the database’s ARN as its conditions.',
        page: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_SQLServer.AddlFeat.TransactionLogAccess.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'snapshot-export-bucket': {
    title: 'The export’s role can’t use the bucket.',
    means:
      'RDS exports a snapshot as the role that the task names. It needs the S3 actions on the bucket and on its objects, and the bucket must be in the same Region.',
    check: 'aws rds describe-export-tasks --query ExportTasks[].[IamRoleArn,S3Bucket,FailureCause] --output json',
    changes: [
      {
        says: 'Allow the role `s3:PutObject`, `GetObject` and `DeleteObject` on the objects, `ListBucket` and `GetBucketLocation` on the bucket.',
        page: 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-export-snapshot-troubleshooting.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'database-lambda-privilege': {
    title: 'The database user lacks Aurora’s own privilege.',
    means:
      'Aurora MySQL calls Lambda and S3 only for database users with the role (`AWS_LAMBDA_ACCESS`, `AWS_LOAD_S3_ACCESS`, `AWS_SELECT_S3_ACCESS`) or, in version 2, the privilege. IAM isn’t asked yet.',
    changes: [
      {
        says: 'Grant the role to the user and activate it with `SET ROLE` or as a default role.',
        page: 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Integrating.NativeLambda.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'cluster-iam-grant': {
    title: 'Aurora DSQL’s own mapping of IAM roles isn’t right.',
    means:
      'DSQL ties an IAM role to a database role with `AWS IAM GRANT`, run by `admin`. The role is written as its ARN; `admin` signs in with `DbConnectAdmin`, others with `DbConnect`.',
    grantedIn: 'Aurora DSQL with `AWS IAM GRANT`',
    changes: [
      {
        says: "Connect as `admin` and run `AWS IAM GRANT <database role> TO '<role ARN>'`. Make the token for the right action.",
        page: 'https://docs.aws.amazon.com/aurora-dsql/latest/userguide/troubleshooting.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'warehouse-assume-privilege': {
    title: 'The database user may not use this role: Redshift’s own privilege.',
    means:
      'Redshift grants the use of a role by database user and command. The role’s trust policy is not what is missing.',
    grantedIn: 'Redshift with `GRANT ASSUMEROLE`',
    changes: [
      {
        says: "As a superuser run `GRANT ASSUMEROLE ON '<role ARN>' TO <user> FOR COPY`, or for the command that the message names.",
        page: 'https://docs.aws.amazon.com/redshift/latest/dg/r_GRANT-usage-notes.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'warehouse-own-rules': {
    title: 'Redshift refused this by its own rules.',
    means:
      'Row-level security keeps a table from other databases and data shares; ANALYZE belongs to the owner; a data share of AWS Data Exchange takes its consumers from there. IAM isn’t asked.',
    changes: [
      {
        says: 'Work as the owner, or as a user with the system privilege (`IGNORE RLS`); for a data share of Data Exchange change it there.',
        page: 'https://docs.aws.amazon.com/redshift/latest/dg/t_rls_limitations.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'firehose-source': {
    title: 'Firehose’s role can’t read the Kinesis stream.',
    means:
      'Firehose reads its source as the role of the stream’s source settings. It must exist, trust `firehose.amazonaws.com` and allow the four Kinesis actions.',
    check:
      'aws firehose describe-delivery-stream --delivery-stream-name {stream} --query DeliveryStreamDescription.Source --output json',
    changes: [
      {
        says: 'Allow the role `kinesis:DescribeStream`, `GetShardIterator`, `GetRecords` and `ListShards` on the source stream.',
        page: 'https://docs.aws.amazon.com/firehose/latest/dev/monitoring-with-cloudwatch-logs.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'firehose-partition': {
    title: 'The function is in another partition of AWS.',
    means: 'Firehose can’t call a function across partitions, such as `aws` and `aws-cn`. No policy refused it.',
    changes: [
      {
        says: 'Use a function of the same partition, best of the same Region.',
        page: 'https://docs.aws.amazon.com/firehose/latest/dev/monitoring-with-cloudwatch-logs.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'transform-role': {
    title: 'Glue can’t use the transform’s role.',
    means:
      'The role must exist, trust `glue.amazonaws.com`, and allow the transform’s data in S3 and in the Data Catalog.',
    check: 'aws glue get-ml-transforms --query Transforms[].[Name,Role] --output json',
    changes: [
      {
        says: 'Let the role trust `glue.amazonaws.com`, and allow it the transform’s tables and buckets.',
        page: 'https://docs.aws.amazon.com/glue/latest/dg/exceptions-machine-learning.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'glue-object-of-caller': {
    title: 'Glue couldn’t read the object in S3.',
    means:
      'A blueprint is read with your own permission, a label file with the transform’s role: `s3:GetObject` is needed. A bucket of another account must allow it too, and lie in the same Region.',
    changes: [
      {
        says: 'Allow `s3:GetObject` on the object to you or to the transform’s role; in another account also in the bucket policy.',
        page: 'https://docs.aws.amazon.com/glue/latest/dg/registering-blueprints.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'search-role-not-created': {
    title: 'You may not create the role that OpenSearch needs.',
    means:
      'The console makes the role for Cognito in your name. You need the IAM and Cognito actions that the page lists.',
    changes: [
      {
        says: 'Allow yourself `iam:CreateRole`, `iam:AttachRolePolicy` and `iam:PassRole`, or let an administrator make the role once.',
        page: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/cognito-auth.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'search-passed-role-trust': {
    title: 'OpenSearch Service can’t assume the role for Cognito.',
    means:
      'The role for Cognito must name `opensearchservice.amazonaws.com` in its trust policy. A role that was made moments ago gives the same message.',
    check: 'aws iam get-role --role-name CognitoAccessForAmazonOpenSearch --output json',
    changes: [
      {
        says: 'If the role is new, wait a minute and repeat. Otherwise let its trust policy name `opensearchservice.amazonaws.com`.',
        page: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/cognito-auth.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'search-no-role-mapped': {
    title: 'OpenSearch knows the user, but maps it to no role.',
    means:
      'Sign-in worked. The user name or backend roles of the SAML assertion aren’t mapped to any role of OpenSearch; they are case-sensitive.',
    grantedIn: 'OpenSearch’s role mapping',
    changes: [
      {
        says: 'Map the user or one of its backend roles in the role mapping of the security plugin.',
        page: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/saml.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'kafka-acl': {
    title: 'Kafka’s own ACLs refuse the topic or group.',
    means:
      'The client signed in without IAM, or the broker isn’t MSK: its port, host or mechanism says so. Kafka’s ACLs decide, and no IAM policy does.',
    grantedIn: 'Kafka’s ACLs',
    changes: [
      {
        says: 'Add an ACL for the user on the topic, and one on the consumer group. With MSK and IAM use port 9098 and `AWS_MSK_IAM` instead.',
        run: CHANGING_COMMANDS.kafkaAcl,
        page: 'https://docs.aws.amazon.com/msk/latest/developerguide/msk-acls.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'recommendation-data': {
    title: 'Personalize can’t read the data in the bucket.',
    means:
      'Personalize reads as `personalize.amazonaws.com`, and with the role of the import job. Both the bucket policy and that role must allow `s3:GetObject` and `s3:ListBucket`. For an encrypted bucket, the key must let both decrypt.',
    check: DECIDING_COMMANDS.bucketPolicy,
    changes: [
      {
        says: 'Allow `personalize.amazonaws.com` both actions in the bucket policy, and the import’s role too. An encrypted bucket needs `kms:Decrypt` on its key.',
        page: 'https://docs.aws.amazon.com/personalize/latest/dg/granting-personalize-s3-access.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'comprehend-data': {
    title: 'Comprehend’s data access role can’t read the input.',
    means:
      'A job of Comprehend reads as the data access role, not as you. The role needs `s3:GetObject` on the files and `s3:ListBucket` on the bucket, and `kms:Decrypt` where they’re encrypted.',
    check: DECIDING_COMMANDS.rolePolicies,
    changes: [
      {
        says: 'Allow the data access role both actions on the input, and check the address of the input.',
        page: 'https://docs.aws.amazon.com/comprehend/latest/dg/access-control-managing-permissions.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'comprehend-output': {
    title: 'Comprehend’s data access role can’t write the output.',
    means:
      'A job of Comprehend writes as the data access role, not as you. The role needs `s3:PutObject` on the output, and with a customer managed key `kms:GenerateDataKey` on it.',
    check: DECIDING_COMMANDS.rolePolicies,
    changes: [
      {
        says: 'Allow the data access role `s3:PutObject` on the output’s address, and check that the bucket is there.',
        page: 'https://docs.aws.amazon.com/comprehend/latest/dg/access-control-managing-permissions.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'index-source-bucket': {
    title: 'The data source’s role can’t read the bucket.',
    means:
      'Q Business and Kendra crawl as the role of the data source, not as you. It needs `s3:GetObject` on the objects and `s3:ListBucket` on the bucket, and `kms:Decrypt` on the bucket’s key.',
    check: DECIDING_COMMANDS.rolePolicies,
    changes: [
      {
        says: 'Allow the data source’s role both actions on the bucket and its objects. Then sync again.',
        page: 'https://docs.aws.amazon.com/amazonq/latest/qbusiness-ug/troubleshooting-data-sources.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'database-export-role': {
    title: 'RDS’s export can’t assume the role.',
    means:
      'A snapshot’s export to S3 works as `export.rds.amazonaws.com`, not as `rds.amazonaws.com`. The role doesn’t trust it, there is none at this ARN (name, path, account), or it was made moments ago.',
    check: DECIDING_COMMANDS.role,
    changes: [
      {
        says: 'If the role is new, wait a minute and repeat. If `get-role` doesn’t find it, correct the ARN. Otherwise name `export.rds.amazonaws.com` as principal in its trust policy, and allow the role the bucket: `s3:PutObject`, `s3:GetObject`, `s3:DeleteObject`, `s3:ListBucket` and `s3:GetBucketLocation`.',
        page: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ExportSnapshot.Setup.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'knowledge-base-role': {
    title: 'Bedrock can’t assume the knowledge base’s role.',
    means:
      'A knowledge base works as its service role. The role doesn’t trust `bedrock.amazonaws.com`, or only under conditions that don’t fit this knowledge base. Or there is none at this ARN (name, path, account), or it was made moments ago.',
    check: DECIDING_COMMANDS.role,
    changes: [
      {
        says: 'If the role is new, wait a minute and repeat. If `get-role` doesn’t find it or prints another ARN, correct the ARN. Otherwise name `bedrock.amazonaws.com` in its trust policy, with `aws:SourceArn` like `knowledge-base/*`.',
        page: 'https://docs.aws.amazon.com/bedrock/latest/userguide/kb-permissions.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'serverless-job-role': {
    title: 'EMR can’t assume the job’s runtime role.',
    means:
      'A job runs as its runtime role. On EMR Serverless the role must trust `emr-serverless.amazonaws.com`; on EKS it trusts the cluster’s identity provider instead. A role that isn’t at this ARN, or was made moments ago, gives the same message.',
    check: DECIDING_COMMANDS.role,
    changes: [
      {
        says: 'If the role is new, wait a minute and repeat. If `get-role` doesn’t find it or prints another ARN, correct the ARN. Otherwise name `emr-serverless.amazonaws.com` in its trust policy; on EKS run `aws emr-containers update-role-trust-policy`.',
        page: 'https://docs.aws.amazon.com/emr/latest/EMR-Serverless-UserGuide/getting-started.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'catalog-project-membership': {
    title: 'DataZone doesn’t permit this user the operation.',
    means:
      'DataZone and SageMaker Unified Studio check the membership of projects and the domain’s policy grants, on top of IAM. An IAM Allow doesn’t replace them.',
    grantedIn: 'the DataZone domain and its projects',
    changes: [
      {
        says: 'Let an owner add the user or role to the project or domain unit. To create projects, the domain unit must grant that.',
        page: 'https://docs.aws.amazon.com/datazone/latest/userguide/troubleshooting.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'quantum-results-bucket': {
    title: 'The bucket for the results can’t be used, or isn’t there.',
    means:
      'Braket writes the results of a task in the caller’s name. The bucket must exist in the device’s account, and the caller needs `s3:PutObject` and `s3:GetObject` there.',
    check: DECIDING_COMMANDS.bucketPolicy,
    changes: [
      {
        says: 'Check the bucket’s name and Region, then allow the caller both actions. The managed policy covers only names that begin with `amazon-braket-`.',
        page: 'https://docs.aws.amazon.com/braket/latest/developerguide/braket-troubleshooting.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'stream-processor-role': {
    title: 'Rekognition can’t assume the stream processor’s role.',
    means:
      'Rekognition Video works as the role of the stream processor. The role doesn’t trust `rekognition.amazonaws.com`, there is none at this ARN (name, path, account), or it was made moments ago.',
    check: DECIDING_COMMANDS.role,
    changes: [
      {
        says: 'If the role is new, wait a minute and repeat. If `get-role` doesn’t find it or prints another ARN, correct the ARN in the stream processor. Otherwise name `rekognition.amazonaws.com` in its trust policy.',
        page: 'https://docs.aws.amazon.com/rekognition/latest/dg/streaming-video-troubleshooting.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'stream-processor-streams': {
    title: 'The stream processor’s role can’t use the Kinesis streams.',
    means:
      'Rekognition Video reads the video stream and writes its results as the role of the stream processor, not as you.',
    check: DECIDING_COMMANDS.rolePolicies,
    changes: [
      {
        says: 'Allow the role `kinesisvideo:GetDataEndpoint` and `kinesisvideo:GetMedia` on the video stream, `kinesis:PutRecord` and `PutRecords` on the data stream.',
        page: 'https://docs.aws.amazon.com/rekognition/latest/dg/streaming-video-troubleshooting.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'serverless-warehouse-role': {
    title: 'Redshift Serverless can’t assume the role.',
    means:
      'The role must trust `redshift-serverless.amazonaws.com` and `redshift.amazonaws.com`, and be associated with the namespace. A role that isn’t at this ARN, or was made moments ago, gives the same message. The S3 permissions aren’t asked yet.',
    check: 'aws redshift-serverless list-namespaces --query namespaces[].[namespaceName,iamRoles] --output json',
    changes: [
      {
        says: 'If the list lacks the role, associate it with the namespace first. If `get-role` doesn’t find it or prints another ARN, correct the ARN. Otherwise name both principals in its trust policy.',
        page: 'https://docs.aws.amazon.com/redshift/latest/mgmt/serverless-security-other-services.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'serverless-role-unlisted': {
    title: 'Most likely the role isn’t associated with the namespace.',
    means:
      'Redshift Serverless uses only roles that are associated with the namespace of the workgroup. According to what you pasted, the role trusts Redshift, so the trust policy isn’t the first thing to change.',
    check: 'aws redshift-serverless list-namespaces --query namespaces[].[namespaceName,iamRoles] --output json',
    changes: [
      {
        says: 'If the list lacks the role, associate it with the namespace: the call takes all roles, also those that are there. Then run the statement again.',
        run: 'aws redshift-serverless update-namespace --namespace-name <namespace> --iam-roles <ARNs of all roles>',
        page: 'https://docs.aws.amazon.com/redshift-serverless/latest/APIReference/API_UpdateNamespace.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'data-exchange-share': {
    title: 'AWS Data Exchange manages this data share’s consumers.',
    means:
      'The share was made as `MANAGEDBY ADX`, so that no `GRANT` adds or removes an account. No privilege of the database and no policy changes that.',
    changes: [
      {
        says: 'Add consumers by a product of AWS Data Exchange. Or make a data share without `MANAGEDBY ADX` and grant that one.',
        page: 'https://docs.aws.amazon.com/redshift/latest/dg/adx-getting-started-producer.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'connection-network-actions': {
    title: 'The Glue role may not look at the VPC.',
    means:
      'Glue checks the connection’s subnet and endpoints as the role of the job or crawler. `AWSGlueServiceRole` has these actions; a role of your own lacks them.',
    check: DECIDING_COMMANDS.rolePolicies,
    changes: [
      {
        says: 'Allow the role these `ec2:Describe…` actions on `*`, or attach `AWSGlueServiceRole`.',
        page: 'https://docs.aws.amazon.com/glue/latest/dg/glue-troubleshooting-errors.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'database-http-endpoint-off': {
    title: 'The Data API is off for this Aurora cluster.',
    means: 'The call came through RDS Data API, which is turned on cluster by cluster. No policy refused this.',
    check: 'aws rds describe-db-clusters --query DBClusters[].[DBClusterIdentifier,HttpEndpointEnabled] --output json',
    changes: [
      {
        says: 'Turn the Data API on for the cluster, if its engine version has it.',
        run: 'aws rds enable-http-endpoint --resource-arn <ARN of the cluster>',
        page: 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/data-api-troubleshooting.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'cluster-software-bucket': {
    title: 'Most likely the S3 endpoint’s policy keeps the cluster from EMR’s bucket.',
    means:
      'The cluster reads AWS’s buckets, such as `REGION.elasticmapreduce`, through the S3 endpoint of its VPC. The endpoint’s policy must allow that. For a bucket of your own, the instance profile’s role and the bucket policy can be the cause too.',
    check: DECIDING_COMMANDS.s3EndpointPolicy,
    changes: [
      {
        says: 'Allow `s3:GetObject` and `s3:ListBucket` on `{bucket}` and its objects in the endpoint’s policy, and `s3:GetObject` on the package repositories that the page lists.',
        page: 'https://docs.aws.amazon.com/emr/latest/ManagementGuide/private-subnet-iampolicy.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'crawler-role-lacks': {
    title: 'The crawler’s role lacks permissions.',
    means:
      'A crawler reads the data as its role, not as you. The role needs `AWSGlueServiceRole`, the data’s bucket, and the keys of encrypted data and logs.',
    check: 'aws glue get-crawlers --query Crawlers[].[Name,Role] --output json',
    changes: [
      {
        says: 'Attach `AWSGlueServiceRole` to the crawler’s role, and allow it the bucket and its objects.',
        page: 'https://docs.aws.amazon.com/glue/latest/dg/create-an-iam-role.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'cluster-token-kind': {
    title: 'The token is of the wrong kind for this database user.',
    means:
      'DSQL has two tokens: `admin` signs in with one for `DbConnectAdmin`, every other user with one for `DbConnect`. This one is for {sent}, and the user is {user}. No policy refused it.',
    changes: [
      {
        says: 'For `admin` make the token with `generate-db-connect-admin-auth-token`, for any other user with `generate-db-connect-auth-token`.',
        page: 'https://docs.aws.amazon.com/aurora-dsql/latest/userguide/troubleshooting.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'proxy-without-secret': {
    title: 'The proxy has no secret for this database user.',
    means:
      'RDS Proxy signs in to the database with secrets. None of those that it was given holds this user. No IAM policy of the caller changes that.',
    check: 'aws rds describe-db-proxies --query DBProxies[].[DBProxyName,RoleArn,Auth] --output json',
    changes: [
      {
        says: 'Make a secret with this user and its password, add it to the proxy’s `Auth`, and allow the proxy’s role to read it.',
        page: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.troubleshooting.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'workgroup-off': {
    title: 'The Athena workgroup is disabled.',
    means:
      'An administrator turned the workgroup {workgroup} off: nobody can run queries in it. No permission is missing.',
    check: 'aws athena get-work-group --work-group {workgroup} --output json',
    changes: [
      {
        says: 'Use another workgroup, or ask its administrator to turn it on.',
        page: 'https://docs.aws.amazon.com/athena/latest/ug/workgroups-troubleshooting.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'dashboards-query-results': {
    title: 'QuickSight can’t use the bucket for the query results.',
    means:
      'QuickSight asks Athena with its own service role, not as the user who looks at the data. So your own console queries can work. Most often the bucket of the results isn’t selected for QuickSight, or not for writing; a bucket that was deleted looks the same.',
    changes: [
      {
        says: 'In QuickSight, under "Security & permissions", select the bucket of the query results, with its permission to write for Athena. Select the buckets with the data too.',
        page: 'https://docs.aws.amazon.com/quicksuite/latest/userguide/athena.html',
        confirmed: '2026-12-01',
      },
      {
        says: 'Where QuickSight uses a role of your own, allow that role `s3:GetBucketLocation`, `s3:ListBucket`, `s3:PutObject`, `s3:GetObject` and `s3:AbortMultipartUpload` there.',
        page: 'https://docs.aws.amazon.com/quicksight/latest/user/security-create-iam-role-athena-s3.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'dashboards-bucket': {
    title: 'QuickSight can’t use this bucket.',
    means:
      'QuickSight reads buckets with its own role. Most often the bucket isn’t selected for it under "Security & permissions"; your own IAM permissions don’t count. The policy of a bucket in another account must allow that role too, and the bucket’s name must be right.',
    changes: [
      {
        says: 'Select the bucket in QuickSight under "Security & permissions". For another account’s bucket, allow QuickSight’s role in the bucket policy.',
        page: 'https://docs.aws.amazon.com/quicksight/latest/user/troubleshoot-connect-S3.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'graph-cluster-role': {
    title: 'Neptune gets no credentials for this role.',
    means:
      'Neptune loads with a role that was added to the cluster. This one wasn’t added, its ARN is wrong, or it doesn’t trust `rds.amazonaws.com`. Your own credentials aren’t asked for.',
    check: GRAPH_CLUSTER_ROLES,
    changes: [
      {
        says: 'If the list lacks the role, add it to the cluster. If it’s there, compare its ARN with the load’s, and let it trust `rds.amazonaws.com`. The VPC also needs an S3 endpoint.',
        run: 'aws neptune add-role-to-db-cluster --db-cluster-identifier {dbCluster} --role-arn {roleArn}',
        page: 'https://docs.aws.amazon.com/neptune/latest/userguide/load-api-reference-load-errors.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'workflow-log-role': {
    title: 'Airflow can’t read this task’s log from CloudWatch.',
    means:
      'Amazon MWAA writes a task’s log as the execution role, and reads it with that role. Often there is no log stream: the task never ran, its log level is off, or the role lacks the CloudWatch Logs actions or the key’s, so none was made.',
    check:
      'aws logs describe-log-streams --log-group-name <log group> --order-by LastEventTime --descending --max-items 5',
    changes: [
      {
        says: 'If the log group has no stream of this task, first check that the task ran and that task logs are on at the level INFO. Otherwise allow the execution role the logs actions of AWS’s sample policy on `airflow-<environment>-*`, with its key.',
        page: 'https://docs.aws.amazon.com/mwaa/latest/userguide/t-cloudwatch-cloudtrail-logs.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'search-operation-closed': {
    title: 'The managed domain doesn’t offer this operation.',
    means:
      'OpenSearch Service keeps some operations for itself, such as moving shards and cluster settings. No IAM policy, access policy or role opens them.',
    changes: [
      {
        says: 'Use an operation that the service supports. For unassigned shards ask `_cluster/allocation/explain`, then change storage or size.',
        page: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/supported-operations.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'model-of-working-role': {
    title: 'By your text the role is right: look at the bucket’s Region.',
    means:
      'The message lists all that can be wrong. SageMaker takes a model only from a bucket in the Region of the call, whatever the role may do; a training job there doesn’t show that. A wrong key of the object, or its KMS key, is behind that.',
    check: 'aws s3api get-bucket-location --bucket {bucket} --output text',
    changes: [
      {
        says: 'If the bucket is in another Region, copy the model to a bucket in the Region of the call and name that one. If not, compare the object’s key with the bucket’s listing, and look for a KMS key with `head-object`.',
        page: 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ContainerDefinition.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'model-in-another-region': {
    title: 'The model’s bucket seems to be in another Region.',
    means:
      'SageMaker reads model data only from a bucket in the Region of the call, and what you pasted names two Regions. The role’s permissions don’t change that.',
    changes: [
      {
        says: 'Make the call in the bucket’s Region, or copy the model to a bucket in the Region of the call and name that one.',
        page: 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ContainerDefinition.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'search-domain-open': {
    title: 'The domain’s access policy is open to everyone.',
    means:
      'OpenSearch Service takes no public domain whose access policy allows everyone, unless fine-grained access control is on. The caller’s permissions were enough.',
    changes: [
      {
        says: 'Name the roles or users in `Principal` of the access policy, or test `aws:SourceIp` there. Or enable fine-grained access control, or put the domain into a VPC.',
        page: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ac.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'graph-unsigned': {
    title: 'The request to Neptune isn’t signed.',
    means:
      'The cluster takes only requests signed with Signature Version 4: IAM database authentication is on. The client sent no signature, so no policy was asked.',
    changes: [
      {
        says: 'Sign the request for the service `neptune-db`, for example with `awscurl --service neptune-db`. The caller then needs the `neptune-db` action on the cluster.',
        page: 'https://docs.aws.amazon.com/neptune/latest/userguide/iam-auth-connecting.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'catalog-wants-iam-sign-in': {
    title: 'This database user didn’t sign in with IAM.',
    means:
      'Redshift shows the data catalog only to users who signed in with IAM credentials. A database user with a password never sees it, whatever is granted to it.',
    changes: [
      {
        says: 'Connect with IAM credentials, as a driver does with `iam=True`. Or use an external schema with a role.',
        page: 'https://docs.aws.amazon.com/redshift/latest/mgmt/query-editor-v2-glue.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'lake-grant-without-glue': {
    title: 'Whoever grants may not read the database or table in Glue.',
    means:
      'Lake Formation looks the database or table up in Glue with the permissions of whoever grants. That takes `glue:GetDatabase` and, for a table, `glue:GetTable` on the catalog, the database and the table, in addition to the right to grant.',
    changes: [
      {
        says: 'Allow the caller both actions on the catalog, the database and the table.',
        page: 'https://docs.aws.amazon.com/lake-formation/latest/dg/required-permissions-for-grant.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'bucket-closed-to-macie': {
    title: 'The bucket doesn’t let Macie in.',
    means:
      'Macie reads buckets as its service-linked role, which needs nothing more. A Deny of the bucket’s policy keeps it out.',
    check: DECIDING_COMMANDS.bucketPolicy,
    changes: [
      {
        says: 'Exempt `AWSServiceRoleForAmazonMacie` from the Deny in the bucket policy. The bucket’s KMS key must let the role decrypt too.',
        page: 'https://docs.aws.amazon.com/macie/latest/user/monitoring-restrictive-s3-buckets.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'search-signed-for-domain': {
    title: 'The request is signed for `es`, but a collection wants `aoss`.',
    means:
      'OpenSearch Serverless accepts only requests that are signed for the service `aoss`. With the signature of a domain, `es`, it answers 403 before any policy counts.',
    changes: [
      {
        says: 'Sign with the service name `aoss`. If it’s still refused, check `aoss:APIAccessAll` and the data access policy.',
        page: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-clients.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'cache-iam-sign-in': {
    title: 'The cache refused the IAM sign-in.',
    means:
      'With IAM the user’s id and user name must be the same. `elasticache:Connect` must cover both the cache’s ARN and the user’s. The token is valid for 15 minutes, only with TLS, for the cache whose name in lower case it was signed for.',
    changes: [
      {
        says: 'Check that the user’s id equals its name, and that `elasticache:Connect` names the user’s ARN as well as the cache’s. Then check the signed cache name and the token’s age.',
        run: 'aws elasticache describe-users --output json',
        page: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/auth-iam.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'memorydb-sign-in': {
    title: 'MemoryDB refused the sign-in.',
    means:
      'A cluster lets in the users of its own access control list (ACL) only; that a user exists isn’t enough. For an IAM user `memorydb:Connect` must cover the ARNs of both the cluster and the user, and the token is valid for 15 minutes.',
    check: 'aws memorydb describe-clusters --query Clusters[].[Name,ACLName] --output json',
    changes: [
      {
        says: 'If the user isn’t in the cluster’s ACL, make an ACL with it and every user that other clients need, and set it on the cluster. Else check `memorydb:Connect`, the user’s name and the token’s age.',
        page: 'https://docs.aws.amazon.com/memorydb/latest/devguide/auth-iam.html',
        confirmed: '2026-12-02',
      },
    ],
  },
  'index-blocked-by-disk': {
    title: 'The search cluster blocks writes; no permission is missing.',
    means:
      'With `/12/` a node passed the disk watermark, so its indexes became read-only. With `/8/` writes are blocked on the index: storage is low, memory pressure is high, or somebody or an index policy set the block.',
    changes: [
      {
        says: 'Look at the cluster’s free storage and JVM memory pressure. If storage is low, delete old indexes or enlarge the volumes. Then, for `/12/`, set `index.blocks.read_only_allow_delete` to null on the indexes.',
        page: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/handling-errors.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'cache-export-own-bucket': {
    title: 'ElastiCache exports only to a bucket of the same account.',
    means:
      'The bucket must belong to the account of the call and be in the cache’s Region. A bucket policy of another account doesn’t help.',
    changes: [
      {
        says: 'Export to a bucket of this account in the same Region, then copy the file to the other account.',
        page: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/backups-exporting.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'cluster-runtime-role-missing': {
    title: 'This cluster takes steps only with a runtime role.',
    means:
      'The cluster’s security configuration turns runtime roles on, so each step must name the role it runs as. Nothing was denied; the call names none.',
    changes: [
      {
        says: 'Add a step’s role as `ExecutionRoleArn`: one that the cluster’s instance profile may assume and that trusts it.',
        option: { is: 'added', words: '--execution-role-arn <ARN of the role>' },
        page: 'https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-steps-runtime-roles.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'application-code-unread': {
    title: 'The application’s code isn’t there, or its role can’t read it.',
    means:
      'The service reads the file from S3 as the application’s role. The file must be under this key, in a bucket of this Region, and the role must be allowed to read it and trust `kinesisanalytics.amazonaws.com`.',
    check: 'aws s3api head-object --bucket {bucket} --key {key} --output json',
    changes: [
      {
        says: 'First look whether the file is there, and upload it if it isn’t. Then allow the application’s role `s3:GetObject` and `s3:GetObjectVersion` on it.',
        page: 'https://docs.aws.amazon.com/managed-flink/latest/java/get-started-exercise.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'spark-image': {
    title: 'The repository doesn’t let EMR Serverless pull the image.',
    means:
      'EMR Serverless inspects and pulls a custom image as `emr-serverless.amazonaws.com`, before any job runs. Only the repository’s policy can allow that. What the job’s runtime role may do in ECR doesn’t count here.',
    check: DECIDING_COMMANDS.repositoryPolicy,
    changes: [
      {
        says: 'Allow `emr-serverless.amazonaws.com` the three actions in the repository’s policy, with the application’s ARN as `aws:SourceArn`.',
        page: 'https://docs.aws.amazon.com/emr/latest/EMR-Serverless-UserGuide/application-custom-image.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'clean-room-table-role': {
    title: 'A table’s service role in Clean Rooms can’t read the table.',
    means:
      'Clean Rooms reads each table with the service role of its association, in the account of the member who owns the table. Whoever runs the query isn’t asked. That role lacks Glue, S3, the KMS key or a Lake Formation grant.',
    check: 'aws cleanrooms list-configured-table-associations --membership-identifier <membership> --output json',
    changes: [
      {
        says: 'Ask the owner of each table to check the role of its association: `glue:GetDatabase`, `glue:GetTable` and `glue:GetPartitions`, then `s3:GetObject` and `s3:ListBucket` on the data. An encrypted table also needs the key.',
        page: 'https://docs.aws.amazon.com/clean-rooms/latest/userguide/troubleshooting.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'catalog-access-role': {
    title: 'DataZone can’t assume the data access role.',
    means:
      'DataZone grants a subscription as the role with which the blueprint was enabled, in the account of the asset: `AmazonDataZoneGlueAccess-…`. Its trust policy must name `datazone.amazonaws.com`, with the domain’s account and ARN as source. A role that was deleted, or made moments ago, gives the same message.',
    check: DECIDING_COMMANDS.role,
    changes: [
      {
        says: 'If `get-role` in the account of the asset doesn’t find the role, set the blueprint’s role again. Otherwise correct its trust policy: `datazone.amazonaws.com`, with `aws:SourceAccount` the domain’s account and `aws:SourceArn` the domain.',
        page: 'https://docs.aws.amazon.com/datazone/latest/userguide/troubleshooting-lake-formation-permissions.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'catalog-access-role-lacks': {
    title: 'The data access role can’t read the asset’s metadata.',
    means:
      'DataZone assumed the role, in the account of the asset, and the role may not read the asset’s metadata. The role of the blueprint is meant to have `AmazonDataZoneGlueManageAccessRolePolicy`.',
    check: DECIDING_COMMANDS.rolePolicies,
    changes: [
      {
        says: 'Attach `AmazonDataZoneGlueManageAccessRolePolicy` to the role, in the account of the asset.',
        run: `${CHANGING_COMMANDS.attachPolicy} arn:aws:iam::aws:policy/service-role/AmazonDataZoneGlueManageAccessRolePolicy`,
        page: 'https://docs.aws.amazon.com/datazone/latest/userguide/troubleshooting-lake-formation-permissions.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'image-import-role': {
    title: 'VM Import can’t use the role vmimport, or it doesn’t exist.',
    means:
      'VM Import/Export works as the role `vmimport` of your account. The message leaves open what is wrong: the role doesn’t exist, it doesn’t trust `vmie.amazonaws.com` with the external id `vmimport`, or it lacks S3’s and EC2’s actions.',
    check: 'aws iam get-role --role-name vmimport --output json',
    changes: [
      {
        says: 'See whether the role exists. If it doesn’t, create it with that trust. Then allow it `s3:GetBucketLocation`, `s3:GetObject` and `s3:ListBucket` on the bucket and the EC2 snapshot actions that the linked page lists.',
        page: 'https://docs.aws.amazon.com/vm-import/latest/userguide/required-permissions.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'media-file-there': {
    title: 'The file is there; most likely the caller may not read it.',
    means:
      'According to what you pasted, the object exists. Rekognition, Textract, Transcribe and Comprehend read it in the name of whoever calls them, or with the data access role of the job: a function’s role, not your own user. The bucket must also be in the Region of the call.',
    changes: [
      {
        says: 'Allow `s3:GetObject` on the bucket’s objects to the identity that calls: for code in Lambda or on an instance its role, for a job with a data access role that one. An object that a KMS key encrypts also needs `kms:Decrypt`.',
        page: 'https://docs.aws.amazon.com/rekognition/latest/APIReference/API_S3Object.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'training-data-there': {
    title: 'The data is there; most likely the role may not read it.',
    means:
      'According to what you pasted, the object exists. SageMaker reads it as the execution role, not as whoever looked. `AmazonSageMakerFullAccess` covers only buckets and objects with `sagemaker` or `aws-glue` in the name. The bucket must also be in the job’s Region.',
    check: DECIDING_COMMANDS.rolePolicies,
    changes: [
      {
        says: 'Allow the execution role `s3:GetObject` on the object and `s3:ListBucket` on the bucket. If it has both, `head-object` shows whether a KMS key encrypts the object: the role then needs `kms:Decrypt` on it. Another account’s bucket must allow the role too.',
        page: 'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'stored-data-key': {
    title: 'Most likely the role lacks the KMS key of the stored data.',
    means:
      'According to what you pasted, the role has the S3 actions, what is stored is encrypted with a KMS key of your own, and no policy shown allows the key. S3 then answers with the same refusal.',
    check: DECIDING_COMMANDS.keyPolicy,
    changes: [
      {
        says: 'Allow the role `kms:Decrypt` on the key, and `kms:GenerateDataKey` if it writes. A key of another account must also allow the role in its key policy.',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'training-image-missing': {
    title: 'The image isn’t in the repository under this name and tag.',
    means:
      'ECR itself answers that it has no such image or repository. SageMaker’s own words can sound like a missing permission. No policy helps.',
    changes: [
      {
        says: 'Push the image under exactly this name and tag to ECR in the job’s Region, or correct the URI in the job.',
        run: 'aws ecr describe-images --repository-name {repository} --output json',
        page: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/docker-push-ecr-image.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'training-image-there': {
    title: 'The image is there; most likely the role may not pull it.',
    means:
      'The text prints the image’s digest, so name and tag are right. SageMaker pulls it as the execution role. An image of another account also needs that repository’s policy.',
    check: DECIDING_COMMANDS.rolePolicies,
    changes: [
      {
        says: 'Allow the execution role `ecr:BatchGetImage` and `ecr:GetDownloadUrlForLayer` on the repository and `ecr:GetAuthorizationToken` on `*`. For another account’s image add the role to the repository policy.',
        page: 'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'database-iam-off': {
    title: 'IAM authentication is off on the database.',
    means:
      'What you pasted shows the setting as off. The database takes tokens only where IAM database authentication is enabled on the instance, or for Aurora on the cluster. It is off by default.',
    changes: [
      {
        says: 'Enable it on the instance, and wait until the change is applied. For Aurora use `modify-db-cluster` with the same option.',
        run: 'aws rds modify-db-instance --db-instance-identifier {dbInstance} --enable-iam-database-authentication --apply-immediately',
        page: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.Enabling.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'database-cluster-id': {
    title: 'The policy names an Aurora instance; the sign-in asks for the cluster.',
    means:
      'For Aurora the resource id in the ARN is that of the cluster and begins with `cluster-`. The policy shown has the id of one instance, `db-…`, so nothing allows the sign-in.',
    changes: [
      {
        says: 'Put `DbClusterResourceId` in the place of the instance’s id: `arn:aws:rds-db:REGION:ACCOUNT:dbuser:cluster-ID/USER`.',
        run: 'aws rds describe-db-clusters --query DBClusters[].[DBClusterIdentifier,DbClusterResourceId] --output json',
        page: 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/UsingWithRDS.IAMDBAuth.IAMPolicy.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'proxy-iam-off': {
    title: 'IAM authentication is off on the proxy.',
    means:
      'What you pasted shows `IAMAuth` as `DISABLED` for the proxy. It then takes only the password that its secret holds, and no token.',
    changes: [
      {
        says: 'Set `IAMAuth` of the proxy to `REQUIRED`, or sign in with the password of the secret.',
        page: 'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_UserAuthConfig.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'model-quota-zero': {
    title: 'The account’s quota for this model is zero.',
    means:
      'The quota that you pasted is 0, so Bedrock lets no one in this account call the model. No policy of yours refused it.',
    changes: [
      {
        says: 'Request an increase of this quota in Service Quotas. If it can’t be raised there, ask AWS Support to open the model for the account.',
        page: 'https://docs.aws.amazon.com/bedrock/latest/userguide/quotas.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'knowledge-base-data-access': {
    title: 'Most likely the collection’s data access policy lacks the role.',
    means:
      'According to what you pasted, the role has `aoss:APIAccessAll`. What is left is the collection’s own data access policy: it must name the knowledge base’s role. IAM policies don’t replace it.',
    check: DECIDING_COMMANDS.collectionPolicies,
    changes: [
      {
        says: 'Add the service role’s ARN to `Principal` of a data access policy with `aoss:DescribeIndex`, `aoss:ReadDocument` and `aoss:WriteDocument` on the index. Wait about a minute, then create the knowledge base again.',
        page: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-data-access.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'replication-role-other-name': {
    title: 'DMS wants a role with a fixed name; yours has another.',
    means:
      'DMS looks for roles with fixed names, `dms-vpc-role` and `dms-cloudwatch-logs-role`, without a prefix or suffix. A role with a similar name isn’t used, so for DMS there is none.',
    changes: [
      {
        says: 'Create the role with exactly the name `dms-vpc-role` (for logs also `dms-cloudwatch-logs-role`), trusting `dms.amazonaws.com`, and attach `AmazonDMSVPCManagementRole` (or `AmazonDMSCloudWatchLogsRole`). In a template set the whole name, not a prefix.',
        page: 'https://docs.aws.amazon.com/dms/latest/userguide/security-iam.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'workflow-network': {
    title: 'Most likely the environment’s subnets have no way to AWS.',
    means:
      'According to what you pasted, the VPC has no NAT gateway or no VPC endpoints. The environment’s subnets are private: without one of the two it can’t reach S3, SQS, Logs and KMS, and Amazon MWAA reports it like a missing permission.',
    changes: [
      {
        says: 'Give both private subnets a route to a NAT gateway, or create the VPC endpoints that Amazon MWAA lists for private routing. Let the security group allow traffic from itself. Then create the environment again.',
        page: 'https://docs.aws.amazon.com/mwaa/latest/userguide/networking-about.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'model-use-case-form': {
    title: 'The account hasn’t submitted the use case form of this provider.',
    means:
      'Anthropic’s models can be called only after the account, or the management account of its organization, has sent a use case form once. That is all the message asks for: no policy refused the call, and no subscription is named.',
    check: 'aws bedrock get-use-case-for-model-access --output json',
    changes: [
      {
        says: 'In the Bedrock console open a model of this provider in the catalog and submit its use case form, or send it with `PutUseCaseForModelAccess`. In an organization the management account can submit it. Wait about 15 minutes, then call again.',
        run: 'aws bedrock put-use-case-for-model-access --form-data <form data>',
        page: 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-access.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'database-user-not-iam': {
    title: 'The database user isn’t set up for IAM sign-in.',
    means:
      'According to what you pasted, the user was created with a password, or without `rds_iam`. The database takes a token only for a user that is marked for IAM, whatever the caller’s policies allow.',
    changes: [
      {
        says: "As the master user: on PostgreSQL `GRANT rds_iam TO` this user; on MySQL and MariaDB create or alter it with `IDENTIFIED WITH AWSAuthenticationPlugin AS 'RDS'`. Then sign in with a fresh token.",
        page: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.DBAccounts.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'workflow-queue-key': {
    title: 'Most likely the execution role may not use the queue’s KMS key.',
    means:
      'According to what you pasted, no task ran, so there is no log to read. MWAA hands tasks over in an SQS queue of its own. With a key that AWS owns, that key is in an account of AWS, and `Resource` with the keys of your own account doesn’t cover it.',
    changes: [
      {
        says: 'In the statement of the execution role with the KMS actions and `kms:ViaService` of SQS, write `NotResource` for the keys of your own account, as AWS’s sample policy for an AWS owned key does, not `Resource`. With a key of your own, name its ARN there.',
        page: 'https://docs.aws.amazon.com/mwaa/latest/userguide/mwaa-create-role.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'firehose-source-key': {
    title: 'Firehose’s role can’t use the source stream’s KMS key.',
    means:
      'Firehose reads an encrypted Kinesis stream as its delivery role, which needs `kms:Decrypt` on the stream’s key; a key policy can keep it out too. It’s an action of KMS: `kinesis:Decrypt` doesn’t exist and allows nothing.',
    changes: [
      {
        says: 'Allow the delivery role `kms:Decrypt` on the key of the source stream. If a statement for that key has another action, correct it. If the role has it, look at the key policy.',
        page: 'https://docs.aws.amazon.com/firehose/latest/dev/controlling-access.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'search-role-of-pool-unmapped': {
    title: 'No OpenSearch role is mapped to the signed-in user’s IAM role.',
    means:
      'Sign-in worked. With fine-grained access control, a user of Amazon Cognito comes in as the IAM role of the identity pool, and that role’s ARN is in no role mapping. More IAM permissions don’t help.',
    grantedIn: 'OpenSearch’s role mapping',
    changes: [
      {
        says: 'As the master user, map the ARN of that IAM role as a backend role of an OpenSearch role: one for the indexes, and `opensearch_dashboards_user`.',
        page: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/fgac.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'warehouse-unload': {
    title: 'The role in the UNLOAD can’t write to the bucket.',
    means:
      'Redshift writes the files with the role that the statement names. It needs `s3:PutObject` on the objects, and `s3:ListBucket` and `s3:GetBucketLocation` on the bucket. Another account’s bucket must allow the role too, and a KMS key of the bucket takes `kms:GenerateDataKey`.',
    check: DECIDING_COMMANDS.rolePolicies,
    changes: [
      {
        says: 'Allow the role `s3:PutObject` under the path of the `TO` clause. A policy that only reads, such as `AmazonS3ReadOnlyAccess`, isn’t enough.',
        page: 'https://docs.aws.amazon.com/redshift/latest/dg/copy-usage_notes-access-permissions.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'warehouse-role-chain': {
    title: 'The first role in the chain can’t assume the next one.',
    means:
      'In a chain Redshift assumes the first role alone. Each role then assumes the next: the next role’s trust policy must name the role before it, not `redshift.amazonaws.com`. The role before it needs `sts:AssumeRole` on the next. Only the first role is associated with the cluster.',
    check: DECIDING_COMMANDS.role,
    changes: [
      {
        says: 'In the trust policy of the refused role name the role that stands before it in `IAM_ROLE`. Allow that one `sts:AssumeRole` on the refused role’s ARN.',
        page: 'https://docs.aws.amazon.com/redshift/latest/mgmt/authorizing-redshift-service-chaining-roles.html',
        confirmed: '2026-12-02',
      },
    ],
  },
  'delivery-stream-schema': {
    title: 'The delivery role can’t read the table’s schema in Glue.',
    means:
      'To convert records to Parquet or ORC, Firehose reads the table in the Data Catalog with the delivery role. It needs `glue:GetTable`, `glue:GetTableVersion` and `glue:GetTableVersions` on the catalog, the database and the table. If Lake Formation governs the table, the role also needs a grant there.',
    check: DECIDING_COMMANDS.rolePolicies,
    changes: [
      {
        says: 'Allow the delivery role the three actions on `catalog`, `database/<database>` and `table/<database>/<table>`, all three ARNs.',
        page: 'https://docs.aws.amazon.com/firehose/latest/dev/controlling-access.html',
        confirmed: '2026-12-02',
      },
    ],
  },
  'table-recovery-off': {
    title: 'Point-in-time recovery is off for this table.',
    means:
      'An export to S3, and a restore to a point in time, read the table’s continuous backups. The call passed IAM: more permissions change nothing.',
    check: 'aws dynamodb describe-continuous-backups --table-name {table} --output json',
    changes: [
      {
        says: 'Enable it for the table, then export. Only times since then are there.',
        run: 'aws dynamodb update-continuous-backups --table-name {table} --point-in-time-recovery-specification PointInTimeRecoveryEnabled=true',
        page: 'https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ExportTableToPointInTime.html',
        confirmed: '2026-12-02',
      },
    ],
  },
  'agent-model': {
    title: 'The agent’s role can’t invoke the agent’s model.',
    means:
      'The agent calls the model with its service role, not with your credentials. Most often that role’s policy still names an earlier model: a new model in the agent doesn’t change it. Less often the role doesn’t trust `bedrock.amazonaws.com`.',
    check: AGENT_ROLE,
    changes: [
      {
        says: 'Allow that role `bedrock:InvokeModel` and `bedrock:InvokeModelWithResponseStream` on the model that the agent now uses. With an inference profile also on the profile, with `bedrock:GetInferenceProfile`, and on the model in each of its Regions. Then prepare the agent again.',
        page: 'https://docs.aws.amazon.com/bedrock/latest/userguide/agents-permissions.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'aurora-role-parameter': {
    title: 'Most likely the cluster’s parameters don’t name the role yet.',
    means:
      'Aurora MySQL takes the role for S3 from its DB cluster parameter group. According to what you pasted, the role is associated with the cluster. That alone isn’t enough, and no policy was asked.',
    changes: [
      {
        says: 'Set `aws_default_s3_role`, else `aurora_load_from_s3_role` or `aurora_select_into_s3_role`, to the role’s ARN in a custom DB cluster parameter group that the cluster uses. Then reboot the instances.',
        page: 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Integrating.Authorizing.IAM.AddRoleToDBCluster.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'lake-grant-of-dashboard-user': {
    title: 'Most likely the QuickSight user has no grant in Lake Formation.',
    means:
      'Where Lake Formation governs the table, it checks the QuickSight user or group that asks, by its QuickSight ARN. The buckets chosen under Security & permissions, and QuickSight’s own role, don’t replace that grant.',
    check: 'aws quicksight list-users --aws-account-id {account} --namespace default --output json',
    changes: [
      {
        says: 'Grant `SELECT` and `DESCRIBE` on the table, and `DESCRIBE` on the database, to the ARN of the user or group, `arn:aws:quicksight:<region>:<account>:user/default/<user name>`.',
        page: 'https://docs.aws.amazon.com/quicksight/latest/user/lake-formation.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'proxy-login-resource': {
    title: 'The policy names the database; the client signs in to a proxy.',
    means:
      'A sign-in to RDS Proxy is checked on the proxy’s own resource ID, `prx-…`, not on that of the database or cluster behind it. The ID is the last part of the proxy’s ARN.',
    check: 'aws rds describe-db-proxies --query DBProxies[].[DBProxyName,DBProxyArn,Auth[].IAMAuth] --output json',
    changes: [
      {
        says: 'Allow `rds-db:connect` on `arn:aws:rds-db:<region>:<account>:dbuser:prx-<id of the proxy>/<database user>`. Make the token for the proxy’s endpoint, and connect with TLS.',
        page: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-connecting.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'monitoring-role-unset': {
    title: 'Enhanced Monitoring is on, and the call names no role for it.',
    means:
      'RDS sends the metrics of the operating system with a role that the call must name. Nothing was refused yet.',
    changes: [
      {
        says: 'Name a role that trusts `monitoring.rds.amazonaws.com` and has `AmazonRDSEnhancedMonitoringRole`: `MonitoringRoleArn`, in Terraform `monitoring_role_arn`. The caller needs `iam:PassRole` on it. Or set the interval to 0.',
        page: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Monitoring.OS.Enabling.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'warehouse-behind-endpoint': {
    title: 'Most likely the S3 endpoint’s policy doesn’t cover the bucket.',
    means:
      'With enhanced VPC routing, Redshift reaches S3 through your VPC, so the policy of its S3 endpoint applies as well as the role’s. An endpoint policy that names only some buckets refuses all others.',
    check:
      'aws ec2 describe-vpc-endpoints --query VpcEndpoints[].[VpcEndpointId,ServiceName,PolicyDocument] --output json',
    changes: [
      {
        says: 'Add the bucket and its objects to the endpoint’s policy, for the role in the statement.',
        page: 'https://docs.aws.amazon.com/redshift/latest/mgmt/enhanced-vpc-working-with-endpoints.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
} as const satisfies Readonly<Record<keyof typeof DATA_SHAPES, SituationAnswer>>

import type { OTHERS_SHAPES } from '../shapes/others'
import type { SituationAnswer } from '../situation-row'
import { CHANGING_COMMANDS, DECIDING_COMMANDS } from '../deciding-commands'

/** What other clouds, code hosts, clusters, databases and registries say: never AWS's answer: what is said of each. */
export const OTHERS_ANSWERS = {
  'server-unreached': {
    title: 'The server was not reached.',
    means:
      'The request failed on the network, before anybody could refuse it. Nothing in the text shows a server of AWS.',
    changes: [
      {
        says: 'Check the server’s name and port, then DNS, the route, firewalls and the VPN from where the request was sent.',
        page: 'https://curl.se/libcurl/c/libcurl-errors.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'proxy-refused': {
    title: 'A proxy refused the connection; AWS was never asked.',
    means:
      'The client asked a proxy for a way to the server, and the proxy answered no. The request didn’t reach AWS, so no policy of AWS was evaluated.',
    changes: [
      {
        says: 'Ask whoever runs the proxy to let the host through, or send its credentials. For hosts that need no proxy, add them to `NO_PROXY`.',
        page: 'https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-proxy.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'program-authorization': {
    title: 'The application’s own access rules refused this, not AWS.',
    means:
      'The answer is of a web framework: its rules for users and roles decided, or its check of the CSRF token. Nothing in the text was answered by AWS.',
    grantedIn: 'the application',
    changes: [
      {
        says: 'Look at the rule of the route or method in the application, and at the roles of the user that signed in. If only requests that change something are refused, check that they send the CSRF token.',
        page: 'https://docs.spring.io/spring-security/reference/servlet/authorization/index.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'program-scope': {
    title: 'An application refused this by its own permissions, not AWS.',
    means:
      'The permission that it names is no action of AWS. The application or its API decides by the scopes of the token or by its own rules.',
    grantedIn: 'the application',
    changes: [
      {
        says: 'Request a token with the scope that the message names, or have the application’s administrator grant the permission.',
        page: 'https://www.rfc-editor.org/rfc/rfc6750',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'mqtt-broker': {
    title: 'The MQTT broker’s own rules decide this, not AWS IoT.',
    means:
      'Nothing in the text is of AWS IoT. A broker such as Mosquitto, EMQX or HiveMQ decides by its own users and access lists.',
    grantedIn: 'the broker',
    changes: [
      {
        says: 'Look in the broker’s log. Check its TLS settings, then the user, the password and the access list for this client and topic.',
        page: 'https://mosquitto.org/man/mosquitto-conf-5.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'grafana-permission': {
    title: 'Grafana refused this by its own permissions, not AWS.',
    means: 'The user’s role in Grafana lacks the permission that the message names. No IAM policy decides that.',
    grantedIn: 'Grafana',
    changes: [
      {
        says: 'Have an administrator of Grafana grant the user, team or service account a role with that permission.',
        page: 'https://grafana.com/docs/grafana/latest/administration/roles-and-permissions/',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'google-organization-policy': {
    title: 'Google Cloud’s organization policy forbids this.',
    means:
      'A constraint of the organization forbids it, whoever asks. No role in Google Cloud and no policy of AWS changes that.',
    changes: [
      {
        says: 'Do it within the constraint, or ask the organization’s policy administrator for an exception.',
        page: 'https://cloud.google.com/resource-manager/docs/organization-policy/overview',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'google-scope': {
    title: 'Google refused this: the token lacks an OAuth scope.',
    means:
      'The scopes that the token was issued for don’t cover this API. Roles don’t help, and no policy of AWS was asked.',
    changes: [
      {
        says: 'Get a new token with the scope of the API. On a virtual machine set its access scopes.',
        page: 'https://developers.google.com/identity/protocols/oauth2/scopes',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'azure-vault-policy': {
    title: 'The key vault’s access policy doesn’t allow this.',
    means:
      'This vault of Azure decides by its own access policies, not by role assignments. No policy of AWS was asked.',
    grantedIn: 'the key vault',
    changes: [
      {
        says: 'Add the permission that the message names to the vault’s access policy of this application. For keys the option is `--key-permissions`, for certificates `--certificate-permissions`.',
        run: 'az keyvault set-policy --name <vault> --object-id <object id> --secret-permissions {permission}',
        page: 'https://learn.microsoft.com/azure/key-vault/general/assign-access-policy',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'alibaba-cloud-refused': {
    title: 'Alibaba Cloud refused this, not AWS.',
    means: 'Alibaba Cloud’s RAM policies decided, or the API can’t be used by RAM users. No policy of AWS was asked.',
    grantedIn: 'Alibaba Cloud RAM',
    changes: [
      {
        says: 'Attach a RAM policy that allows the action to the user or role that called.',
        page: 'https://www.alibabacloud.com/help/en/ram/',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'cloud-api': {
    title: 'Another provider’s API refused this, not AWS.',
    means:
      'The request went to the API of another provider. Its token, scopes and team roles decide. No policy of AWS was asked.',
    grantedIn: 'the provider',
    changes: [
      {
        says: 'Use a token of that provider with the scope for this call, or ask the team’s owner there for the role.',
        page: 'https://docs.digitalocean.com/reference/api/create-personal-access-token/',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'redis-own': {
    title: 'The Redis or Valkey server’s own users and passwords refused this.',
    means:
      'The server’s password and access list decide, not IAM. By the text it runs on this machine or in your cluster. If `localhost` is a tunnel to ElastiCache or MemoryDB, the user’s access string there decides.',
    grantedIn: 'the server',
    changes: [
      {
        says: 'Connect with the server’s password (`requirepass`) or its user, and extend that user’s access list with `ACL SETUSER`.',
        page: 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'google-api-disabled': {
    title: 'Google Cloud refused this: an API is disabled in the project.',
    means: 'This is Google Cloud, not AWS. The project hasn’t enabled the API, so no IAM role helps.',
    changes: [
      {
        says: 'Enable the API that the message names, wait some minutes and retry.',
        run: 'gcloud services enable {service} --project {project}',
        page: 'https://cloud.google.com/service-usage/docs/enable-disable',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'google-permission': {
    title: 'Google Cloud refused this, not AWS.',
    means:
      'Google Cloud’s own IAM decided: the account lacks a permission on the project or resource. It often says the same of a resource that doesn’t exist.',
    grantedIn: 'Google Cloud',
    changes: [
      {
        says: 'Check the project and the name of the resource. Then grant a role with that permission to the account that calls.',
        run: 'gcloud projects add-iam-policy-binding <project> --member <member> --role <role>',
        page: 'https://cloud.google.com/iam/docs/permission-error-messages',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'oracle-cloud-refused': {
    title: 'Oracle Cloud refused this, not AWS.',
    means:
      'Oracle Cloud Infrastructure’s own policies decided, or the thing isn’t there: it says the same of both. No policy of AWS was asked.',
    changes: [
      {
        says: 'Check the name, the namespace, the Region and the compartment. Then allow the user’s group in an OCI policy.',
        page: 'https://docs.oracle.com/en-us/iaas/Content/API/References/apierrors.htm',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'azure-authorization': {
    title: 'Microsoft Azure refused this, not AWS.',
    means: 'Azure decided by its role assignments, or by the permissions of a SAS token. AWS policies play no part.',
    grantedIn: 'Microsoft Azure',
    changes: [
      {
        says: 'Assign a role that allows the action at that scope.',
        run: 'az role assignment create --assignee <object id> --role <role> --scope <scope>',
        page: 'https://learn.microsoft.com/azure/role-based-access-control/troubleshooting',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'azure-federated-subject': {
    title: 'Microsoft Entra knows no federated credential for this subject.',
    means:
      'The app registration in Entra ID has no federated identity credential whose issuer, subject and audience equal those of the token. Case counts. AWS wasn’t asked.',
    changes: [
      {
        says: 'Give the app registration a federated credential with exactly the subject that the error shows, the token’s issuer, and the audience `api://AzureADTokenExchange`.',
        page: 'https://learn.microsoft.com/entra/workload-id/workload-identity-federation-create-trust',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'azure-sign-in': {
    title: 'Microsoft Entra refused the sign-in, not AWS.',
    means: 'Microsoft Entra ID (Azure AD) answered before AWS was asked.',
    changes: [
      {
        says: 'Look the `AADSTS` number up in Microsoft’s list, and correct the application, secret or consent.',
        page: 'https://learn.microsoft.com/entra/identity-platform/reference-error-codes',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'github-token': {
    title: 'GitHub refused this, not AWS: the token lacks a permission.',
    means:
      'The workflow’s `GITHUB_TOKEN`, or the app’s or personal token, may not do this in the repository. AWS wasn’t asked.',
    grantedIn: 'GitHub',
    changes: [
      {
        says: 'In a workflow, give the job the permission: `contents: write` for releases and pushes, `issues: write` or `pull-requests: write` for comments. A run for a fork’s pull request can only read. For an app or a personal access token, change its permissions and repositories at GitHub.',
        page: 'https://docs.github.com/actions/security-for-github-actions/security-guides/automatic-token-authentication',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'github-packages': {
    title: 'GitHub’s package registry refused the token.',
    means:
      'The image goes to GitHub’s own registry, `ghcr.io`. The token of the job or the user may not write or read this package there. AWS wasn’t asked.',
    changes: [
      {
        says: 'Give the job `permissions: packages: write`, or the repository access to the package in its settings. A personal token needs the scope `write:packages`.',
        page: 'https://docs.github.com/en/packages/working-with-a-github-packages-registry/working-with-the-container-registry',
        confirmed: '2026-11-30',
      },
    ],
  },
  'github-push': {
    title: 'The Git host refused this, not AWS.',
    means:
      'GitHub, GitLab or Bitbucket decides by the user, token or deploy key that Git signs in with. `Repository not found` also stands for a wrong address, or one that this user can’t read.',
    changes: [
      {
        says: 'Check the repository’s address. Then sign in with a token or deploy key that may read it, or write where you push. A token needs the scope `workflow` to change workflows; under SAML SSO, authorize it for the organization.',
        page: 'https://docs.github.com/get-started/getting-started-with-git/about-remote-repositories',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'github-oidc-permission': {
    title: 'The GitHub job may not ask for an OIDC token.',
    means: 'Without `permissions: id-token: write` GitHub gives the job no token, so AWS was never asked.',
    changes: [
      {
        says: 'Add `permissions: id-token: write` and `contents: read` to the job; for a reusable workflow also to the job that calls it, which can give no more than it has. Pull requests from forks usually get no token.',
        page: 'https://docs.github.com/actions/security-for-github-actions/security-hardening-your-deployments/configuring-openid-connect-in-amazon-web-services',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'github-rate-limit': {
    title: 'GitHub’s rate limit is reached: no permission is missing.',
    means:
      'GitHub also answers 403 when too many requests come from one address or user. No AWS policy and no GitHub permission decides it.',
    changes: [
      {
        says: 'Send a token with the request: it has a higher limit than an address. Or wait until the time in `x-ratelimit-reset`.',
        page: 'https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'gitlab-job-token': {
    title: 'GitLab refused the job’s token, not AWS.',
    means:
      'A job may reach another project with its `CI_JOB_TOKEN` only if that project’s allowlist has the job’s project. AWS wasn’t asked.',
    grantedIn: 'GitLab',
    changes: [
      {
        says: 'In `{repository}`, under Settings, CI/CD, Job token permissions, add `{project}` (or its group) to the allowlist.',
        page: 'https://docs.gitlab.com/ci/jobs/ci_job_token/',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'gitlab-token': {
    title: 'GitLab refused this, not AWS.',
    means:
      'GitLab decides by the token’s scope and the member’s role, and by branch protection. `HTTP Basic: Access denied` means that the password or token is wrong or expired, or that two-factor sign-in asks for a token.',
    grantedIn: 'GitLab',
    changes: [
      {
        says: 'After `HTTP Basic`, make a new token. Otherwise use a token with the scope that the message names. Push to a protected branch through a merge request, or ask a maintainer.',
        page: 'https://docs.gitlab.com/user/permissions/',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'ecr-login-or-refused': {
    title: 'The client isn’t signed in to this ECR registry, or was refused.',
    means:
      'Docker says this of a registry that it has no valid login for: a login is for one account and Region, one user of the system, and 12 hours. With a login, ECR refused the caller, or the repository isn’t there.',
    check: 'aws ecr describe-repositories --query repositories[].repositoryUri --output json',
    changes: [
      {
        says: 'Log in to exactly the registry and Region in the image’s name: pipe the password into `docker login --username AWS --password-stdin`, then repeat.',
        run: 'aws ecr get-login-password --region {region}',
        page: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/registry_auth.html',
        confirmed: 'unconfirmed',
      },
      {
        says: 'If it stays so, compare the image’s name with the list. Then allow the caller `ecr:BatchGetImage` and `ecr:GetDownloadUrlForLayer` on the repository; in another account its policy must allow them too.',
        page: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policies.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'docker-hub-pull': {
    title: 'The container registry doesn’t know the image or refused the login.',
    means:
      'The image’s name points to the registry, Docker Hub where it has no host in front. That one doesn’t know the image, or this login may not use it. For an image of ECR the registry’s host is missing in front.',
    changes: [
      {
        says: 'Write the image’s full name, with its registry, and log in there.',
        run: 'docker login <registry>',
        page: 'https://docs.docker.com/docker-hub/usage/',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'ecr-image-sent-to-docker-hub': {
    title: 'The image went to Docker Hub, not to the ECR registry.',
    means:
      'An image’s name without a registry in front means Docker Hub. The login to ECR doesn’t count there, and no IAM policy was asked.',
    changes: [
      {
        says: 'Tag the image with the registry in front of its name, and push or pull it by that name.',
        run: 'docker tag <image> <account>.dkr.ecr.<region>.amazonaws.com/<repository>:<tag>',
        page: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/docker-push-ecr-image.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'package-version-taken': {
    title: 'This version of the package is published already.',
    means: 'A registry takes each version once. Neither the token nor AWS refused it.',
    changes: [
      {
        says: 'Raise the version in `package.json` and publish again.',
        run: 'npm version patch',
        page: 'https://docs.npmjs.com/cli/commands/npm-publish',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'package-registry': {
    title: 'The package registry refused this.',
    means:
      'The registry decides by its own users and tokens: the token is missing or expired, or it may not publish under this name. Only a CodeArtifact domain asks IAM.',
    changes: [
      {
        says: 'Look who you are with `npm whoami`. Then sign in to the registry with a token that may publish the package.',
        run: 'npm login',
        page: 'https://docs.npmjs.com/about-access-tokens',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'postgres-schema-usage': {
    title: 'The database user lacks USAGE on this schema.',
    means:
      'PostgreSQL’s or Redshift’s own privileges decide this; no AWS policy does. Without `USAGE` on `{object}` the user can’t read anything in it, whatever is granted on its tables. An external schema of Redshift is no exception.',
    changes: [
      {
        says: 'As the schema’s owner or an administrator, run `GRANT USAGE ON SCHEMA {object} TO <user or group>;`. What isn’t granted yet on its tables comes after that.',
        page: 'https://docs.aws.amazon.com/redshift/latest/dg/r_GRANT.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'postgres-privilege': {
    title: 'PostgreSQL or Redshift refused this by its own privileges.',
    means:
      'The database user lacks a privilege on `{object}`. No AWS policy decides that. Since PostgreSQL 15 ordinary users can’t create in schema `public`.',
    grantedIn: 'the database',
    changes: [
      {
        says: 'Grant it in the database as the owner: `GRANT USAGE ON SCHEMA` to use what is in a schema, with `CREATE` only for whoever creates something there; `GRANT SELECT ON` for a table. To alter or drop an object, the user must own it.',
        page: 'https://www.postgresql.org/docs/current/sql-grant.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'postgres-sign-in': {
    title: 'PostgreSQL refused the sign-in.',
    means:
      'The user, password, host or encryption isn’t what the server accepts. No AWS policy decides that, unless it’s an IAM token.',
    changes: [
      {
        says: 'Correct the user and password, and require TLS. With an IAM token the user needs `rds_iam`, and the caller `rds-db:connect`.',
        page: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Troubleshooting.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'mysql-privilege': {
    title: 'MySQL or MariaDB refused its user.',
    means:
      'With `using password` the sign-in failed: there is no such user for this host, or the password is wrong. Otherwise the user lacks a privilege. AWS decides only if the password is an IAM token, which takes `rds-db:connect`.',
    grantedIn: 'the database',
    changes: [
      {
        says: 'Correct the user, the host that it may come from, and the password; or grant the privilege in the database. On RDS no one has `SUPER`: use the RDS procedures.',
        page: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Troubleshooting.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'mongodb-privilege': {
    title: 'MongoDB or DocumentDB refused its user.',
    means:
      'After `Authentication failed` the user, the password or its database (`authSource`) is wrong. Otherwise the user lacks a role for this command. AWS policies don’t decide inside the database.',
    grantedIn: 'the database',
    changes: [
      {
        says: 'Check user, password and `authSource`. If the sign-in works, grant the user a role that has the command: `read` or `readWrite` on the database that the message names; only for commands on all, `readAnyDatabase` or `clusterMonitor`.',
        page: 'https://docs.aws.amazon.com/documentdb/latest/developerguide/role_based_access_control.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'sqlserver-privilege': {
    title: 'SQL Server refused the login or one of its permissions.',
    means:
      'After `Login failed` the login, its password or its database is wrong. Otherwise the database user lacks a permission. No AWS policy decides that.',
    grantedIn: 'the database',
    changes: [
      {
        says: 'Correct the login: the server’s log has the reason as `State`. Or grant the permission in the database.',
        page: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/SQLServer.Concepts.General.FeatureNonSupport.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'oracle-privilege': {
    title: 'The Oracle database refused this, not AWS.',
    means:
      '`ORA-01017` is a wrong user or password, `ORA-01031` a privilege that is missing. `ORA-00942` is an object that doesn’t exist under this name or that the user can’t see.',
    grantedIn: 'the database',
    changes: [
      {
        says: 'Check the user and the object’s name with its schema. If both are right, grant the privilege in the database; on RDS through `rdsadmin` for system objects.',
        page: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Appendix.Oracle.CommonDBATasks.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'memorydb-acl': {
    title: 'MemoryDB refused this by the user’s access string.',
    means:
      'MemoryDB checks each command and key by the access string of the user that signed in. IAM only signs an IAM user in.',
    grantedIn: 'the users of MemoryDB',
    changes: [
      {
        says: 'Add the command, or its category, to the user’s access string. The new string replaces the old one whole.',
        run: 'aws memorydb update-user --user-name <user> --access-string <access string>',
        page: 'https://docs.aws.amazon.com/cli/latest/reference/memorydb/update-user.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'redis-acl': {
    title: 'Redis or Valkey refused this by its own users.',
    means:
      'ElastiCache and MemoryDB check commands and keys by the user’s access string. IAM only signs an IAM user in.',
    grantedIn: 'the users of ElastiCache or MemoryDB',
    changes: [
      {
        says: 'Sign in with the right user and password, or extend the user’s access string. The new string replaces the old one whole.',
        run: 'aws elasticache modify-user --user-id <user> --access-string <access string>',
        page: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Clusters.RBAC.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'snowflake-integration-usage': {
    title: 'The Snowflake role may not use this integration.',
    means:
      'Snowflake refused this itself, before it asked AWS. Whoever makes or uses a stage with an integration needs `USAGE` on it, and only its owner has that at first, usually `ACCOUNTADMIN`. The IAM role, its trust and the bucket policy don’t decide it.',
    grantedIn: 'Snowflake',
    changes: [
      {
        says: 'Have the integration’s owner run `GRANT USAGE ON INTEGRATION {integration} TO ROLE ROLE_NAME`, with the role that your session runs as. Making a stage also needs `CREATE STAGE` on its schema. Don’t run the job as `ACCOUNTADMIN`.',
        page: 'https://docs.snowflake.com/en/user-guide/data-load-s3-config-storage-integration',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'snowflake-privilege': {
    title: 'Snowflake refused this, not AWS.',
    means:
      'The active Snowflake role lacks a privilege, or the object isn’t there under this name: often Snowflake says the same of both. AWS policies don’t decide inside Snowflake.',
    grantedIn: 'Snowflake',
    changes: [
      {
        says: 'Check the object’s name with its database and schema, and `SELECT CURRENT_ROLE()`. Then have the privilege granted to that role by the object’s owner, or use the role that was meant.',
        page: 'https://docs.snowflake.com/en/user-guide/security-access-control-overview',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'snowflake-external-id': {
    title: 'Snowflake can’t assume the role of its integration.',
    means:
      'Snowflake assumes your role as the IAM user that `DESC INTEGRATION` shows, with an external id. The trust policy must name both, which change when the integration is recreated. A role that isn’t at the integration’s ARN, or was made moments ago, gives the same message.',
    check: DECIDING_COMMANDS.role,
    changes: [
      {
        says: 'If the role is new, wait a minute and repeat. Compare `STORAGE_AWS_ROLE_ARN` of `DESC INTEGRATION` with the role’s ARN. Then compare `STORAGE_AWS_IAM_USER_ARN` and `STORAGE_AWS_EXTERNAL_ID` with the trust policy, and copy what differs into it.',
        page: 'https://docs.snowflake.com/en/user-guide/data-load-s3-config-storage-integration',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'snowflake-stage-refused': {
    title: 'S3 refused Snowflake’s access to the stage.',
    means:
      'S3 refused the stage’s credentials: usually the role of its integration lacks actions on the bucket or prefix. The bucket policy or an encrypted object’s KMS key can refuse it too. A stage with an access key in place of an integration uses that user’s permissions.',
    check: DECIDING_COMMANDS.rolePolicies,
    changes: [
      {
        says: 'Look with `DESC STAGE` whether it has an integration, and with which URL. Allow the integration’s role `s3:GetObject` and `s3:GetObjectVersion` on the prefix, and `s3:ListBucket` and `s3:GetBucketLocation` on the bucket. To unload it needs `s3:PutObject` and `s3:DeleteObject` too, and for a KMS key `kms:Decrypt`.',
        page: 'https://docs.snowflake.com/en/user-guide/data-load-s3-config-storage-integration',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'databricks-credential': {
    title: 'Databricks can’t assume the role of its storage credential.',
    means:
      'A storage credential’s role must trust Databricks’ role with the external id and also trust itself. A role that isn’t at this ARN, or was made moments ago, is refused too.',
    changes: [
      {
        says: 'If the role is new, wait a minute and repeat. Check the role’s ARN in the credential, then that the trust policy names Databricks’ role and the external ID. Add the role’s own ARN to it if that is missing.',
        page: 'https://docs.databricks.com/aws/en/connect/unity-catalog/cloud-storage/storage-credentials',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'unity-catalog-privilege': {
    title: 'Databricks’ Unity Catalog refused this, not AWS.',
    means:
      'Unity Catalog grants catalogs, tables and external locations itself. The user lacks a privilege there, and AWS wasn’t asked yet.',
    grantedIn: 'Unity Catalog',
    changes: [
      {
        says: 'Grant the privilege that the message names to the user or a group, as the object’s owner: `GRANT … ON … TO …` in Databricks.',
        page: 'https://docs.databricks.com/aws/en/data-governance/unity-catalog/manage-privileges/',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'vendor-in-some-regions': {
    title: 'Only some Regions fail: look for an SCP, not at the trust.',
    means:
      'The vendor assumes the same role for each Region, so a Region that works shows that the trust policy and the external id are right. Most often an SCP on `aws:RequestedRegion` denies the vendor’s calls there, or the Region is off.',
    check: 'aws account list-regions --query "Regions[].[RegionName,RegionOptStatus]" --output table',
    changes: [
      {
        says: 'Look for an SCP with `aws:RequestedRegion` and for what changed when the errors began; CloudTrail in those Regions shows the denied calls. Exempt the vendor’s role there, or leave those Regions out in the vendor’s console.',
        page: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_examples_general.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'third-party-assumes-role': {
    title: 'The vendor’s account can’t assume your role.',
    means:
      'The vendor assumes your role from its own AWS account with an external id. The role’s trust policy must name that account and exactly that `sts:ExternalId`. A role that has another name or path than the vendor was told, or was made moments ago, gives the same message.',
    check: DECIDING_COMMANDS.role,
    changes: [
      {
        says: 'If the role is new, wait a minute and repeat. Compare the role’s ARN with what the vendor’s console has. Then compare the vendor’s account id and external id with the trust policy, and copy what differs into it.',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'confluent-acl': {
    title: 'Confluent Cloud refused this, not AWS.',
    means:
      'The client signed in to Confluent Cloud. Its API key’s account has no ACL or role, such as `DeveloperRead`, for this topic or group.',
    grantedIn: 'Confluent Cloud',
    changes: [
      {
        says: 'Add an ACL for the service account of the API key, for the topic and the consumer group. Or bind the role `DeveloperRead`.',
        run: 'confluent kafka acl create --allow --service-account <service account> --operations read,describe --topic <topic>',
        page: 'https://docs.confluent.io/cloud/current/security/access-control/acl.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'kafka-idempotent': {
    title: 'The Kafka cluster refuses the producer’s idempotent writes.',
    means:
      'A producer with `enable.idempotence=true`, the default since Kafka 3, asks the cluster itself. On MSK with IAM its role needs `kafka-cluster:WriteDataIdempotently` on the cluster, and the topic’s actions too. With SCRAM or certificates Kafka’s own ACLs decide.',
    changes: [
      {
        says: 'On MSK with IAM allow the client’s role `kafka-cluster:WriteDataIdempotently` on the cluster’s ARN.',
        page: 'https://docs.aws.amazon.com/msk/latest/developerguide/kafka-actions.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'kafka-group': {
    title: 'The Kafka cluster refuses the consumer group.',
    means:
      'The client signed in, and the broker refuses the group. On MSK with IAM the client’s role needs `kafka-cluster:AlterGroup` and `kafka-cluster:DescribeGroup` on the group’s own ARN: an ARN of topics doesn’t cover it. With SCRAM or certificates, or on another cluster, Kafka’s own ACLs decide.',
    changes: [
      {
        says: 'On MSK with IAM allow the client’s role both actions on `group/CLUSTER/ID/GROUP`.',
        page: 'https://docs.aws.amazon.com/msk/latest/developerguide/iam-access-control-use-cases.html',
        confirmed: '2026-11-29',
      },
      {
        says: 'Without IAM add an ACL in Kafka.',
        run: CHANGING_COMMANDS.kafkaAcl,
        page: 'https://docs.aws.amazon.com/msk/latest/developerguide/msk-acls.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'kafka-refused': {
    title: 'The Kafka broker refuses the client.',
    means:
      'The client signed in, and the broker doesn’t let it use the topic, group or cluster. Kafka’s own ACLs decide that. Only on Amazon MSK with IAM do policies decide: then the client’s role lacks a `kafka-cluster` action.',
    grantedIn: 'Kafka',
    changes: [
      {
        says: 'Add an ACL for the client’s principal in Kafka; for a producer that writes idempotently, `IdempotentWrite` on the cluster. On MSK with IAM allow its role the `kafka-cluster` action instead.',
        page: 'https://docs.aws.amazon.com/msk/latest/developerguide/msk-acls.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'kafka-topic': {
    title: 'The Kafka cluster refuses the topic.',
    means:
      'The client signed in, and the broker refuses the topic. On MSK with IAM the client’s role lacks a `kafka-cluster` action. With SCRAM or certificates, or on another cluster, Kafka’s own ACLs decide.',
    changes: [
      {
        says: 'On MSK with IAM allow the client’s role `kafka-cluster:DescribeTopic`, `ReadData` or `WriteData` on `topic/CLUSTER/ID/TOPIC`.',
        page: 'https://docs.aws.amazon.com/msk/latest/developerguide/iam-access-control-use-cases.html',
        confirmed: '2026-11-29',
      },
      {
        says: 'Without IAM add an ACL in Kafka.',
        run: CHANGING_COMMANDS.kafkaAcl,
        page: 'https://docs.aws.amazon.com/msk/latest/developerguide/msk-acls.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'vault-policy': {
    title: 'HashiCorp Vault refused this, not AWS.',
    means:
      'Usually no policy of the Vault token allows the path. Vault says the same of a token that has expired, and of a wrong path or namespace. AWS wasn’t asked.',
    grantedIn: 'HashiCorp Vault',
    changes: [
      {
        says: 'Look whether the token is still valid with `vault token lookup`, and what it may do on the path. Secrets of KV version 2 have `data/` in their path. Then let a policy allow it.',
        run: 'vault token capabilities <path>',
        page: 'https://developer.hashicorp.com/vault/docs/concepts/policies',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'terraform-state-digest': {
    title: 'The state in S3 and its checksum in DynamoDB differ.',
    means: 'Terraform read the state, but not the one whose digest the lock table holds. No permission was refused.',
    changes: [
      {
        says: 'Wait a minute and try again. If it stays so, look which version of the state is right, and correct the `Digest` item of the lock table to it.',
        page: 'https://developer.hashicorp.com/terraform/language/backend/s3',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'terraform-cloud': {
    title: 'HCP Terraform refused this, not AWS.',
    means: 'The token or team of HCP Terraform lacks access to the workspace. AWS wasn’t asked.',
    grantedIn: 'HCP Terraform',
    changes: [
      {
        says: 'Sign in again, or give the team access to the workspace.',
        run: 'terraform login',
        page: 'https://developer.hashicorp.com/terraform/cloud-docs/users-teams-organizations/permissions',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'ssh-permission': {
    title: 'SSH itself refused this, not AWS.',
    means:
      'The server decides by the key, the user name and its files. `Host key verification failed` and `UNPROTECTED PRIVATE KEY FILE` come from your own client. IAM is asked only where you connect through Systems Manager or EC2 Instance Connect.',
    changes: [
      {
        says: 'After `Permission denied`, use the key of the instance and the image’s user, for example `ec2-user` or `ubuntu`. If the host key changed, make sure that the server was replaced before you remove the old one with `ssh-keygen -R`. For the key file, `chmod 400`.',
        page: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/TroubleshootingInstancesConnecting.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'postgres-unencrypted': {
    title: 'PostgreSQL has no rule that accepts this unencrypted connection.',
    means: 'The server has no rule for this client, user and database without TLS. No AWS policy was asked.',
    grantedIn: 'the database',
    changes: [
      {
        says: 'Connect with TLS: set `sslmode=require`. If it still fails, correct the user and the database.',
        page: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/PostgreSQL.Concepts.General.SSL.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'sudo-refused': {
    title: 'sudo refused this user on this machine, not AWS.',
    means: 'The machine’s sudoers rules don’t let the user run the command. AWS wasn’t asked.',
    grantedIn: 'sudoers',
    changes: [
      {
        says: 'Ask the machine’s administrator for a rule in sudoers that allows this command, or run it as a user who may.',
        page: 'https://www.sudo.ws/docs/man/sudoers.man/',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'admission-webhook': {
    title: 'A rule of the Kubernetes cluster refused this, not AWS.',
    means: 'An admission webhook, for example Kyverno or Gatekeeper, checked the object. No IAM policy was evaluated.',
    grantedIn: 'the cluster',
    changes: [
      {
        says: 'Change the manifest as the message says, or ask the cluster’s owner for an exception to the rule.',
        page: 'https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'web-server': {
    title: 'This answer is from a web server, not from AWS.',
    means:
      'The page or log is from nginx, Apache or IIS. The server decides by its configuration and its file permissions. If it passes requests on, the server behind it may have answered.',
    grantedIn: 'the web server',
    changes: [
      {
        says: 'Look in the server’s error log. Check its access rules, the index file, and the directory’s permissions.',
        page: 'https://httpd.apache.org/docs/2.4/howto/access.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'business-api': {
    title: 'Another provider’s application refused this, not AWS.',
    means: 'An application such as Jira or Salesforce answered. It decides by the permissions of its own users.',
    grantedIn: 'the application',
    changes: [
      {
        says: 'Ask the application’s administrator to give the token or its user the permission that the message names.',
        page: 'https://support.atlassian.com/jira-cloud-administration/docs/manage-project-permissions/',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'hdfs-permission': {
    title: 'HDFS refused this by its own permissions, not AWS.',
    means: 'The owner, group and mode of the HDFS path don’t let the user do it. No IAM policy was evaluated.',
    grantedIn: 'HDFS',
    changes: [
      {
        says: 'Run as the owner of the path, or let the HDFS superuser change its owner or mode.',
        page: 'https://hadoop.apache.org/docs/stable/hadoop-project-dist/hadoop-hdfs/HdfsPermissionsGuide.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'windows-share': {
    title: 'The Windows file share refused this user, not AWS.',
    means: 'The share’s permissions and the NTFS rights of the folder decide, by the groups of the Windows domain.',
    grantedIn: 'Windows',
    changes: [
      {
        says: 'Ask the share’s administrator to check the user’s groups and the folder’s NTFS rights.',
        page: 'https://learn.microsoft.com/en-us/windows-server/storage/file-server/file-server-smb-overview',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'client-checked': {
    title: 'The client refused the parameters itself; AWS wasn’t asked.',
    means:
      'The CLI or SDK checks the names and types of parameters before it sends anything. No permission is missing.',
    changes: [
      {
        says: 'Correct the parameters that the message names: a wrong type, a misspelled name, or one that’s missing.',
        page: 'https://docs.aws.amazon.com/boto3/latest/guide/error-handling.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'program-failed': {
    title: 'The program itself failed; AWS refused nothing.',
    means: 'The error is in the code, for example a field that the input doesn’t have. No permission is missing.',
    changes: [
      {
        says: 'Correct the code at the line that the trace names, or the input that it was given.',
        page: 'https://docs.aws.amazon.com/lambda/latest/dg/python-exceptions.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'cloudflare-blocked': {
    title: 'Cloudflare refused the request, not AWS.',
    means:
      'Cloudflare stands in front of the site. A firewall rule there, its check for bots or a block of the address refused the request.',
    changes: [
      {
        says: 'Ask the site’s owner to look the Ray ID up in Cloudflare’s security events.',
        page: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'other-object-store': {
    title: 'Another S3-compatible store answered, not AWS.',
    means: 'The server is another provider’s or your own, such as Ceph. Its own users, keys and policies decide.',
    changes: [
      {
        says: 'Change the policy or key at that server, or point the client at AWS.',
        option: { is: 'left out', words: '--endpoint-url <URL>' },
        page: 'https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-endpoints.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'vault-resolves-role': {
    title: 'Vault’s own AWS credentials can’t look the role up.',
    means:
      'Vault asks IAM for the internal id of each bound principal, with the AWS credentials of its `aws` auth method. Those credentials lack `iam:GetRole` or `iam:GetUser` on it. They can’t have them for a principal of another account.',
    changes: [
      {
        says: 'Allow Vault’s AWS identity `iam:GetRole` and `iam:GetUser` on it. For another account, configure an STS role of that account in Vault.',
        page: 'https://github.com/bank-vaults/bank-vaults/issues/171',
        confirmed: '2026-11-28',
      },
    ],
  },
  'broker-user-permission': {
    title: 'The broker’s own user lacks a permission in the broker.',
    means:
      'RabbitMQ, also as Amazon MQ, keeps users and permissions of its own. {user} signed in, but its permissions in the virtual host {vhost} don’t match the {kind} {name}. IAM policies for `mq` only manage brokers.',
    grantedIn: 'the message broker',
    changes: [
      {
        says: 'As an administrator of the broker, set the permissions of {user} in the virtual host {vhost}, in RabbitMQ’s web console or management API. `configure` is for declaring and deleting, `write` for publishing and binding, `read` for consuming. Each is a pattern that must match {name}.',
        page: 'https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/rabbitmq-simple-auth-broker-users.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'broker-permission': {
    title: 'The message broker refused its own user.',
    means:
      'RabbitMQ and ActiveMQ, also as Amazon MQ, keep users and permissions of their own. The user may not use this queue, topic or virtual host; after “Login was refused”, its name or password is wrong. No IAM policy decides that.',
    grantedIn: 'the message broker',
    changes: [
      {
        says: 'Give the user the permission in the broker: `set_permissions` in RabbitMQ, the authorization map in ActiveMQ.',
        page: 'https://www.rabbitmq.com/docs/access-control',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'object-store-client': {
    title: 'The server behind mc’s alias answered this, usually not AWS.',
    means:
      '`mc` speaks with the server of its alias, usually MinIO, which has users and policies of its own. If the alias points to an endpoint of AWS, repeat the call with the AWS CLI, whose message says more.',
    changes: [
      {
        says: 'Look at the alias’s address, and at the user’s policy in that store.',
        run: 'mc alias list',
        page: 'https://min.io/docs/minio/linux/administration/identity-access-management.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'artifact-store': {
    title: 'The artifact registry refused it, not AWS.',
    means:
      'The registry, for example JFrog Artifactory, decides by its own users and permissions. No IAM policy of AWS is asked.',
    changes: [
      {
        says: 'Sign in to the registry again, and ask its administrator for permission on the repository.',
        page: 'https://jfrog.com/help/r/jfrog-platform-administration-documentation/permissions',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'splunk-token': {
    title: 'Splunk doesn’t take the token; AWS refused nothing.',
    means: 'Firehose signs in to Splunk’s HTTP event collector with a token. It’s invalid or disabled there.',
    changes: [
      {
        says: 'Enable the token in Splunk, or give the Firehose stream a valid one.',
        page: 'https://docs.aws.amazon.com/firehose/latest/dev/monitoring-with-cloudwatch-logs.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'emulator-key-at-aws': {
    title: 'AWS doesn’t know the key: it may be one for an emulator.',
    means:
      'LocalStack takes any key, such as `test`, and AWS doesn’t know it. A client without the emulator’s endpoint calls AWS, which answers so. An emulator that checks keys says the same.',
    changes: [
      {
        says: 'Set the emulator’s address for the program, with `AWS_ENDPOINT_URL` or as the client’s `endpoint`, for example `http://localhost:4566`. In Docker Compose the host is the name of the service.',
        page: 'https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html',
        confirmed: 'unconfirmed',
      },
      {
        says: 'If AWS was meant, give the program credentials of an AWS account.',
        page: 'https://docs.aws.amazon.com/sdkref/latest/guide/standardized-credentials.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'local-emulator': {
    title: 'An emulator on your machine answered, not AWS.',
    means:
      'The client’s endpoint is LocalStack, moto or another emulator. Its own rules and state decide, and no policy of an AWS account was asked.',
    changes: [
      {
        says: 'Look into the emulator’s log. For LocalStack check `ENFORCE_IAM` and that the thing exists there. To reach AWS leave the endpoint out.',
        option: {
          is: 'left out',
          words: '--endpoint-url <URL>',
        },
        page: 'https://docs.localstack.cloud/aws/capabilities/security-testing/iam-policy-enforcement/',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'other-endpoint': {
    title: 'Another server answered, not AWS: the client’s endpoint says so.',
    means:
      'The client sends its S3 or AWS calls to a server of your own or of another provider, such as MinIO or Ceph. Its own users and policies decide. No IAM policy was evaluated.',
    changes: [
      {
        says: 'Allow it at that server: with MinIO `mc admin policy attach`, with Ceph the user’s caps or the bucket policy there. To reach AWS leave the endpoint out.',
        option: {
          is: 'left out',
          words: '--endpoint-url <URL>',
        },
        page: 'https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'storage-credential-self': {
    title: 'The storage credential’s role can’t assume itself.',
    means:
      'Unity Catalog asks that the role also trusts itself. The trust of Databricks’ own role with the external id isn’t what is missing.',
    check: DECIDING_COMMANDS.trustPolicy,
    changes: [
      {
        says: 'Add the role’s own ARN to its trust policy, and allow it `sts:AssumeRole` on itself. Keep the external id. A change needs a minute before it counts.',
        page: 'https://docs.databricks.com/aws/en/connect/unity-catalog/cloud-storage/storage-credentials',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'search-engine-roles': {
    title: 'Elasticsearch refused this by its own roles, not AWS.',
    means:
      'The words are those of Elasticsearch’s own security, which a domain of Amazon OpenSearch Service doesn’t have. The user’s roles lack the privilege, or nobody signed in.',
    grantedIn: 'Elasticsearch, its roles',
    changes: [
      {
        says: 'Give the user a role with the privilege that the message names, in Elasticsearch or Kibana.',
        page: 'https://www.elastic.co/guide/en/elasticsearch/reference/current/authorization.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'query-engine-grant': {
    title: 'Another program refused this by its own permissions, not AWS.',
    means:
      'The words are those of a program such as ClickHouse, Trino, SharePoint or ModSecurity. Each has users or rules of its own; no IAM policy decides there.',
    changes: [
      {
        says: 'Allow it in that program to the user who signed in, or sign in as another.',
        page: 'https://trino.io/docs/current/security/overview.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'pull-rate-limit': {
    title: 'Docker Hub’s limit of pulls is reached.',
    means: 'Docker Hub counts the pulls of an address or a user. No permission was refused.',
    changes: [
      {
        says: 'Log in to Docker Hub, or wait. A copy in ECR has no such limit.',
        run: 'docker login',
        page: 'https://docs.docker.com/docker-hub/usage/',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'python-registry': {
    title: 'The Python package registry refused the token, not AWS.',
    means: 'PyPI decides by its own users and tokens.',
    changes: [
      {
        says: 'Upload with the user name `__token__` and an API token of PyPI that may publish this project.',
        page: 'https://pypi.org/help/#invalid-auth',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'git-host-password': {
    title: 'The Git host refused the sign-in, not AWS.',
    means:
      'The repository is on another host than AWS, and it doesn’t accept the user name and token. No policy of AWS was asked.',
    changes: [
      {
        says: 'Renew the token or app password for the host, and where the program keeps it.',
        page: 'https://git-scm.com/docs/gitcredentials',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'rotation-database-login': {
    title: 'The rotation function couldn’t sign in to the database.',
    means:
      'The function read the secret, but no version of it gave a connection. Usually the password was changed elsewhere, or the function can’t reach the database: AWS’s rotation functions say the same of both, and of TLS. No policy decides that.',
    changes: [
      {
        says: 'First check the secret’s host and port, and that the function’s subnets and security group reach them. If they do, put the database’s real password into the secret, and start the rotation again.',
        page: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/troubleshoot_rotation.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'git-host-key': {
    title: 'The Git host knows no key of this client.',
    means: 'The host of the repository decides by the SSH keys of its users. No AWS policy was asked.',
    changes: [
      {
        says: 'Add the client’s public key to your user at the host, or a deploy key to the repository.',
        page: 'https://docs.github.com/en/authentication/troubleshooting-ssh/error-permission-denied-publickey',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'google-quota': {
    title: 'A quota of Google Cloud is reached.',
    means: 'Google Cloud counts the requests of a project. Neither its IAM nor AWS refused this.',
    changes: [
      {
        says: 'Wait and send fewer requests, or ask Google for a higher quota.',
        page: 'https://cloud.google.com/docs/quotas/view-manage',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'terraform-lock-held': {
    title: 'Another run holds the lock of Terraform’s state.',
    means: 'The lock is there already. The permissions were enough. The lock info tells who holds it.',
    changes: [
      {
        says: 'Wait until that run ends. Only when you are sure that none runs, release the lock by its ID.',
        run: 'terraform force-unlock <lock ID>',
        page: 'https://developer.hashicorp.com/terraform/language/state/locking',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'kubelet-refused': {
    title: 'The kubelet refused this, not an AWS policy.',
    means:
      'The node’s kubelet checks callers itself. Usually the pod’s service account may not read `nodes/metrics` and `nodes/stats`. After `401`, the kubelet doesn’t take the token: its webhook authentication is off, or the token has expired.',
    grantedIn: 'the kubelet',
    changes: [
      {
        says: 'After `403`, let a ClusterRole give the service account `get` on `nodes/metrics` and `nodes/stats`. After `401`, turn on webhook authentication and webhook authorization for the kubelet. Leave out `nodes/proxy`, which also lets its holder run commands in pods.',
        page: 'https://kubernetes.io/docs/reference/access-authn-authz/kubelet-authn-authz/',
        confirmed: '2026-11-30',
      },
    ],
  },
  'api-not-here': {
    title: 'AWS doesn’t offer this API in this Region or for this account.',
    means:
      'The code looks like a refusal, but the operation or feature isn’t there: not in this Region or partition, or closed to newer accounts. No policy changes it.',
    changes: [
      {
        says: 'Call it in a Region that has it: the message or the service’s endpoints page names them. If it is a discontinued feature, use its successor.',
        page: 'https://docs.aws.amazon.com/general/latest/gr/aws-service-information.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'role-without-external-id': {
    title: 'The vendor wants the role’s trust policy to require its external ID.',
    means:
      'Vendors that take roles of many customers try the role without the external ID too. If that works, the trust policy doesn’t test `sts:ExternalId`, and they report it. What the role may do isn’t in question.',
    changes: [
      {
        says: 'Add the condition `StringEquals` `sts:ExternalId` with the ID that the vendor shows to its statement in the role’s trust policy, and validate again.',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'codecommit-ssh-key': {
    title: 'CodeCommit doesn’t know this SSH key, or not by this user.',
    means:
      'CodeCommit knows an SSH key by the ID that IAM gave it when it was uploaded to an IAM user, and that ID is the name to sign in with. A local user name is none. Policies count only after that.',
    check: 'aws iam list-ssh-public-keys --user-name <user> --output json',
    changes: [
      {
        says: 'Upload the public key, an RSA key, to your IAM user if the list doesn’t have it. Then set `User` to its ID (`APKA…`) and `IdentityFile` to the private key, under `Host git-codecommit.*.amazonaws.com` in `~/.ssh/config`.',
        page: 'https://docs.aws.amazon.com/codecommit/latest/userguide/troubleshooting-ssh.html',
        confirmed: '2026-12-03',
      },
    ],
  },
  'documentdb-iam-user': {
    title: 'Most likely the database has no user for this IAM identity.',
    means:
      'With `MONGODB-AWS` the database knows a client by the ARN of its IAM user or role, which must be a user in `$external`. Temporary keys also need their session token. There is no IAM action for the sign-in.',
    grantedIn: 'the database',
    changes: [
      {
        says: 'As the primary user run `use $external; show users`. Create the ARN of the role, not that of its session, with the mechanism `MONGODB-AWS` and its roles. Connect with `authSource=$external`.',
        page: 'https://docs.aws.amazon.com/documentdb/latest/developerguide/iam-identity-auth.html',
        confirmed: '2026-12-03',
      },
    ],
  },
  'task-image-of-docker-hub': {
    title: 'Docker Hub doesn’t have this image, or wants a login.',
    means:
      'The image’s name points to Docker Hub, which ECS asks without a login unless the container has `repositoryCredentials`. It says the same of an image that isn’t there. No permission for ECR is missing.',
    changes: [
      {
        says: 'If the image is in ECR, write its full address in the task definition. If it’s private at Docker Hub, put the login into a secret, name that in the container’s `repositoryCredentials`, and let the execution role read it.',
        page: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/private-auth.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'broker-login': {
    title: 'The broker refused the user’s name or password.',
    means:
      'RabbitMQ, also as Amazon MQ, keeps users of its own. This one doesn’t exist there, or the password is another. No IAM policy decides that.',
    grantedIn: 'the message broker',
    changes: [
      {
        says: 'Set the name and password of a user of the broker where the client has them, or change the password in RabbitMQ’s web console. If the password stands in a URL, encode its special characters.',
        page: 'https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/rabbitmq-simple-auth-broker-users.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'postgres-extension': {
    title: 'The database user may not create this extension.',
    means:
      'Only some roles may create an extension: on RDS and Aurora members of `rds_superuser`, elsewhere a superuser or, for a trusted extension, whoever has `CREATE` on the database. No AWS policy decides that.',
    changes: [
      {
        says: 'Create `{object}` as the master user, or as another member of `rds_superuser`, in the same database. On RDS see that the parameter `rds.allowed_extensions` has it, where that is set.',
        page: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Appendix.PostgreSQL.CommonDBATasks.Extensions.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'mysql-super': {
    title: 'On RDS no user has the privilege SUPER.',
    means:
      'The statement needs `SUPER`, which RDS and Aurora give to nobody, the master user included. In a dump it’s mostly a `DEFINER` of another user, `SET @@GLOBAL` or `sql_log_bin`. No AWS policy decides that.',
    changes: [
      {
        says: 'Take these out of the dump, for example with `mysqldump --set-gtid-purged=OFF` and without `DEFINER`. For functions set `log_bin_trust_function_creators` to 1 in the parameter group. Set server variables there too.',
        page: 'https://repost.aws/knowledge-center/definer-error-mysqldump',
        confirmed: 'unconfirmed',
      },
    ],
  },
} as const satisfies Readonly<Record<keyof typeof OTHERS_SHAPES, SituationAnswer>>

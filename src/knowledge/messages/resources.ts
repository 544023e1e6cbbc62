import type { ResourceRowId } from '../find-arn-traps'
import type { RowMessage } from './row-message'

/** What each trap of resources is, and what to name instead. */
export const RESOURCE_MESSAGES: Readonly<Record<ResourceRowId, RowMessage>> = {
  'bucket-is-not-its-objects': {
    says: 'The ARN of a bucket covers the bucket alone: actions on objects need `{meant}`.',
    fix: 'Name `{meant}` in `Resource`, beside what is there.',
  },
  'objects-are-not-their-bucket': {
    says: 'The ARN with `/*` covers the objects alone: actions on the bucket, such as `s3:ListBucket`, need `{meant}`.',
    fix: 'Name `{meant}` in `Resource`, beside what is there.',
  },
  'bucket-is-not-its-access-point': {
    says: 'A request through an access point names the access point, not the bucket: objects are `accesspoint/NAME/object/KEY`, with Region and account.',
    fix: 'Name `{meant}` in `Resource`, beside what is there.',
  },
  'log-group-without-star': {
    says: 'Log streams stand below their group: actions on them need the ARN of the group with `:*` at its end.',
    fix: 'Name `{meant}` in `Resource`, beside what is there.',
  },
  'log-group-with-star': {
    says: 'Tagging a log group, and some newer actions, are asked without `:*` at the end of the ARN.',
    fix: 'Name `{meant}` in `Resource`, beside what is there.',
  },
  'secret-without-suffix': {
    says: 'Secrets Manager adds a hyphen and six characters to the name in the ARN of a secret: the name alone covers nothing, and `-??????` covers them.',
    fix: 'Name `{meant}` in `Resource`, beside what is there.',
  },
  'secret-asked-without-suffix': {
    says: 'The secret was asked for by an ARN without the hyphen and the six characters at its end, and `-??????` covers only ARNs that have them.',
    fix: 'Ask for the secret by its complete ARN, in the call or the task definition; in the CDK that is `Secret.fromSecretCompleteArn`.',
  },
  'table-is-not-its-index': {
    says: 'A query of an index names `table/NAME/index/INDEX`, which the ARN of the table does not cover.',
    fix: 'Name `{meant}` in `Resource`, beside what is there.',
  },
  'table-is-not-its-stream': {
    says: 'Reading a stream names `table/NAME/stream/LABEL`, which the ARN of the table does not cover.',
    fix: 'Name `{meant}` in `Resource`, beside what is there.',
  },
  'alias-is-not-its-key': {
    says: 'An alias in `Resource` does not stand for its key: AWS asks for the ARN of the key.',
    fix: 'Name the key’s ARN, or name `*` and test `kms:ResourceAliases` for the alias.',
  },
  'role-below-a-path': {
    says: 'The path of a role is part of its ARN: `role/PATH/NAME`.',
    fix: 'Name `{meant}` in `Resource`, beside what is there.',
  },
  'policy-below-a-path': {
    says: 'The path of a policy is part of its ARN: `policy/PATH/NAME`.',
    fix: 'Name `{meant}` in `Resource`, beside what is there.',
  },
  'session-is-not-its-role': {
    says: 'What is assumed or passed is the role, `arn:aws:iam::ACCOUNT:role/NAME`; `assumed-role` is the ARN of its sessions.',
    fix: 'Name `{meant}` in `Resource`, beside what is there.',
  },
  'parameter-with-two-slashes': {
    says: 'A parameter’s name begins with a slash, and its ARN has that slash once: `parameter/app/key`.',
    fix: 'Name `{meant}` in `Resource`, beside what is there.',
  },
  'parameter-with-colon': {
    says: 'In the ARN of a parameter a slash stands behind `parameter`, no colon.',
    fix: 'Name `{meant}` in `Resource`, beside what is there.',
  },
  'topic-is-not-its-subscription': {
    says: 'A subscription’s ARN has one part more than that of its topic.',
    fix: 'Name `{meant}` in `Resource`, beside what is there.',
  },
  'function-with-qualifier': {
    says: 'A call of a version or an alias names `function:NAME:QUALIFIER`, which the ARN without it does not cover.',
    fix: 'Name `{meant}` in `Resource`, beside what is there.',
  },
  'function-without-qualifier': {
    says: 'An ARN with a qualifier does not cover calls without one.',
    fix: 'Name `{meant}` in `Resource`, beside what is there.',
  },
  'domain-is-not-its-addresses': {
    says: 'Sending is authorized on the sender’s own identity where the address is one: the identity of its domain does not cover `identity/ADDRESS`.',
    fix: 'Name `{meant}` in `Resource`, beside what is there.',
  },
  'identity-is-not-the-configuration-set': {
    says: 'Sending with a configuration set is authorized on that set besides the identity.',
    fix: 'Name `{meant}` in `Resource`, beside what is there.',
  },
  'task-definition-without-revision': {
    says: 'A task definition’s ARN ends in its revision: `task-definition/FAMILY:REVISION`.',
    fix: 'Name `{meant}` in `Resource`, beside what is there.',
  },
  'service-without-cluster': {
    says: 'The ARN of a service names its cluster: `service/CLUSTER/NAME`.',
    fix: 'Name `{meant}` in `Resource`, beside what is there.',
  },
  'task-without-cluster': {
    says: 'The ARN of a task names its cluster: `task/CLUSTER/ID`.',
    fix: 'Name `{meant}` in `Resource`, beside what is there.',
  },
  'rule-of-another-bus': {
    says: 'The ARN of a rule on a bus of its own names the bus: `rule/BUS/NAME`.',
    fix: 'Name `{meant}` in `Resource`, beside what is there.',
  },
  'state-machine-is-not-its-execution': {
    says: 'An execution has an ARN of its own: `execution:MACHINE:NAME`.',
    fix: 'Name `{meant}` in `Resource`, beside what is there.',
  },
  'stream-is-not-its-consumer': {
    says: 'A consumer has an ARN below that of its stream: `stream/NAME/consumer/NAME`.',
    fix: 'Name `{meant}` in `Resource`, beside what is there.',
  },
  'cluster-is-not-its-node-group': {
    says: 'A node group has an ARN of its own: `nodegroup/CLUSTER/NAME/ID`.',
    fix: 'Name `{meant}` in `Resource`, beside what is there.',
  },
  'stack-without-id': {
    says: 'A stack’s ARN ends in its id: `stack/NAME/ID`.',
    fix: 'Name `{meant}` in `Resource`, beside what is there.',
  },
  'load-balancer-is-not-its-listener': {
    says: 'A listener has an ARN of its own: `listener/app/NAME/ID/LISTENER`.',
    fix: 'Name `{meant}` in `Resource`, beside what is there.',
  },
  'repository-is-not-those-below': {
    says: 'A slash in a repository’s name makes no folder: `repository/team` does not cover `repository/team/app`.',
    fix: 'Name `{meant}` in `Resource`, beside what is there.',
  },
  'model-is-not-its-inference-profile': {
    says: 'A model that is called through an inference profile is authorized on the profile, and on the model in each Region of the profile.',
    fix: 'Name `{meant}` in `Resource`, beside what is there.',
  },
  'inference-profile-is-not-its-model': {
    says: 'An inference profile calls its model in other Regions too: each of these models has to be allowed besides the profile.',
    fix: 'Name `foundation-model/MODEL` with `*` for the Region and without account, besides the profile.',
  },
  'model-is-not-its-application-profile': {
    says: 'A model that is called through an application inference profile is authorized on that profile, and on the model in each of its Regions.',
    fix: 'Name `{meant}` in `Resource`, beside what is there.',
  },
  'table-bucket-is-not-its-tables': {
    says: 'The ARN of a table bucket covers the bucket alone: a table is `bucket/NAME/table/ID`.',
    fix: 'Name `{meant}` in `Resource`, beside what is there.',
  },
  'vector-bucket-is-not-its-indexes': {
    says: 'The ARN of a vector bucket covers the bucket alone: an index is `bucket/NAME/index/INDEX`.',
    fix: 'Name `{meant}` in `Resource`, beside what is there.',
  },
  'job-definition-without-revision': {
    says: 'A job definition’s ARN ends in its revision.',
    fix: 'Name `{meant}` in `Resource`, beside what is there.',
  },
  'instance-is-not-all-of-a-launch': {
    says: 'A launch is authorized on all that it uses: instance, image, subnet, network interface, security group, volume, and key pair or launch template where it names one.',
    fix: 'Name each kind in `Resource`: `instance/*`, `network-interface/*`, `subnet/*`, `security-group/*`, `volume/*`, `key-pair/*`, `launch-template/*`, and images as `arn:aws:ec2:REGION::image/*`, without account.',
  },
  'database-is-not-its-cluster': {
    says: 'A cluster of databases, and its snapshots, have ARNs of their own beside those of its instances.',
    fix: 'Name `{meant}` in `Resource`, beside what is there.',
  },
  'action-takes-no-resource': {
    says: '`{action}` takes no resource: an Allow that names one does not cover it.',
    fix: 'Allow `{action}` on `*`, in a statement of its own.',
  },
}

import type { RowSource } from '../../iam/row-source'

/** One resource on which AWS checks the action of a call by itself. */
export interface CheckedResource {
  /** Its type, as the service reference names it. */
  readonly type: string
  /** Its ARN, where the template of the type does not do; gaps in braces are parameters of the call. */
  readonly arn?: string
  /** Parameters of the call that name it, in lower case without dashes; each of their values is a check. */
  readonly by: readonly string[]
  /** `new`: the call makes it, so its id is `*`; `always`: checked whether or not the call names it; `named`: only then. */
  readonly is: 'new' | 'always' | 'named'
  /** Another action than that of the operation's name. */
  readonly action?: string
  /** Parameters that put another resource in its place. */
  readonly unless?: readonly string[]
  /** What stands for it where the call does not name it; else its type in angle brackets. */
  readonly unknown?: string
  /** What follows a name that is not whole: a task definition without a revision is its latest one. */
  readonly completed?: readonly [whole: RegExp, rest: string]
}

/** A call that AWS checks on several resources, each by itself. */
export interface ResourceChecks extends RowSource {
  /** Operations in lower case. */
  readonly calls: readonly string[]
  readonly on: readonly CheckedResource[]
}

const made = (type: string, arn?: string): CheckedResource => ({ type, by: [], is: 'new', ...(arn ? { arn } : {}) })
const always = (type: string, by: readonly string[], arn?: string): CheckedResource => ({
  type,
  by,
  is: 'always',
  ...(arn ? { arn } : {}),
})
const named = (type: string, by: readonly string[], arn?: string): CheckedResource => ({
  ...always(type, by, arn),
  is: 'named',
})

const REFERENCE = 'https://docs.aws.amazon.com/service-authorization/latest/reference/'
const listOf = (service: string): RowSource => ({ page: `${REFERENCE}list_${service}.html`, confirmed: '2026-11-28' })
const EC2 = listOf('amazonec2')
const KMS: RowSource = {
  page: 'https://docs.aws.amazon.com/kms/latest/developerguide/alias-access.html',
  confirmed: '2026-11-28',
}

const SUBNET = always('subnet', ['subnetid', 'subnetids'])
const GROUP = always('security-group', ['securitygroupids', 'securitygroupid', 'groups', 'vpcsecuritygroupids'])
const INSTANCE = always('instance', ['instanceid', 'instanceids'])
const VOLUME = always('volume', ['volumeid', 'volumeids'])
const VPC = always('vpc', ['vpcid'])
const TEMPLATE = named('launch-template', ['launchtemplate.launchtemplateid', 'launchtemplateid'])
const KEY = always('key', ['keyid', 'targetkeyid'], 'arn:{partition}:kms:{region}:{account}:key/{id}')
const ALIAS = always('alias', ['aliasname'], 'arn:{partition}:kms:{region}:{account}:{id}')
const CATALOG: CheckedResource = {
  type: 'catalog',
  by: [],
  is: 'always',
  arn: 'arn:{partition}:glue:{region}:{account}:catalog',
}
const DATABASE = always('database', ['databasename'], 'arn:{partition}:glue:{region}:{account}:database/{id}')
const GLUE_TABLE = always(
  'table',
  ['name', 'tablename', 'tableinput.name'],
  'arn:{partition}:glue:{region}:{account}:table/{databasename}/{id}',
)

/** One row for the calls that AWS checks on the same resources. No call is in two of them. */
export const CHECKED_RESOURCES: readonly ResourceChecks[] = [
  {
    calls: ['ec2:runinstances'],
    on: [
      made('instance'),
      always('image', ['imageid']),
      SUBNET,
      GROUP,
      made('network-interface'),
      made('volume'),
      named('key-pair', ['keyname']),
      TEMPLATE,
      named('placement-group', ['placement.groupname']),
    ],
    page: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ExamplePolicies_EC2.html#iam-example-runinstances',
    confirmed: '2026-11-26',
  },
  {
    calls: ['ec2:createfleet'],
    on: [
      made('fleet'),
      made('instance'),
      always('image', ['imageid']),
      SUBNET,
      GROUP,
      made('network-interface'),
      made('volume'),
      { ...TEMPLATE, is: 'always' },
    ],
    ...EC2,
  },
  { calls: ['ec2:createvolume'], on: [made('volume'), named('snapshot', ['snapshotid'])], ...EC2 },
  { calls: ['ec2:attachvolume', 'ec2:detachvolume'], on: [INSTANCE, VOLUME], ...EC2 },
  { calls: ['ec2:createsnapshot'], on: [made('snapshot'), VOLUME], ...EC2 },
  { calls: ['ec2:createsnapshots'], on: [INSTANCE, made('snapshot'), made('volume')], ...EC2 },
  { calls: ['ec2:createimage'], on: [made('image'), INSTANCE, made('snapshot')], ...EC2 },
  { calls: ['ec2:createsubnet'], on: [made('subnet'), VPC], ...EC2 },
  { calls: ['ec2:createsecuritygroup'], on: [made('security-group'), VPC], ...EC2 },
  { calls: ['ec2:createroutetable'], on: [made('route-table'), VPC], ...EC2 },
  { calls: ['ec2:createnetworkacl'], on: [made('network-acl'), VPC], ...EC2 },
  { calls: ['ec2:createnatgateway'], on: [made('natgateway'), SUBNET, named('elastic-ip', ['allocationid'])], ...EC2 },
  { calls: ['ec2:createnetworkinterface'], on: [made('network-interface'), SUBNET, GROUP], ...EC2 },
  {
    calls: ['ec2:createvpcendpoint'],
    on: [
      made('vpc-endpoint'),
      VPC,
      named('route-table', ['routetableids']),
      named('subnet', ['subnetids']),
      named('security-group', ['securitygroupids']),
    ],
    ...EC2,
  },
  { calls: ['ec2:createvpcpeeringconnection'], on: [made('vpc-peering-connection'), VPC], ...EC2 },
  {
    calls: ['ec2:attachnetworkinterface'],
    on: [INSTANCE, always('network-interface', ['networkinterfaceid'])],
    ...EC2,
  },
  {
    calls: ['ec2:attachinternetgateway', 'ec2:detachinternetgateway'],
    on: [always('internet-gateway', ['internetgatewayid']), VPC],
    ...EC2,
  },
  {
    calls: ['ec2:associateroutetable'],
    on: [always('route-table', ['routetableid']), named('subnet', ['subnetid'])],
    ...EC2,
  },
  {
    calls: ['ec2:associateaddress'],
    on: [
      always('elastic-ip', ['allocationid']),
      named('instance', ['instanceid']),
      named('network-interface', ['networkinterfaceid']),
    ],
    ...EC2,
  },
  {
    calls: ['ec2:authorizesecuritygroupingress', 'ec2:authorizesecuritygroupegress'],
    on: [always('security-group', ['groupid']), made('security-group-rule')],
    ...EC2,
  },
  { calls: ['kms:createalias'], on: [ALIAS, KEY], ...KMS },
  { calls: ['kms:updatealias'], on: [ALIAS, KEY], ...KMS },
  { calls: ['kms:deletealias'], on: [ALIAS], ...KMS },
  {
    calls: ['glue:gettable', 'glue:gettables', 'glue:createtable', 'glue:updatetable', 'glue:deletetable'],
    on: [CATALOG, DATABASE, GLUE_TABLE],
    page: 'https://docs.aws.amazon.com/glue/latest/dg/glue-specifying-resource-arns.html',
    confirmed: '2026-11-26',
  },
  {
    calls: ['glue:getpartition', 'glue:getpartitions', 'glue:createpartition', 'glue:batchcreatepartition'],
    on: [CATALOG, DATABASE, GLUE_TABLE],
    page: 'https://docs.aws.amazon.com/glue/latest/dg/glue-specifying-resource-arns.html',
    confirmed: '2026-11-26',
  },
  {
    calls: ['glue:getdatabase', 'glue:createdatabase', 'glue:updatedatabase', 'glue:deletedatabase'],
    on: [
      CATALOG,
      always('database', ['name', 'databaseinput.name'], 'arn:{partition}:glue:{region}:{account}:database/{id}'),
    ],
    page: 'https://docs.aws.amazon.com/glue/latest/dg/glue-specifying-resource-arns.html',
    confirmed: '2026-11-26',
  },
  {
    calls: ['ssm:startsession'],
    on: [
      always('instance', ['target'], 'arn:{partition}:ec2:{region}:{account}:instance/{id}'),
      named('document', ['documentname'], 'arn:{partition}:ssm:{region}:{account}:document/{id}'),
    ],
    ...listOf('awssystemsmanager'),
  },
  {
    calls: ['ssm:sendcommand'],
    on: [
      always('document', ['documentname'], 'arn:{partition}:ssm:{region}:{account}:document/{id}'),
      always('instance', ['instanceids'], 'arn:{partition}:ec2:{region}:{account}:instance/{id}'),
    ],
    ...listOf('awssystemsmanager'),
  },
  {
    calls: ['ecs:executecommand'],
    on: [
      always('cluster', ['cluster'], 'arn:{partition}:ecs:{region}:{account}:cluster/{id}'),
      always('task', ['task'], 'arn:{partition}:ecs:{region}:{account}:task/{cluster}/{id}'),
    ],
    ...listOf('amazonelasticcontainerservice'),
  },
  {
    calls: ['ecs:runtask', 'ecs:starttask'],
    on: [
      {
        ...always('task-definition', ['taskdefinition'], 'arn:{partition}:ecs:{region}:{account}:task-definition/{id}'),
        completed: [/:/, ':<revision>'],
      },
    ],
    ...listOf('amazonelasticcontainerservice'),
  },
  {
    calls: ['ecs:updateservice', 'ecs:createservice', 'ecs:deleteservice'],
    on: [
      always('service', ['service', 'servicename'], 'arn:{partition}:ecs:{region}:{account}:service/{cluster}/{id}'),
    ],
    ...listOf('amazonelasticcontainerservice'),
  },
  {
    calls: ['rds:createdbsnapshot'],
    on: [
      always('db', ['dbinstanceidentifier'], 'arn:{partition}:rds:{region}:{account}:db:{id}'),
      always('snapshot', ['dbsnapshotidentifier'], 'arn:{partition}:rds:{region}:{account}:snapshot:{id}'),
    ],
    ...listOf('amazonrds'),
  },
  {
    calls: ['rds:restoredbinstancefromdbsnapshot'],
    on: [
      always('db', ['dbinstanceidentifier'], 'arn:{partition}:rds:{region}:{account}:db:{id}'),
      always('snapshot', ['dbsnapshotidentifier'], 'arn:{partition}:rds:{region}:{account}:snapshot:{id}'),
      named('subgrp', ['dbsubnetgroupname'], 'arn:{partition}:rds:{region}:{account}:subgrp:{id}'),
    ],
    ...listOf('amazonrds'),
  },
  {
    calls: ['rds:createdbinstance'],
    on: [
      always('db', ['dbinstanceidentifier'], 'arn:{partition}:rds:{region}:{account}:db:{id}'),
      named('subgrp', ['dbsubnetgroupname'], 'arn:{partition}:rds:{region}:{account}:subgrp:{id}'),
      named('pg', ['dbparametergroupname'], 'arn:{partition}:rds:{region}:{account}:pg:{id}'),
      named('og', ['optiongroupname'], 'arn:{partition}:rds:{region}:{account}:og:{id}'),
    ],
    ...listOf('amazonrds'),
  },
  {
    calls: ['dynamodb:query', 'dynamodb:scan'],
    on: [
      {
        ...always('table', ['tablename'], 'arn:{partition}:dynamodb:{region}:{account}:table/{id}'),
        unless: ['indexname'],
      },
      named('index', ['indexname'], 'arn:{partition}:dynamodb:{region}:{account}:table/{tablename}/index/{id}'),
    ],
    ...listOf('amazondynamodb'),
  },
  {
    calls: ['s3:copyobject', 's3:uploadpartcopy'],
    on: [
      {
        ...always('object', ['bucket'], 'arn:{partition}:s3:::{bucket}/{key}'),
        action: 's3:PutObject',
      },
      {
        ...always('object', ['copysource'], 'arn:{partition}:s3:::{id}'),
        action: 's3:GetObject',
        unknown: '<source-bucket>/<source-key>',
      },
    ],
    page: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html',
    confirmed: '2026-11-26',
  },
]

import type { RowSource } from '../../iam/row-source'
import { IAM_DOCS } from '../../iam/aws-docs'

/** Calls that hand a role to a service: AWS checks `iam:PassRole` on that role besides. */
export interface PassedRole extends RowSource {
  /** Operations in lower case; `*` as in a policy. */
  readonly calls: readonly string[]
  /** The service that gets the role, as `iam:PassedToService` names it; null: no page says which. */
  readonly to: string | null
  /** Parameters of the call that name the role, in lower case without dashes. */
  readonly parameters: readonly string[]
  /** No such call works without a role; else one that names none hands none over. */
  readonly isAlways?: true
  /** The call names something else, of which the role is part, such as a task definition. */
  readonly through?: string
}

const PASS_ROLE: RowSource = { page: `${IAM_DOCS}id_roles_use_passrole.html`, confirmed: '2026-11-26' }
/** Where the service principal is that of the managed policies of the service. */
const PASSED_TO: RowSource = {
  page: `${IAM_DOCS}reference_policies_iam-condition-keys.html#ck_PassedToService`,
  confirmed: '2026-11-28',
}
/** Where no managed policy passes a role to that service: the service principal is the one that its trust policies name. */
const UNSURE: RowSource = { page: PASSED_TO.page, confirmed: 'unconfirmed' }
const ECS: RowSource = {
  page: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-iam-roles.html',
  confirmed: '2026-11-28',
}

const hands = (
  to: string | null,
  calls: readonly string[],
  parameters: readonly string[],
  source: RowSource = PASSED_TO,
): PassedRole => ({ calls, to: to === null ? null : `${to}.amazonaws.com`, parameters, ...source })

const alwaysHands = (...row: Parameters<typeof hands>): PassedRole => ({ ...hands(...row), isAlways: true })

/** Callers that a tool makes to hand roles to one service, by how their ARN reads. */
export const PASSING_CALLERS: readonly ({
  readonly caller: RegExp
  readonly to: string
  /** It hands on the very role that it works with, and of no other is it known. */
  readonly isOwnRole?: true
} & RowSource)[] = [
  {
    caller: /role\/(?:[\w+=,.@/-]{0,64}\/)?cdk-\w{1,10}-deploy-role-/,
    to: 'cloudformation.amazonaws.com',
    page: 'https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-env.html',
    confirmed: 'unconfirmed',
  },
  {
    // The service role of a stack works on the nested stacks too.
    caller: /:assumed-role\/[^/]{1,64}\/AWSCloudFormation$/,
    to: 'cloudformation.amazonaws.com',
    isOwnRole: true,
    page: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-iam-servicerole.html',
    confirmed: 'unconfirmed',
  },
  {
    // A notebook of Glue starts its session with the role that it runs with.
    caller: /\/GlueJobRunnerSession$/,
    to: 'glue.amazonaws.com',
    page: 'https://docs.aws.amazon.com/glue/latest/dg/glue-is-security.html',
    confirmed: '2026-11-30',
  },
]

/** Operations by which several services take a role: without the service, their name says nothing of who assumes it. */
export const TAKEN_BY_SEVERAL: ReadonlySet<string> = new Set([
  ...['createapp', 'updateapp', 'createapplication', 'updateapplication', 'createcapacityprovider', 'createchannel'],
  ...['updatechannel', 'createcluster', 'createconnector', 'createdatasource', 'updatedatasource', 'createendpoint'],
  ...[
    'createenvironment',
    'updateenvironment',
    'createimage',
    'createindex',
    'createjob',
    'updatejob',
    'createpipeline',
  ],
  ...['updatepipeline', 'createprofile', 'createproject', 'updateproject', 'createscheduledquery', 'createservice'],
  ...[
    'updateservice',
    'createsession',
    'createuser',
    'updateuser',
    'startexporttask',
    'startjobrun',
    'updatedestination',
  ],
])

/** One row for the calls that hand a role to one service by the same parameters. No call and parameter is in two of them. */
export const PASSED_ROLES: readonly PassedRole[] = [
  hands('ec2', ['ec2:runinstances', 'ec2:requestspotinstances'], ['iaminstanceprofile'], PASS_ROLE),
  alwaysHands(
    'ec2',
    ['ec2:associateiaminstanceprofile', 'ec2:replaceiaminstanceprofileassociation'],
    ['iaminstanceprofile'],
  ),
  alwaysHands('ec2', ['iam:addroletoinstanceprofile'], ['rolename']),
  alwaysHands('spotfleet', ['ec2:requestspotfleet'], ['iamfleetrole']),
  hands('vpc-flow-logs', ['ec2:createflowlogs'], ['deliverlogspermissionarn'], UNSURE),
  hands(
    'ec2',
    [
      'autoscaling:createautoscalinggroup',
      'autoscaling:updateautoscalinggroup',
      'autoscaling:createlaunchconfiguration',
    ],
    ['iaminstanceprofile', 'launchtemplate', 'mixedinstancespolicy'],
  ),
  hands('autoscaling', ['autoscaling:putlifecyclehook'], ['rolearn']),
  alwaysHands('lambda', ['lambda:createfunction*'], ['role'], PASS_ROLE),
  hands('lambda', ['lambda:updatefunctionconfiguration*'], ['role'], PASS_ROLE),
  hands(
    'cloudformation',
    [
      ...['cloudformation:createstack', 'cloudformation:updatestack', 'cloudformation:deletestack'],
      ...['cloudformation:createchangeset', 'cloudformation:createstackset', 'cloudformation:updatestackset'],
    ],
    ['rolearn', 'administrationrolearn', 'executionrolename'],
    PASS_ROLE,
  ),
  hands('ecs-tasks', ['ecs:registertaskdefinition'], ['taskrolearn', 'executionrolearn'], ECS),
  {
    ...hands('ecs-tasks', ['ecs:runtask', 'ecs:starttask', 'ecs:createservice'], ['taskdefinition'], ECS),
    through: 'task definition',
  },
  hands('ecs-tasks', ['ecs:runtask', 'ecs:starttask'], ['overrides.taskrolearn', 'overrides.executionrolearn'], ECS),
  { ...hands('ecs-tasks', ['ecs:updateservice'], ['taskdefinition'], ECS), through: 'task definition' },
  hands('ecs', ['ecs:createexpressgatewayservice', 'ecs:createcapacityprovider'], ['infrastructurerolearn'], ECS),
  hands(
    'glue',
    ['glue:createjob', 'glue:updatejob', 'glue:createcrawler', 'glue:updatecrawler', 'glue:createsession'],
    ['role'],
  ),
  hands('glue', ['glue:createdevendpoint'], ['rolearn']),
  alwaysHands('states', ['states:createstatemachine'], ['rolearn'], PASS_ROLE),
  hands('states', ['states:updatestatemachine'], ['rolearn'], PASS_ROLE),
  hands('sagemaker', ['sagemaker:create*', 'sagemaker:update*'], ['rolearn', 'executionrolearn', 'executionrole']),
  hands('events', ['events:puttargets', 'events:putrule'], ['rolearn']),
  alwaysHands('scheduler', ['scheduler:createschedule', 'scheduler:updateschedule'], ['rolearn']),
  alwaysHands('codebuild', ['codebuild:createproject'], ['servicerole']),
  hands('codebuild', ['codebuild:updateproject'], ['servicerole']),
  alwaysHands('codepipeline', ['codepipeline:createpipeline', 'codepipeline:updatepipeline'], ['rolearn']),
  hands(
    'codedeploy',
    ['codedeploy:createdeploymentgroup', 'codedeploy:updatedeploymentgroup'],
    ['servicerolearn'],
    UNSURE,
  ),
  alwaysHands('eks', ['eks:createcluster'], ['rolearn']),
  alwaysHands(null, ['eks:createnodegroup'], ['noderole'], UNSURE),
  alwaysHands('pods.eks', ['eks:createpodidentityassociation'], ['rolearn']),
  alwaysHands('pipes', ['pipes:createpipe', 'pipes:updatepipe'], ['rolearn']),
  hands('firehose', ['firehose:createdeliverystream', 'firehose:updatedestination'], ['rolearn']),
  hands('rds', ['rds:addroletodbcluster', 'rds:addroletodbinstance', 'rds:createdbproxy'], ['rolearn']),
  hands('rds', ['rds:restoredb*froms3'], ['s3ingestionrolearn']),
  hands(
    'monitoring.rds',
    ['rds:createdbinstance*', 'rds:modifydbinstance', 'rds:createdbcluster', 'rds:modifydbcluster'],
    ['monitoringrolearn'],
    UNSURE,
  ),
  hands('export.rds', ['rds:startexporttask'], ['iamrolearn'], UNSURE),
  hands('redshift', ['redshift:createcluster', 'redshift:modifyclusteriamroles'], ['iamroles', 'addiamroles']),
  hands(
    'redshift-serverless',
    ['redshift-serverless:createnamespace', 'redshift-serverless:updatenamespace'],
    ['iamroles'],
  ),
  hands('elasticmapreduce', ['elasticmapreduce:runjobflow'], ['servicerole']),
  hands('ec2', ['elasticmapreduce:runjobflow'], ['jobflowrole', 'ec2attributes']),
  alwaysHands('emr-serverless', ['emr-serverless:startjobrun'], ['executionrolearn']),
  hands('transfer', ['transfer:createserver', 'transfer:updateserver'], ['loggingrole']),
  hands(
    'transfer',
    [
      ...['transfer:createuser', 'transfer:updateuser', 'transfer:createaccess', 'transfer:updateaccess'],
      ...['transfer:createconnector', 'transfer:createagreement'],
    ],
    ['role', 'accessrole'],
  ),
  hands(
    'iot',
    ['iot:createtopicrule', 'iot:replacetopicrule', 'iot:createprovisioningtemplate'],
    ['rolearn', 'provisioningrolearn'],
  ),
  alwaysHands('credentials.iot', ['iot:createrolealias', 'iot:updaterolealias'], ['rolearn']),
  hands(
    'bedrock',
    [
      'bedrock:create*',
      'bedrock:updateagent',
      'bedrock:updateknowledgebase',
      'bedrock:putmodelinvocationloggingconfiguration',
    ],
    ['rolearn', 'agentresourcerolearn', 'executionrolearn'],
  ),
  hands(
    'bedrock-agentcore',
    ['bedrock-agentcore:create*', 'bedrock-agentcore:update*'],
    ['rolearn', 'executionrolearn'],
  ),
  hands(
    'config',
    ['config:putconfigurationrecorder', 'config:putconfigurationaggregator'],
    ['rolearn', 'configurationrecorder'],
  ),
  hands('ssm', ['config:putremediationconfigurations'], ['automationassumerole']),
  hands('cloudtrail', ['cloudtrail:createtrail', 'cloudtrail:updatetrail'], ['cloudwatchlogsrolearn']),
  hands('logs', ['logs:putsubscriptionfilter', 'logs:putdestination'], ['rolearn']),
  hands('appsync', ['appsync:createdatasource', 'appsync:updatedatasource'], ['servicerolearn']),
  hands('appsync', ['appsync:creategraphqlapi', 'appsync:updategraphqlapi'], ['logconfig']),
  hands(
    'apigateway',
    ['apigateway:updateaccount', 'apigateway:putintegration', 'apigateway:createauthorizer'],
    ['cloudwatchrolearn', 'credentials', 'authorizercredentials'],
  ),
  hands(
    'cognito-idp',
    ['cognito-idp:createuserpool', 'cognito-idp:updateuserpool', 'cognito-idp:setuserpoolmfaconfig'],
    ['snscallerarn', 'smsconfiguration'],
    UNSURE,
  ),
  alwaysHands('cognito-identity', ['cognito-identity:setidentitypoolroles'], ['roles', 'rolearn']),
  hands('ssm', ['ssm:sendcommand', 'ssm:registertaskwithmaintenancewindow'], ['servicerolearn']),
  hands('ssm', ['ssm:startautomationexecution', 'ssm:createassociation'], ['automationassumerole', 'assumerole']),
  alwaysHands('ssm', ['ssm:createactivation'], ['iamrole']),
  hands('dms', ['dms:createendpoint', 'dms:modifyendpoint'], ['serviceaccessrolearn']),
  hands('datasync', ['datasync:createlocations3'], ['bucketaccessrolearn', 's3config']),
  alwaysHands(
    'backup',
    ['backup:createbackupselection', 'backup:startbackupjob', 'backup:startcopyjob'],
    ['iamrolearn'],
  ),
  hands('backup', ['backup:startrestorejob'], ['iamrolearn']),
  hands('ec2', ['imagebuilder:createinfrastructureconfiguration'], ['instanceprofilename']),
  hands('imagebuilder', ['imagebuilder:createimage', 'imagebuilder:createimagepipeline'], ['executionrole'], UNSURE),
  hands(
    'kinesisanalytics',
    ['kinesisanalytics:createapplication', 'kinesisanalytics:updateapplication'],
    ['serviceexecutionrole'],
    UNSURE,
  ),
  alwaysHands('mediaconvert', ['mediaconvert:createjob'], ['role']),
  hands('medialive', ['medialive:createchannel', 'medialive:updatechannel'], ['rolearn'], UNSURE),
  alwaysHands(
    's3',
    ['s3:putbucketreplication', 's3:putreplicationconfiguration'],
    ['role', 'replicationconfiguration'],
    {
      page: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketReplication.html',
      confirmed: '2026-11-28',
    },
  ),
  alwaysHands('batchoperations.s3', ['s3:createjob'], ['rolearn'], {
    page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/batch-ops-iam-role-policies.html',
    confirmed: '2026-11-28',
  }),
  hands('build.apprunner', ['apprunner:createservice', 'apprunner:updateservice'], ['accessrolearn'], UNSURE),
  hands('tasks.apprunner', ['apprunner:createservice', 'apprunner:updateservice'], ['instancerolearn'], UNSURE),
  hands(
    'elasticbeanstalk',
    ['elasticbeanstalk:createenvironment', 'elasticbeanstalk:updateenvironment'],
    ['servicerole', 'operationsrole'],
  ),
  hands('servicecatalog', ['servicecatalog:createconstraint'], ['rolearn']),
  alwaysHands('dlm', ['dlm:createlifecyclepolicy'], ['executionrolearn'], UNSURE),
  hands('ses', ['ses:createconfigurationseteventdestination', 'ses:createreceiptrule'], ['iamrolearn']),
  hands('batch', ['batch:createcomputeenvironment', 'batch:updatecomputeenvironment'], ['servicerole'], UNSURE),
  hands('ecs-tasks', ['batch:registerjobdefinition'], ['jobrolearn', 'executionrolearn']),
  alwaysHands('dax', ['dax:createcluster'], ['iamrolearn']),
  hands(
    'sns',
    [
      'sns:createplatformapplication',
      'sns:setplatformapplicationattributes',
      'sns:settopicattributes',
      'sns:subscribe',
    ],
    ['successfeedbackrolearn', 'failurefeedbackrolearn', 'subscriptionrolearn'],
    UNSURE,
  ),
  alwaysHands('timestream', ['timestream:createscheduledquery'], ['scheduledqueryexecutionrolearn'], UNSURE),
  alwaysHands('rolesanywhere', ['rolesanywhere:createprofile'], ['rolearns']),
  alwaysHands('kafkaconnect', ['kafkaconnect:createconnector'], ['serviceexecutionrolearn'], UNSURE),
  alwaysHands('budgets', ['budgets:createbudgetaction'], ['executionrolearn']),
  alwaysHands('lambda', ['synthetics:createcanary'], ['executionrolearn']),
  hands('amplify', ['amplify:createapp', 'amplify:updateapp'], ['iamservicerolearn', 'iamservicerole'], UNSURE),
  alwaysHands('fis', ['fis:createexperimenttemplate'], ['rolearn']),
  alwaysHands(
    'comprehend',
    ['comprehend:start*detectionjob', 'comprehend:startdocumentclassificationjob'],
    ['dataaccessrolearn'],
    UNSURE,
  ),
  alwaysHands('kendra', ['kendra:createindex'], ['rolearn']),
  hands('kendra', ['kendra:createdatasource'], ['rolearn']),
  hands('lakeformation', ['lakeformation:registerresource'], ['rolearn']),
]

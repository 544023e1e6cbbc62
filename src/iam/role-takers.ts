import { own } from '../text/own'

/**
 * The service that each call hands its role to, as `iam:PassedToService` names it; of other calls it is unknown.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#ck_PassedToService
 */
const ROLE_TAKERS: Readonly<Record<string, string>> = {
  'ec2:runinstances': 'ec2.amazonaws.com',
  'ec2:associateiaminstanceprofile': 'ec2.amazonaws.com',
  'lambda:createfunction': 'lambda.amazonaws.com',
  'lambda:updatefunctionconfiguration': 'lambda.amazonaws.com',
  'cloudformation:createstack': 'cloudformation.amazonaws.com',
  'cloudformation:updatestack': 'cloudformation.amazonaws.com',
  'cloudformation:createchangeset': 'cloudformation.amazonaws.com',
  'ecs:registertaskdefinition': 'ecs-tasks.amazonaws.com',
  'ecs:runtask': 'ecs-tasks.amazonaws.com',
  'glue:createjob': 'glue.amazonaws.com',
  'glue:createcrawler': 'glue.amazonaws.com',
  'states:createstatemachine': 'states.amazonaws.com',
  'states:updatestatemachine': 'states.amazonaws.com',
  'sagemaker:createtrainingjob': 'sagemaker.amazonaws.com',
  'sagemaker:createmodel': 'sagemaker.amazonaws.com',
  'sagemaker:createprocessingjob': 'sagemaker.amazonaws.com',
  'sagemaker:createnotebookinstance': 'sagemaker.amazonaws.com',
  'codebuild:createproject': 'codebuild.amazonaws.com',
  'codepipeline:createpipeline': 'codepipeline.amazonaws.com',
  'eks:createcluster': 'eks.amazonaws.com',
  'scheduler:createschedule': 'scheduler.amazonaws.com',
  'backup:startbackupjob': 'backup.amazonaws.com',
}

/** The service that a call, as `service:Operation`, hands its role to; null: unknown. */
export const roleTakerOf = (call: string): string | null => own(ROLE_TAKERS, call.toLowerCase()) ?? null

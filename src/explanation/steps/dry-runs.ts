import { serviceOfAction } from '../../iam/action'
import { own } from '../../text/own'
import type { ShellCommand } from '../../text/shell-quote'
import { literal } from './script'
import type { StepFacts } from './step-facts'

/** How an operation is repeated so that it only says whether it would be allowed. */
interface DryRun {
  /** The command of the AWS CLI. */
  readonly command: readonly string[]
  /** The words that make it a dry run. */
  readonly flag: readonly string[]
  /** The one parameter that it cannot do without, where there is one, and the type of the resource that fills it. */
  readonly needs: readonly [option: string, type: string] | null
  /** What it answers where the call would be allowed, and where it would not. */
  readonly answers: readonly [allowed: string, denied: string]
}

/** Operations of EC2 without a dry run. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/CommonParameters.html */
const EC2_WITHOUT: ReadonlySet<string> = new Set(
  (
    'AllocateHosts AssignIpv6Addresses AssignPrivateIpAddresses AssociateIamInstanceProfile AssociateSubnetCidrBlock ' +
    'AssociateVpcCidrBlock CancelExportTask CancelReservedInstancesListing CreateInstanceExportTask ' +
    'CreateReservedInstancesListing CreateVpnConnectionRoute DeleteVpnConnectionRoute DescribeExportTasks ' +
    'DescribeHostReservationOfferings DescribeHostReservations DescribeHosts DescribeIamInstanceProfileAssociations ' +
    'DescribeIdFormat DescribeIdentityIdFormat DescribeMacHosts DescribeNetworkInterfacePermissions ' +
    'DescribePublicIpv4Pools DescribeReservedInstancesListings DescribeReservedInstancesModifications ' +
    'DescribeVpcClassicLinkDnsSupport DisableVpcClassicLinkDnsSupport DisassociateIamInstanceProfile ' +
    'DisassociateSubnetCidrBlock DisassociateVpcCidrBlock EnableVpcClassicLinkDnsSupport ' +
    'GetHostReservationPurchasePreview ModifyHosts ModifyIdFormat ModifyIdentityIdFormat ModifyInstancePlacement ' +
    'ModifyReservedInstances ModifySpotFleetRequest ModifySubnetAttribute ModifyVpcAttribute PurchaseHostReservation ' +
    'ReleaseHosts ReplaceIamInstanceProfileAssociation UnassignIpv6Addresses UnassignPrivateIpAddresses'
  ).split(' '),
)

const OF_INSTANCES = ['--instance-ids', 'instance'] as const

/** What operations of EC2 on one resource need to name it. */
const EC2_NEEDS: Readonly<Record<string, readonly [option: string, type: string]>> = {
  StartInstances: OF_INSTANCES,
  StopInstances: OF_INSTANCES,
  RebootInstances: OF_INSTANCES,
  TerminateInstances: OF_INSTANCES,
  MonitorInstances: OF_INSTANCES,
  GetConsoleOutput: ['--instance-id', 'instance'],
  GetPasswordData: ['--instance-id', 'instance'],
  CreateSnapshot: ['--volume-id', 'volume'],
  DeleteVolume: ['--volume-id', 'volume'],
  DeleteSnapshot: ['--snapshot-id', 'snapshot'],
  DeregisterImage: ['--image-id', 'image'],
  DeleteVpc: ['--vpc-id', 'vpc'],
  DeleteSubnet: ['--subnet-id', 'subnet'],
  DeleteInternetGateway: ['--internet-gateway-id', 'internet-gateway'],
  DeleteNatGateway: ['--nat-gateway-id', 'natgateway'],
  DeleteRouteTable: ['--route-table-id', 'route-table'],
  DeleteNetworkInterface: ['--network-interface-id', 'network-interface'],
}

/** Operations of KMS that take a dry run. https://docs.aws.amazon.com/kms/latest/developerguide/testing-permissions.html */
const KMS_WITH: ReadonlySet<string> = new Set(
  (
    'CreateGrant Decrypt DeriveSharedSecret Encrypt GenerateDataKey GenerateDataKeyPair ' +
    'GenerateDataKeyPairWithoutPlaintext GenerateDataKeyWithoutPlaintext GenerateMac ReEncrypt RetireGrant RevokeGrant ' +
    'Sign Verify VerifyMac'
  ).split(' '),
)

/** `RunInstances` as the AWS CLI spells it: run-instances. */
const kebab = (operation: string): string =>
  operation
    .replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-')
    .replace(/(?<=[A-Z])(?=[A-Z][a-z])/g, '-')
    .toLowerCase()

const FLAG = ['--dry-run'] as const

/** How the dry run of an operation is made, by its service; null: it has none. */
const SERVICES: Readonly<Record<string, (operation: string) => DryRun | null>> = {
  ec2: (operation) =>
    EC2_WITHOUT.has(operation)
      ? null
      : {
          command: ['ec2', kebab(operation)],
          flag: FLAG,
          needs: own(EC2_NEEDS, operation) ?? null,
          answers: ['DryRunOperation', 'UnauthorizedOperation'],
        },
  kms: (operation) =>
    KMS_WITH.has(operation)
      ? {
          command: ['kms', kebab(operation)],
          flag: FLAG,
          needs: null,
          answers: ['DryRunOperationException', 'AccessDeniedException'],
        }
      : null,
  // https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html
  lambda: (operation) =>
    operation === 'Invoke' || operation === 'InvokeFunction'
      ? {
          command: ['lambda', 'invoke'],
          flag: ['--invocation-type', 'DryRun', '/dev/stdout'],
          needs: ['--function-name', 'function'],
          answers: ['204', 'AccessDeniedException'],
        }
      : null,
}

/** A call that is repeated as a dry run. */
export interface DryRunOf {
  readonly operation: string
  /** Whole, from what the paste shows; null: it is the call itself with these words added. */
  readonly command: ShellCommand | null
  readonly flag: string
  readonly answers: readonly [allowed: string, denied: string]
  readonly isWhole: boolean
}

/** `imageId` as the AWS CLI spells it. */
const optionOf = (name: string): string => `--${kebab(name)}`

/** Is it a structure, which events hold in the API's form and not in the CLI's? */
const isStructure = (value: string | true): boolean => value !== true && /^\s*[[{]/.test(value)

/** The parameters of the call, where they stand in the paste with nothing left out, each of them one value. */
const shownParameters = ({ judged }: StepFacts, operation: string): readonly string[] | null => {
  const call = judged.denial?.call
  if (call?.operation !== operation || !call.isWhole) return null
  if (Object.values(call.parameters).some(isStructure)) return null
  return Object.entries(call.parameters)
    .filter(([name]) => name !== 'dryRun' && name !== 'region')
    .flatMap(([name, value]) => (value === true ? [optionOf(name)] : [optionOf(name), value]))
}

/** The type and the id in an ARN's last part: of "instance/i-0abc" or "function:name". */
const namedBy = ({ resource }: StepFacts, type: string): string | null => {
  const found = /^([\w-]+)[/:]([\w:.-]+)$/.exec(resource?.name ?? '')
  return found?.[1] === type && found[2] !== undefined && found[2] !== '' ? found[2] : null
}

/** The dry run of the call that was denied; null where its operation has none. */
export const dryRunOf = (facts: StepFacts, operation: string): DryRunOf | null => {
  const { action } = facts.judged.accessCase.request
  const row = own(SERVICES, serviceOfAction(action))?.(operation) ?? null
  if (row === null || !/^[A-Z]\w{1,100}$/.test(operation)) return null
  const shown = shownParameters(facts, operation)
  const id = row.needs === null ? null : namedBy(facts, row.needs[1])
  const named = row.needs !== null && id !== null ? [row.needs[0], id] : null
  const parameters = shown ?? named ?? (operation.startsWith('Describe') && row.command[0] === 'ec2' ? [] : null)
  return {
    operation,
    flag: row.flag.join(' '),
    answers: row.answers,
    isWhole: parameters !== null,
    command: parameters && literal(['aws', ...row.command, ...parameters, ...row.flag, ...facts.regionFlag]),
  }
}

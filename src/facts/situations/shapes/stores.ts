import type { SituationShape } from '../situation-row'

/** What graphs, caches, warehouses, file transfers and the lesser known parts of S3 say in words of their own. */
export const STORES_SHAPES = {
  'warehouse-workgroup-as-cluster': {
    decides: 'none',
    service: 'redshift-data',
    refused: 'caller',
    isUsual: true,
    says: ["Redshift endpoint doesn't exist in this region", 'Redshift endpoint does not exist in this region'],
  },
  'warehouse-default-role': {
    decides: 'none',
    service: 'redshift-serverless',
    refused: 'caller',
    overrules: 'codes',
    says: [
      'The list of customer IAM roles must contain the default IAM role',
      'default IAM role * must be * associated',
    ],
  },
  'graph-data-actions': {
    decides: 'identity',
    service: 'neptune-db',
    refused: 'caller',
    isUsual: true,
    actions: ['neptune-db:ReadDataViaQuery', 'neptune-db:WriteDataViaQuery'],
    near: ['neptune'],
    says: [
      'Invalid handshake response getStatus: 403',
      'Handshake failed: HTTP/1.1 403',
      'WSServerHandshakeError: 403',
      'unexpected server response: 403',
    ],
  },
  'ledger-session-ended': {
    decides: 'none',
    service: 'qldb',
    refused: 'caller',
    overrules: 'codes',
    near: ['qldb', 'starttransaction'],
    says: ['The parameter SessionToken is not valid'],
  },
  'built-in-of-service': {
    decides: 'none',
    refused: 'caller',
    says: [
      "open-access ACL can't be deleted",
      'open-access ACL cannot be (deleted|modified)',
      "Default (user|ACL|parameter group) (can't|cannot) be (deleted|modified|removed)",
      "the specified device does not support: default * can't be deleted",
      'Default parameter groups cannot be (deleted|modified)',
      'is a default * and cannot be (deleted|modified)',
    ],
  },
  'transfer-logical-target': {
    decides: 'none',
    service: 'transfer',
    refused: 'given-role',
    isUsual: true,
    near: [
      'homedirectorydetails',
      'homedirectorymappings',
      'home_directory_mappings',
      'home-directory-mappings',
      'homedirectorytype',
    ],
    says: [
      "Couldn't read directory: Permission denied",
      "Couldn't canonicalize: Permission denied",
      'remote readdir * Permission denied',
      'Failure: Permission denied',
      "Couldn't stat remote file: Permission denied",
    ],
  },
  'gateway-not-connected': {
    decides: 'none',
    service: 'storagegateway',
    refused: 'caller',
    says: ['The specified gateway is not connected', 'GatewayNotConnected', 'The gateway is not connected or'],
  },
} as const satisfies Readonly<Record<string, SituationShape>>

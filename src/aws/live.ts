// What needs the AWS SDK, in one place, so that it is loaded with one dynamic import and not before it is used.
export { createClients, prepareRequest } from './client'
export { attachedContextKeys, decodeMessage, getCallerIdentity, simulateCustom, simulatePrincipal } from './calls'
export { importPrincipal } from './import-principal'
export { readResourcePolicy } from './resource-call'

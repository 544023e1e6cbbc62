/** The compact form of one service, version 1; `ServiceFile` of src/reference/service-reference.ts. */
export function encodeService(service: object): unknown

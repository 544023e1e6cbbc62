/**
 * What a message is published to that goes to no topic, also masked: it is no ARN, so that only `*` or a `NotResource` takes it in.
 * https://docs.aws.amazon.com/sns/latest/dg/sns-mobile-phone-number-as-subscriber.html
 */
export const isPhoneNumber = (resource: string): boolean => /^\+\d[\d .…*x-]{2,24}$/i.test(resource)

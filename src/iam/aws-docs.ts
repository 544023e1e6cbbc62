/** Where AWS's documentation stands. */
export const DOCS = 'https://docs.aws.amazon.com/'

/** The user guide of IAM in it. */
export const IAM_DOCS = `${DOCS}IAM/latest/UserGuide/`

/** Where AWS's documentation stands. */
export const DOCS = 'https://docs.aws.amazon.com/'

/** The user guide of IAM in it. */
export const IAM_DOCS = `${DOCS}IAM/latest/UserGuide/`

/** What an account must have before a service makes its role in it. */
export const LINKED_ROLE_PAGE = `${IAM_DOCS}id_roles_create-service-linked-role.html`

/** How AWS words a denial, and how one is looked into. */
export const DENIALS_PAGE = `${IAM_DOCS}troubleshoot_access-denied.html`

/** The condition keys that every service has. */
export const GLOBAL_KEYS_PAGE = `${IAM_DOCS}reference_policies_condition-keys.html`

import type { PROGRAMS_SHAPES } from '../shapes/programs'
import type { SituationAnswer } from '../situation-row'

/** What operating systems, networks, mail servers, browsers, clusters and other providers say of their own users: what is said of each. */
export const PROGRAMS_ANSWERS = {
  'pod-security': {
    title: 'Kubernetes’ pod security refused the pod, not AWS.',
    means:
      'The namespace enforces a Pod Security Standard, and the pod’s settings go beyond it. No IAM policy was evaluated.',
    grantedIn: 'Kubernetes',
    changes: [
      {
        says: 'Change the settings that the message names in the pod’s `securityContext`, or ask the cluster’s owner to label the namespace with another standard.',
        page: 'https://kubernetes.io/docs/concepts/security/pod-security-admission/',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'security-context-constraints': {
    title: 'OpenShift’s security context constraints refused the pod, not AWS.',
    means:
      'None of the constraints that the pod’s service account may use admits the pod’s settings. An SCC is OpenShift’s own: no IAM policy and no SCP was asked.',
    grantedIn: 'OpenShift',
    changes: [
      {
        says: 'Keep the pod within what the message lists, such as the range of `runAsUser`: leave the user out and let OpenShift choose it.',
        page: 'https://docs.openshift.com/container-platform/4.15/authentication/managing-security-context-constraints.html',
        confirmed: 'unconfirmed',
      },
      {
        says: 'Where the pod needs those settings: let the service account use a constraint that admits them, as the cluster’s administrator.',
        run: 'oc adm policy add-scc-to-user <scc> -z <service account> --namespace <namespace>',
        page: 'https://docs.openshift.com/container-platform/4.15/authentication/managing-security-context-constraints.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'edge-of-another': {
    title: 'Akamai’s edge refused this, not AWS.',
    means:
      'The page is Akamai’s: one of its rules, for example a firewall, country or bot rule, stopped the request before it reached the site’s own server. No AWS policy was asked.',
    grantedIn: 'Akamai',
    changes: [
      {
        says: 'Send the reference number on the page to whoever runs the site: they look it up at Akamai. If the site is yours, look up there which rule it names.',
        page: 'https://techdocs.akamai.com/edge-diagnostics/docs/error-codes',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'artifact-repository': {
    title: 'Your Artifactory or Nexus refused this, not AWS.',
    means:
      'The address belongs to an artifact repository with users, tokens and permissions of its own. It also refuses files that a security scan has blocked. No AWS policy was asked.',
    grantedIn: 'the repository',
    changes: [
      {
        says: 'Check the token that the client sends, and give its user permission to read (or deploy to) this repository. If only this file is refused, ask whether a scan blocks it.',
        page: 'https://jfrog.com/help/r/jfrog-platform-administration-documentation/permissions',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'namespace-quota': {
    title: 'The Kubernetes namespace’s quota refused the object, not AWS.',
    means:
      'The namespace has a `ResourceQuota`. `exceeded quota`: the object would exceed it. `failed quota`: each container must state the requests and limits that the quota counts, and one doesn’t.',
    changes: [
      {
        says: 'For `exceeded quota` request less, delete what isn’t needed, or ask the cluster’s owner for a higher quota. For `failed quota` set the requests and limits that the message names.',
        page: 'https://kubernetes.io/docs/concepts/policy/resource-quotas/',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'cors-elsewhere': {
    title: 'The browser blocked the answer because of CORS.',
    means:
      'Most often the server’s answer has no header that lets this page’s origin read it; an error page often has none. With “did not succeed” the browser got no answer at all. Nothing in the text shows that AWS refused anything.',
    changes: [
      {
        says: 'Look at the server’s answer in the browser’s network tools. If it’s an error, mend that first. Otherwise allow the page’s origin, method and headers at that server. If it’s behind AWS, call it without a browser and paste its answer.',
        page: 'https://developer.mozilla.org/en-US/docs/Web/HTTP/Guides/CORS',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'page-content-policy': {
    title: 'The page’s content security policy blocked it, not AWS.',
    means: 'The browser follows the header `Content-Security-Policy` of the page. It asked no server.',
    changes: [
      {
        says: 'Add the source to the directive that the message names, or load the file from an allowed source.',
        page: 'https://developer.mozilla.org/en-US/docs/Web/HTTP/Guides/CSP',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'directory-rights': {
    title: 'The directory server refused its user, not AWS.',
    means:
      'An LDAP server or Active Directory answered. Its own accounts and access rules decide, and no IAM policy does.',
    grantedIn: 'the directory',
    changes: [
      {
        says: 'Check the user and password of the bind. If they’re right, have the directory’s administrator grant the right on that entry.',
        page: 'https://ldap.com/ldap-result-code-reference/',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'windows-rights': {
    title: 'Windows refused this on the machine itself, not AWS.',
    means:
      'The account lacks a permission on the service or file, isn’t elevated, or isn’t allowed to run scripts. AWS wasn’t asked.',
    grantedIn: 'Windows',
    changes: [
      {
        says: 'Run it as an administrator, or give the account the permission on the service or file. For scripts, change the execution policy.',
        page: 'https://learn.microsoft.com/en-us/windows/win32/debug/system-error-codes--0-499-',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'file-share-rights': {
    title: 'The file share refused its user, not IAM.',
    means:
      'The file server, for example Amazon FSx, knows users by Active Directory. The share’s permissions and those of its folders both have to let the user in. No IAM policy takes part.',
    grantedIn: 'the share and its folders',
    changes: [
      {
        says: 'Connect as the domain user who should have access, with `/user:DOMAIN\\name`. If that is the one, have the file system’s administrator allow the user or a group on the share and on the folder.',
        page: 'https://docs.aws.amazon.com/fsx/latest/WindowsGuide/managing-file-shares.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'mail-refused': {
    title: 'A mail server refused the message, not AWS.',
    means:
      'The receiving server or the relay decides who may send through it and as whom. No IAM policy was evaluated.',
    grantedIn: 'the mail server',
    changes: [
      {
        says: 'Sign in to the relay, send from an address that this account may use, or ask the server’s administrator. For a DMARC refusal, set up SPF and DKIM for the domain.',
        page: 'https://www.rfc-editor.org/rfc/rfc3463',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'kernel-module-denied': {
    title: 'SELinux or AppArmor on the machine refused this, not AWS.',
    means:
      'The kernel’s security module denied the program the file, port or capability in the message. AWS wasn’t asked.',
    grantedIn: 'SELinux or AppArmor',
    changes: [
      {
        says: 'Label the file or port as its policy expects, for example with `restorecon`, or extend the program’s profile.',
        page: 'https://docs.redhat.com/en/documentation/red_hat_enterprise_linux/9/html/using_selinux/index',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'packets-dropped': {
    title: 'A firewall dropped this traffic.',
    means:
      'The log is from a firewall. It dropped packets by its own rules, before a server could answer, so no policy of AWS was evaluated.',
    changes: [
      {
        says: 'Look in the firewall’s rules for the source, destination and port in the log line.',
        page: 'https://ubuntu.com/server/docs/how-to/security/firewalls/',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'flow-rejected': {
    title: 'This traffic was rejected at the network, not by IAM.',
    means:
      'The line of a flow log says that packets were rejected. Most often a security group or network ACL doesn’t allow them. Packets that arrive after their connection was closed are logged the same.',
    changes: [
      {
        says: 'Compare the source, destination port and protocol of the line with the rules of the security groups and network ACLs.',
        page: 'https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-records-examples.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'build-server-permission': {
    title: 'Jenkins refused its own user, not AWS.',
    means: 'Jenkins decides by its authorization strategy who may see, build or configure a job. AWS wasn’t asked.',
    grantedIn: 'Jenkins',
    changes: [
      {
        says: 'Have a Jenkins administrator give the user or group the permission that the message names.',
        page: 'https://www.jenkins.io/doc/book/security/managing-security/',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'vendor-api': {
    title: 'Another provider’s API refused this, not AWS.',
    means: 'Its key, token, plan or project settings decide. No AWS policy was asked.',
    grantedIn: 'the provider',
    changes: [
      {
        says: 'Use a key or token of that provider with the permission that the message names, or have the project’s owner grant it there.',
        page: 'https://docs.stripe.com/keys',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'deployment-tool-rights': {
    title: 'Argo CD refused its own user, not AWS.',
    means: 'Argo CD’s RBAC rules don’t allow the user this action on the object. No IAM policy was evaluated.',
    grantedIn: 'Argo CD',
    changes: [
      {
        says: 'Add a policy line for the user’s role to Argo CD’s `argocd-rbac-cm`, or to the project’s roles.',
        page: 'https://argo-cd.readthedocs.io/en/stable/operator-manual/rbac/',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'mesh-authorization': {
    title: 'The service mesh refused the request, not AWS.',
    means:
      'Envoy, for example under Istio, checked an authorization policy of the mesh in front of the service. No IAM policy was evaluated.',
    grantedIn: 'the mesh',
    changes: [
      {
        says: 'Allow the caller’s service account, path and method in the mesh’s authorization policy.',
        page: 'https://istio.io/latest/docs/reference/config/security/authorization-policy/',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'own-grpc-service': {
    title: 'The gRPC service that was called refused this.',
    means:
      'The code is one that any gRPC server can answer. Nothing in the text shows a service of AWS, so the server’s own rules usually decide.',
    changes: [
      {
        says: 'Look in the log of the service that was called for why it refused. If it called AWS, paste the error that it got.',
        page: 'https://grpc.io/docs/guides/status-codes/',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'cluster-store-rights': {
    title: 'A server of your own refused its user, not AWS.',
    means:
      'The words are those of etcd, Consul or NATS, which have users and permissions of their own. No IAM policy was evaluated.',
    grantedIn: 'the server',
    changes: [
      {
        says: 'In that server, give the user or token access to the key, service or subject that the message names.',
        page: 'https://etcd.io/docs/v3.5/op-guide/authentication/rbac/',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'branch-protected': {
    title: 'The branch is protected at the Git host.',
    means: 'Rules of the repository forbid pushing to this branch directly. No IAM policy was evaluated.',
    grantedIn: 'the repository’s settings',
    changes: [
      {
        says: 'Push to another branch and open a pull request, or have a repository administrator change the rule.',
        page: 'https://docs.github.com/en/repositories/configuring-branches-and-merges-in-your-repository/managing-protected-branches/about-protected-branches',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'git-host-sso': {
    title: 'The Git host refused this token, not AWS.',
    means: 'The organization asks for single sign-on, or the token lacks a scope or permission on the repository.',
    grantedIn: 'the Git host',
    changes: [
      {
        says: 'Authorize the token or SSH key for the organization’s single sign-on, or use one with the permission that the message names.',
        page: 'https://docs.github.com/en/authentication/authenticating-with-single-sign-on/authorizing-a-personal-access-token-for-use-with-single-sign-on',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'package-repository': {
    title: 'The package repository refused this, not AWS.',
    means: 'Nexus, Artifactory or another repository decides by its own users. The host isn’t CodeArtifact’s or S3’s.',
    grantedIn: 'the repository',
    changes: [
      {
        says: 'Correct the credentials for that repository in Maven’s `settings.xml` or pip’s configuration, or ask its administrator for the permission.',
        page: 'https://maven.apache.org/settings.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'identity-provider-refused': {
    title: 'The identity provider refused the sign-in, not AWS.',
    means:
      'The provider, for example Okta, Keycloak or Google, didn’t sign the user in to the application. No IAM policy was evaluated.',
    grantedIn: 'the identity provider',
    changes: [
      {
        says: 'Have the provider’s administrator assign the user to the application, or look up the event in its log.',
        page: 'https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2.1',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'web-filter': {
    title: 'A web filter of your network blocked this; AWS wasn’t asked.',
    means:
      'The page is from a filter between you and the server, for example Zscaler or FortiGuard. The request didn’t reach AWS.',
    changes: [
      {
        says: 'Ask whoever runs the filter to allow the host, or send the request from a network without it.',
        page: 'https://help.zscaler.com/zia/about-url-filtering',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'container-memory': {
    title: 'The container ran out of memory.',
    means:
      'Its processes used more memory than the container, task or pod is allowed, so it was killed. No permission is missing.',
    changes: [
      {
        says: 'Raise the memory limit of the container and its task or pod, or make the program use less.',
        page: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/out-of-memory.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'azure-policy': {
    title: 'Azure Policy denied this resource, not AWS.',
    means: 'A policy assigned to the subscription or resource group denies it, whatever role the caller has.',
    grantedIn: 'Azure',
    changes: [
      {
        says: 'Change the resource as the policy asks, or have the policy’s owner add an exemption.',
        page: 'https://learn.microsoft.com/en-us/azure/governance/policy/troubleshoot/general',
        confirmed: 'unconfirmed',
      },
    ],
  },
} as const satisfies Readonly<Record<keyof typeof PROGRAMS_SHAPES, SituationAnswer>>

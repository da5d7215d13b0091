import type { InboundMessages, InboundRefusals } from '../inbound-messages.ts'

export const inboundEnglish: InboundMessages = {
  refusals: 'When messages of machines, or the way from a course, are declined',
  launch: {
    title: 'Your certificate',
    ready: 'You have completed this course, and it is certified:',
    signing: 'It is being signed at this moment. Your page shows it within a minute.',
    open: 'Open my certificates',
    openHint:
      'Opens in a new tab, where you can download, share and keep them. The button works for 15 minutes; after that, open this part of the course again.',
    instructor: {
      title: 'Learners collect their certificate here',
      remedy:
        'You are here as a teacher or administrator, so nothing was issued. Set this part of the course to open only once the course is completed: whoever can open it as a learner is given the certificate.',
    },
    nothing: {
      title: 'Nothing is certified for this yet',
      remedy:
        'What was completed is noted. The certificate comes with what is still missing; open this part of the course again then.',
    },
    noName: {
      title: 'Your name is missing',
      remedy:
        'The learning platform does not tell us what you are called, so no certificate can be made out to you. Ask your teacher to let this activity pass on your name, and open it again.',
    },
    erased: {
      title: 'Your data were erased here',
      remedy:
        'You, or somebody for you, had everything erased, and it stays so. If you want a certificate after all, ask the training provider to issue it anew.',
    },
  },
  desk: {
    title: 'Connections',
    lead: 'Course platforms that report completions by themselves, each for one course and one run.',
    table: 'Connections in use',
    columns: {
      label: 'Whose',
      kind: 'Kind',
      course: 'Course',
      run: 'Run',
      taken: 'Taken',
      refused: 'Refused',
      ignored: 'Of no account',
    },
    kinds: {
      webhook: 'Signed messages (webhook)',
      xapi: 'Statements (xAPI)',
      openedx: 'Events of Open edX',
      lti: 'Last item of a course (LTI 1.3)',
    },
    none: 'No platform is connected yet.',
    make: 'Connect a platform',
    labelHint: 'So that you recognise it here, such as “Moodle of the library school”.',
    runHint: 'Letters, digits, full stops, underscores and hyphens.',
    settings: 'What is set',
    activities: 'Activities',
    activitiesHint:
      'For xAPI and Open edX: one a line, the id of the activity or course key, an equals sign, and the course or module that it is.',
    platform: 'The platform, for LTI',
    platformHint:
      'The platform shows these after our addresses were entered there. Leave them empty until then; nobody can open the link before.',
    fields: {
      issuer: 'Issuer, or platform ID',
      clientId: 'Client ID',
      deployments: 'Deployment IDs',
      authUrl: 'Authentication request URL',
      jwksUrl: 'Public keyset URL',
      frames: 'Further origins that show our page within theirs',
    },
    oneALine: 'One a line.',
    trustsEmail: 'Its e-mail addresses tell learners apart',
    trustsEmailHint:
      'Only where nobody can give themselves the address of another: a launch opens the certificates of whoever has the address.',
    save: 'Save',
    saved: 'It is saved.',
    addresses: 'To enter on the platform',
    addressesHint: 'How, step by step, is in the documentation under Connections.',
    names: {
      url: 'Address',
      endpoint: 'Endpoint',
      login: 'Initiate login URL',
      launch: 'Tool URL and redirection URI',
      jwks: 'Public keyset URL of the tool',
      config: 'Configuration to fetch (Canvas)',
    },
    user: 'User name',
    secret: 'Secret',
    secretUrl: 'Address with the secret in it, for Open edX',
    secretNote:
      'Whoever has it can have anything of this course issued. It is kept nowhere; administrators can have it shown again.',
    showSecret: 'Show the secret again',
    showSecretHint: 'The audit log notes that you did.',
    remove: 'Remove this connection',
    removeHint:
      'From then on nothing is taken from it. What it brought stays. To change the secret, make a new connection first.',
  },
}

export const inboundRefusalsEnglish: InboundRefusals = {
  'connection-not-found': {
    title: 'There is no such connection',
    remedy:
      'Compare the address with the one that the administrator was shown. A connection that was removed does not come back: make a new one.',
  },
  'connection-invalid': {
    title: 'No connection can be made of this',
    remedy: 'Correct each place named in the details and send it again.',
  },
  'connection-incomplete': {
    title: 'The learning platform is not yet known to this connection',
    remedy:
      'The administrator has to add the issuer, the client id and the addresses that the platform shows after the tool was registered there.',
  },
  'webhook-unsigned': {
    title: 'The message is not signed with the secret of this connection',
    remedy:
      'Compare the secret in the sending system with the one of the connection, and sign the body as it is sent, byte for byte.',
  },
  'webhook-stale': {
    title: 'The message was signed too long ago',
    remedy: 'Set the clock of the sending system, and sign the message anew for each delivery.',
  },
  'message-unreadable': {
    title: 'The message has another form than this connection takes',
    remedy: 'Compare it with the examples of the documentation. Nothing of it was taken.',
  },
  'xapi-version-unknown': {
    title: 'This version of xAPI is not spoken here',
    remedy: 'Send the header X-Experience-API-Version with 1.0.3 or 2.0.0.',
  },
  'statement-conflict': {
    title: 'Another statement was sent under this id before',
    remedy: 'Give every statement an id of its own. Nothing of the call was taken.',
  },
  'lti-login-unknown': {
    title: 'This link was not opened from the learning platform it belongs to',
    remedy:
      'Open it from within the course. If you did, the administrator should compare the issuer, the client id and the addresses on both sides.',
  },
  'lti-state-lost': {
    title: 'The way from your course to here was interrupted',
    remedy: 'Go back to the course and open this part of it again.',
  },
  'lti-signature-wrong': {
    title: 'The signature of the learning platform does not hold',
    remedy:
      'Go back to the course and try again. If it stays so, the administrator should compare the address of the platform’s keys.',
  },
  'lti-token-foreign': {
    title: 'What the learning platform sent is meant for somebody else',
    remedy:
      'The administrator should compare the issuer, the client id and the address of the tool on both sides.',
  },
  'lti-token-expired': {
    title: 'What the learning platform sent is no longer of use',
    remedy:
      'Go back to the course and open this part of it again. If it stays so, the clock of the platform is wrong.',
  },
  'lti-deployment-unknown': {
    title: 'The tool was added to a place that is not known here',
    remedy: 'The administrator should add the deployment id that the platform shows.',
  },
  'lti-token-replayed': {
    title: 'This link was used before',
    remedy: 'Go back to the course and open this part of it again.',
  },
  'lti-message-unsupported': {
    title: 'The learning platform asks for something that is not offered here',
    remedy: 'Add the tool to the course as a plain link to a resource, with LTI 1.3.',
  },
  'lti-keys-unreachable': {
    title: 'The keys of the learning platform could not be had',
    remedy:
      'Try again in a minute. If it stays so, the administrator should see whether the address of the keys is public and answers.',
  },
}

import { identifierTypes } from './enumerations.ts'
import { identityHashForm } from './member-rules.ts'
import { a, closed, open, optional, required, set, setOrOne, typed } from './rule-vocabulary.ts'
import {
  boolean,
  compactJws,
  constant,
  date,
  email,
  number,
  oneOfOrExtension,
  text,
  uri,
} from './value-rules.ts'

/** OB 3.0 data models: people, organisations, and what names them. */
export const profileClasses = {
  Profile: typed(
    open({
      id: required(uri),
      type: required(setOrOne(text)),
      additionalName: optional(text),
      address: optional(a('Address')),
      dateOfBirth: optional(date),
      description: optional(text),
      email: optional(email),
      endorsement: optional(set(a('EndorsementCredential'))),
      endorsementJwt: optional(set(compactJws)),
      familyName: optional(text),
      familyNamePrefix: optional(text),
      givenName: optional(text),
      honorificPrefix: optional(text),
      honorificSuffix: optional(text),
      image: optional(a('Image')),
      name: optional(text),
      official: optional(text),
      otherIdentifier: optional(set(a('IdentifierEntry'))),
      parentOrg: optional(a('Profile')),
      patronymicName: optional(text),
      phone: optional(text),
      url: optional(uri),
    }),
    ['Profile'],
  ),
  Image: closed({
    id: required(uri),
    type: required(constant('Image')),
    caption: optional(text),
  }),
  IdentityObject: closed(
    {
      type: required(constant('IdentityObject')),
      hashed: required(boolean),
      identityHash: required(text),
      identityType: required(oneOfOrExtension(identifierTypes)),
      salt: optional(text),
    },
    identityHashForm,
  ),
  IdentifierEntry: closed({
    type: required(constant('IdentifierEntry')),
    identifier: required(text),
    identifierType: required(oneOfOrExtension(identifierTypes)),
  }),
  Address: typed(
    open({
      type: required(setOrOne(text)),
      addressCountry: optional(text),
      addressCountryCode: optional(text),
      addressLocality: optional(text),
      addressRegion: optional(text),
      geo: optional(a('GeoCoordinates')),
      postOfficeBoxNumber: optional(text),
      postalCode: optional(text),
      streetAddress: optional(text),
    }),
    ['Address'],
  ),
  GeoCoordinates: open({
    type: required(constant('GeoCoordinates')),
    latitude: required(number),
    longitude: required(number),
  }),
} as const

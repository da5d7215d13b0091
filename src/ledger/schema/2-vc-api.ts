/** Statuses of credentials of any kind, signed for the VC-API. */
export const vcApi = `CREATE TABLE vc_api_status (
     credential TEXT NOT NULL,
     purpose TEXT NOT NULL CHECK (purpose IN ('revocation', 'suspension')),
     list INTEGER NOT NULL,
     list_index INTEGER NOT NULL,
     is_set INTEGER NOT NULL,
     PRIMARY KEY (credential, purpose),
     UNIQUE (list, list_index)
   );`

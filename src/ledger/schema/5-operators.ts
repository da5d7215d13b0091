/** Who did what, each entry bound to the one before; and who may sign in at the desk. */
export const operators = `CREATE TABLE audit (
     seq INTEGER PRIMARY KEY,
     at TEXT NOT NULL,
     actor TEXT NOT NULL,
     action TEXT NOT NULL,
     about TEXT,
     detail TEXT,
     hash TEXT NOT NULL
   );
   CREATE INDEX audit_about ON audit (about, seq) WHERE about IS NOT NULL;
   CREATE TABLE account (
     id TEXT PRIMARY KEY,
     login TEXT NOT NULL UNIQUE,
     label TEXT NOT NULL,
     password TEXT,
     oidc_issuer TEXT,
     oidc_subject TEXT,
     role TEXT NOT NULL,
     scope TEXT NOT NULL,
     provider TEXT,
     created_at TEXT NOT NULL,
     disabled_at TEXT,
     UNIQUE (oidc_issuer, oidc_subject)
   );`

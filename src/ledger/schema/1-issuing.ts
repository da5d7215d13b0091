/** Who learnt, what was issued, by which import, and who may ask for it. */
export const issuing = `CREATE TABLE setting (
     name TEXT PRIMARY KEY,
     value TEXT NOT NULL
   );
   CREATE TABLE learner (
     id TEXT PRIMARY KEY,
     learner_key TEXT NOT NULL UNIQUE,
     subject TEXT NOT NULL UNIQUE,
     name TEXT NOT NULL,
     email TEXT,
     created_at TEXT NOT NULL
   );
   CREATE TABLE batch (
     id TEXT PRIMARY KEY,
     course TEXT NOT NULL,
     run TEXT NOT NULL,
     requested_by TEXT NOT NULL,
     state TEXT NOT NULL CHECK (state IN ('reading', 'reserved', 'failed')),
     created_at TEXT NOT NULL
   );
   CREATE TABLE status_list (
     number INTEGER PRIMARY KEY,
     length INTEGER NOT NULL,
     taken INTEGER NOT NULL,
     version INTEGER NOT NULL,
     signed TEXT,
     signed_version INTEGER,
     signed_key TEXT
   );
   CREATE TABLE credential (
     row_key TEXT PRIMARY KEY,
     id TEXT NOT NULL UNIQUE,
     learner TEXT NOT NULL REFERENCES learner (id),
     achievement TEXT NOT NULL,
     course TEXT NOT NULL,
     run TEXT NOT NULL,
     language TEXT NOT NULL,
     fingerprint TEXT NOT NULL,
     state TEXT NOT NULL CHECK (state IN ('reserved', 'issued', 'void')),
     status_list INTEGER NOT NULL REFERENCES status_list (number),
     status_index INTEGER NOT NULL,
     unsigned TEXT NOT NULL,
     signed TEXT,
     jwt TEXT,
     reserved_at TEXT NOT NULL,
     issued_at TEXT,
     void_reason TEXT,
     revoked_at TEXT,
     revocation_code TEXT,
     revocation_note TEXT,
     UNIQUE (status_list, status_index)
   );
   CREATE UNIQUE INDEX credential_natural_key ON credential (learner, achievement, run)
     WHERE state <> 'void';
   CREATE INDEX credential_pending ON credential (row_key) WHERE state = 'reserved';
   CREATE INDEX credential_revoked ON credential (status_list, status_index)
     WHERE revoked_at IS NOT NULL;
   CREATE TABLE batch_line (
     batch TEXT NOT NULL REFERENCES batch (id),
     line INTEGER NOT NULL,
     ordinal INTEGER NOT NULL,
     outcome TEXT NOT NULL,
     credential TEXT REFERENCES credential (id),
     code TEXT,
     column_name TEXT,
     value TEXT,
     PRIMARY KEY (batch, line, ordinal)
   );
   CREATE TABLE token (
     id TEXT PRIMARY KEY,
     hash TEXT NOT NULL,
     role TEXT NOT NULL,
     scope TEXT NOT NULL,
     label TEXT NOT NULL,
     created_at TEXT NOT NULL,
     revoked_at TEXT
   );
   CREATE TABLE idempotency (
     token TEXT NOT NULL,
     request_key TEXT NOT NULL,
     request_hash TEXT NOT NULL,
     batch TEXT,
     created_at TEXT NOT NULL,
     PRIMARY KEY (token, request_key)
   );`

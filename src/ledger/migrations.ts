/**
 * The ledger's schema, one step after another; a step that has shipped is never changed. SQL keeps to what SQLite and
 * PostgreSQL both read. Rows have time-ordered keys; what the public sees is random.
 */
export const migrations: readonly string[] = [
  `CREATE TABLE setting (
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
   );`,
  `CREATE TABLE vc_api_status (
     credential TEXT NOT NULL,
     purpose TEXT NOT NULL CHECK (purpose IN ('revocation', 'suspension')),
     list INTEGER NOT NULL,
     list_index INTEGER NOT NULL,
     is_set INTEGER NOT NULL,
     PRIMARY KEY (credential, purpose),
     UNIQUE (list, list_index)
   );`,
  `CREATE TABLE rule_book (
     version TEXT PRIMARY KEY,
     specialization TEXT NOT NULL,
     book TEXT NOT NULL,
     created_at TEXT NOT NULL
   );
   CREATE TABLE applicant_list (
     id TEXT PRIMARY KEY,
     specialization TEXT NOT NULL,
     provider TEXT NOT NULL,
     requested_by TEXT NOT NULL,
     state TEXT NOT NULL CHECK (state IN ('reading', 'waiting', 'done')),
     total INTEGER NOT NULL,
     created_at TEXT NOT NULL
   );
   CREATE TABLE decision (
     row_key TEXT PRIMARY KEY,
     id TEXT NOT NULL UNIQUE,
     specialization TEXT NOT NULL,
     rule_version TEXT NOT NULL REFERENCES rule_book (version),
     provider TEXT NOT NULL,
     reference TEXT,
     country TEXT,
     person TEXT,
     name TEXT,
     application TEXT,
     outcome TEXT NOT NULL CHECK (outcome IN ('eligible', 'not-yet', 'needs-review')),
     points INTEGER NOT NULL,
     waiting INTEGER NOT NULL,
     applied_at TEXT NOT NULL,
     decided_at TEXT NOT NULL,
     valid_until TEXT NOT NULL,
     credential TEXT REFERENCES credential (id),
     erased_at TEXT
   );
   CREATE INDEX decision_desk ON decision (specialization, provider, row_key);
   CREATE INDEX decision_credential ON decision (credential) WHERE credential IS NOT NULL;
   CREATE INDEX decision_queue ON decision (specialization, provider, row_key) WHERE waiting > 0;
   CREATE TABLE applicant_line (
     list TEXT NOT NULL REFERENCES applicant_list (id),
     line INTEGER NOT NULL,
     reference TEXT,
     asked TEXT,
     decision TEXT REFERENCES decision (id),
     code TEXT,
     detail TEXT,
     PRIMARY KEY (list, line)
   );
   CREATE INDEX applicant_line_open ON applicant_line (list, line) WHERE decision IS NULL AND code IS NULL;
   CREATE TABLE decision_event (
     row_key TEXT PRIMARY KEY,
     decision TEXT NOT NULL REFERENCES decision (id),
     happened_at TEXT NOT NULL,
     actor TEXT NOT NULL,
     action TEXT NOT NULL,
     item TEXT,
     verdict TEXT,
     note TEXT,
     outcome TEXT NOT NULL,
     rule_version TEXT NOT NULL
   );
   CREATE INDEX decision_event_of ON decision_event (decision, row_key);
   CREATE TABLE enrolment (
     row_key TEXT PRIMARY KEY,
     id TEXT NOT NULL UNIQUE,
     specialization TEXT NOT NULL,
     provider TEXT NOT NULL,
     decision TEXT NOT NULL REFERENCES decision (id),
     reference TEXT,
     country TEXT,
     points INTEGER NOT NULL,
     applied_at TEXT NOT NULL,
     state TEXT NOT NULL CHECK (state IN ('enrolled', 'waiting', 'withdrawn')),
     created_at TEXT NOT NULL,
     changed_at TEXT NOT NULL,
     erased_at TEXT
   );
   CREATE TABLE enrolment_key (
     specialization TEXT NOT NULL,
     key TEXT NOT NULL,
     enrolment TEXT NOT NULL REFERENCES enrolment (id),
     PRIMARY KEY (specialization, key, enrolment)
   );
   CREATE INDEX enrolment_key_of ON enrolment_key (enrolment);
   CREATE INDEX enrolment_places ON enrolment (specialization, country) WHERE state = 'enrolled';
   CREATE INDEX enrolment_decision ON enrolment (decision);
   CREATE INDEX enrolment_line ON enrolment (specialization, points DESC, applied_at, row_key);
   CREATE TABLE support (
     credential TEXT NOT NULL REFERENCES credential (id),
     rests_on TEXT NOT NULL,
     digest TEXT NOT NULL,
     issuer TEXT NOT NULL,
     status TEXT,
     state TEXT NOT NULL CHECK (state IN ('standing', 'gone', 'unclear')),
     looked_at TEXT NOT NULL,
     holds_until TEXT NOT NULL,
     PRIMARY KEY (credential, rests_on)
   );
   CREATE INDEX support_rests_on ON support (rests_on);
   CREATE TABLE desk_session (
     hash TEXT PRIMARY KEY,
     token TEXT NOT NULL,
     began_at TEXT NOT NULL,
     expires_at TEXT NOT NULL
   );
   ALTER TABLE token ADD COLUMN provider TEXT;
   ALTER TABLE idempotency RENAME COLUMN batch TO answer;`,
]

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
  `ALTER TABLE learner ADD COLUMN language TEXT;
   ALTER TABLE learner ADD COLUMN erased_at TEXT;
   ALTER TABLE credential ADD COLUMN visibility TEXT NOT NULL DEFAULT 'link'
     CHECK (visibility IN ('private', 'link', 'public'));
   ALTER TABLE credential ADD COLUMN corrected_at TEXT;
   ALTER TABLE credential ADD COLUMN erased_at TEXT;
   ALTER TABLE credential ADD COLUMN erased_by TEXT;
   ALTER TABLE credential ADD COLUMN erasure_code TEXT;
   DROP INDEX credential_natural_key;
   CREATE UNIQUE INDEX credential_natural_key ON credential (learner, achievement, run)
     WHERE state <> 'void' AND erased_at IS NULL;
   CREATE INDEX credential_learner ON credential (learner);
   CREATE INDEX learner_email ON learner (email) WHERE email IS NOT NULL;
   CREATE TABLE claim (
     id TEXT PRIMARY KEY,
     learner TEXT NOT NULL REFERENCES learner (id),
     created_at TEXT NOT NULL,
     expires_at TEXT NOT NULL,
     used_at TEXT,
     about TEXT,
     UNIQUE (about, learner)
   );
   CREATE INDEX claim_learner ON claim (learner);
   ALTER TABLE batch ADD COLUMN letters TEXT NOT NULL DEFAULT 'done'
     CHECK (letters IN ('wanted', 'links', 'done'));
   CREATE TABLE holder_session (
     hash TEXT PRIMARY KEY,
     learner TEXT NOT NULL REFERENCES learner (id),
     began_at TEXT NOT NULL,
     expires_at TEXT NOT NULL
   );
   CREATE TABLE mail (
     row_key TEXT PRIMARY KEY,
     id TEXT NOT NULL UNIQUE,
     kind TEXT NOT NULL,
     about TEXT NOT NULL,
     learner TEXT NOT NULL REFERENCES learner (id),
     language TEXT NOT NULL,
     state TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'sent', 'refused', 'unclear')),
     attempts INTEGER NOT NULL,
     due_at TEXT NOT NULL,
     created_at TEXT NOT NULL,
     changed_at TEXT NOT NULL,
     tried_at TEXT,
     begun_at TEXT,
     reply_code INTEGER,
     reply TEXT,
     UNIQUE (kind, about, learner)
   );
   CREATE INDEX mail_due ON mail (due_at, row_key) WHERE state IN ('waiting', 'sending');
   CREATE INDEX mail_learner ON mail (learner);
   CREATE INDEX mail_begun ON mail (begun_at);
   CREATE TABLE share (
     id TEXT PRIMARY KEY,
     credential TEXT NOT NULL REFERENCES credential (id),
     shows TEXT NOT NULL,
     created_at TEXT NOT NULL,
     expires_at TEXT NOT NULL,
     ended_at TEXT
   );
   CREATE INDEX share_credential ON share (credential);
   CREATE TABLE correction (
     row_key TEXT PRIMARY KEY,
     id TEXT NOT NULL UNIQUE,
     credential TEXT NOT NULL REFERENCES credential (id),
     state TEXT NOT NULL CHECK (state IN ('asked', 'reserved', 'done', 'declined', 'void')),
     wish TEXT,
     asked_at TEXT NOT NULL,
     asked_by TEXT NOT NULL,
     changes TEXT,
     note TEXT,
     settled_at TEXT,
     settled_by TEXT,
     answer TEXT,
     status_list INTEGER,
     status_index INTEGER,
     unsigned TEXT,
     fingerprint TEXT,
     UNIQUE (status_list, status_index)
   );
   CREATE INDEX correction_credential ON correction (credential, row_key);
   CREATE INDEX correction_open ON correction (row_key) WHERE state IN ('asked', 'reserved');
   CREATE UNIQUE INDEX correction_asked_once ON correction (credential) WHERE state = 'asked';
   CREATE UNIQUE INDEX correction_reserved_once ON correction (credential) WHERE state = 'reserved';
   CREATE TABLE superseded (
     row_key TEXT PRIMARY KEY,
     credential TEXT NOT NULL REFERENCES credential (id),
     status_list INTEGER NOT NULL,
     status_index INTEGER NOT NULL,
     issued_at TEXT NOT NULL,
     replaced_at TEXT NOT NULL,
     UNIQUE (status_list, status_index)
   );
   CREATE INDEX superseded_credential ON superseded (credential, row_key);
   CREATE TABLE wallet_offer (
     id TEXT PRIMARY KEY,
     credential TEXT NOT NULL REFERENCES credential (id),
     created_at TEXT NOT NULL,
     expires_at TEXT NOT NULL,
     state TEXT NOT NULL CHECK (state IN ('open', 'taken', 'ended')),
     holder TEXT,
     failures INTEGER NOT NULL
   );
   CREATE INDEX wallet_offer_credential ON wallet_offer (credential);
   CREATE TABLE wallet_spent (
     offer TEXT NOT NULL REFERENCES wallet_offer (id),
     what TEXT NOT NULL,
     PRIMARY KEY (offer, what)
   );
   CREATE TABLE bound_credential (
     row_key TEXT PRIMARY KEY,
     id TEXT NOT NULL UNIQUE,
     credential TEXT NOT NULL REFERENCES credential (id),
     holder TEXT NOT NULL,
     status_list INTEGER NOT NULL,
     status_index INTEGER NOT NULL,
     unsigned TEXT NOT NULL,
     signed TEXT,
     jwt TEXT,
     reserved_at TEXT NOT NULL,
     issued_at TEXT,
     revoked_at TEXT,
     UNIQUE (status_list, status_index)
   );
   CREATE TABLE wallet_nonce (
     nonce TEXT PRIMARY KEY,
     ends_at TEXT NOT NULL
   );
   CREATE INDEX wallet_nonce_ends ON wallet_nonce (ends_at);
   CREATE UNIQUE INDEX bound_credential_holder ON bound_credential (credential, holder)
     WHERE revoked_at IS NULL;
   CREATE VIEW taken_index AS
     SELECT status_list, status_index FROM credential
     UNION ALL SELECT status_list, status_index FROM superseded
     UNION ALL SELECT status_list, status_index FROM bound_credential
     UNION ALL SELECT status_list, status_index FROM correction WHERE status_list IS NOT NULL;
   CREATE VIEW revoked_index AS
     SELECT status_list, status_index FROM credential WHERE revoked_at IS NOT NULL
     UNION ALL SELECT status_list, status_index FROM superseded
     UNION ALL SELECT b.status_list, b.status_index
       FROM bound_credential b JOIN credential c ON c.id = b.credential
       WHERE b.revoked_at IS NOT NULL OR c.revoked_at IS NOT NULL;`,
]

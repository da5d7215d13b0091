/** What learners do with what is theirs: letters, links, corrections, erasure, wallets. */
export const holders = `ALTER TABLE learner ADD COLUMN language TEXT;
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
       WHERE b.revoked_at IS NOT NULL OR c.revoked_at IS NOT NULL;`

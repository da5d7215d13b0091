/** Rules, decisions and what they rest on, enrolments, and the desk. */
export const admission = `CREATE TABLE rule_book (
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
   ALTER TABLE idempotency RENAME COLUMN batch TO answer;`
